import { checkKeys } from "../key-checks.ts";
import type { StoreOptions } from "../options.ts";
import type { Store } from "../ports/store.ts";
import { mongoAccounts } from "./accounts.ts";
import { mongoAudit } from "./audit.ts";
import { mongoCandidates } from "./candidates.ts";
import { mongoChanges, openChangeLog } from "./changes.ts";
import { mongoChatData } from "./chat-data.ts";
import { serverClock } from "./clock.ts";
import { connect } from "./connect.ts";
import { mongoContacts } from "./contacts.ts";
import type { Context } from "./context.ts";
import { mongoDeadLetters } from "./dead-letters.ts";
import { mongoFiles } from "./files.ts";
import { mongoHeld } from "./held-numbers.ts";
import { mongoHistory } from "./history.ts";
import { mongoInbox } from "./inbox.ts";
import { collectionsOf } from "./indexes.ts";
import { mongoKeyRecords } from "./key-records.ts";
import type { LeaseOwner } from "./lease-owner.ts";
import { mongoLimits } from "./limits.ts";
import { migrate } from "./migrations.ts";
import { mongoOutbox } from "./outbox.ts";
import { recordReceipts } from "./receipts.ts";
import { mongoRegister } from "./register.ts";
import { mongoSealing } from "./sealing.ts";
import { beginNotes } from "./serials.ts";
import { mongoStaff } from "./staff.ts";
import { migrateTickets } from "./ticket-migration.ts";
import { mongoTickets } from "./tickets.ts";
import { mongoTurns } from "./turns.ts";
import { mongoUpkeep } from "./upkeep.ts";

export async function openServer(
  url: string,
  options: StoreOptions & { owner: LeaseOwner },
  isFirst: boolean,
): Promise<Store> {
  const { connection, db } = await connect(url);
  try {
    const at = collectionsOf(connection, db);
    if (isFirst) await migrate(at);
    if (isFirst) await checkKeys(options.vault, mongoKeyRecords({ ...options, at }, db));
    if (isFirst) await migrateTickets({ ...options, at });
    const clock = await serverClock(db);
    if (isFirst) await beginNotes(at, clock.now());
    const context: Context = { ...options, at, clock, changeLog: openChangeLog(at) };
    return {
      ...mongoInbox(context),
      ...mongoAccounts(context),
      ...mongoDeadLetters(context),
      ...mongoContacts(context),
      recordReceipts: (receipts) => recordReceipts(context, receipts),
      ...mongoTurns(context),
      ...mongoOutbox(context),
      ...mongoHistory(context),
      ...mongoTickets(context),
      ...mongoChanges(context),
      ...mongoStaff(context),
      ...mongoRegister(context, db),
      ...mongoFiles(context),
      ...mongoChatData(context),
      ...mongoLimits(context),
      ...mongoHeld(context),
      ...mongoCandidates(context),
      ...mongoAudit(context),
      ...mongoSealing(context, db),
      ...mongoUpkeep(context, connection, db),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
