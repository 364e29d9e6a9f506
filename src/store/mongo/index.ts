import { AppError } from "../../errors.ts";
import type { StoreOptions } from "../options.ts";
import type { Store } from "../store.ts";
import { mongoAudit } from "./audit.ts";
import { serverClock } from "./clock.ts";
import { collectionsOf } from "./collections.ts";
import { connect } from "./connect.ts";
import type { Context } from "./context.ts";
import { asOurs, guarded } from "./errors.ts";
import { mongoFiles } from "./files.ts";
import { mongoInbox } from "./inbox.ts";
import { mongoLimits } from "./limits.ts";
import { migrate } from "./migrations.ts";
import { mongoOutbox } from "./outbox.ts";
import { mongoRegister } from "./register.ts";
import { mongoStaff } from "./staff.ts";
import { mongoTickets } from "./tickets.ts";
import { mongoTurns } from "./turns.ts";
import { mongoUpkeep } from "./upkeep.ts";

/** Opens the store on a MongoDB (`mongodb://...`, `mongodb+srv://...`), any number of processes at once. */
export async function openMongo(url: string, options: StoreOptions): Promise<Store> {
  const { connection, db } = await connect(url);
  try {
    const at = collectionsOf(connection, db);
    await migrate(connection, at);
    const context: Context = { ...options, at, clock: await serverClock(db) };
    const { begunSend, ...outbox } = mongoOutbox(context);
    return guarded({
      ...mongoInbox(context),
      ...mongoTurns(context, begunSend),
      ...outbox,
      ...mongoTickets(context),
      ...mongoStaff(context),
      ...guardedGenerations(mongoRegister(context, db)),
      ...mongoFiles(context),
      ...mongoLimits(context),
      ...mongoAudit(context),
      ...mongoUpkeep(context, connection, db),
    });
  } catch (error) {
    await connection.close();
    const ours = asOurs(error);
    if (ours instanceof AppError && ours.code === "STORE_UNAVAILABLE") {
      throw new AppError("SETTINGS_INVALID", "STORE_URL: MongoDB does not let us in or does not answer", {
        cause: error,
      });
    }
    throw ours;
  }
}

const guardedGenerations = (register: ReturnType<typeof mongoRegister>): ReturnType<typeof mongoRegister> => ({
  ...register,
  newGeneration: async (kind, district, asOf) => guarded(await register.newGeneration(kind, district, asOf)),
});
