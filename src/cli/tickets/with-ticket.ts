import { isOnlyForMarked } from "../../casework/category.ts";
import { type Caller, isVisibleTo } from "../../casework/desk/caller.ts";
import type { Runtime } from "../../runtime.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { withRuntime } from "../open.ts";
import { requireCaller } from "../operator.ts";

export const withTicket = (
  number: string,
  by: string,
  work: (runtime: Runtime, caller: Caller) => Promise<void>,
): Promise<void> =>
  withRuntime(async (runtime) => {
    const caller = await requireCaller(runtime, by);
    await explainUnseen(runtime, number, caller, () => work(runtime, caller));
  });

/** A user of this machine can list all numbers, so the error may name a hidden ticket. */
export async function explainUnseen<T>(
  { store, districts }: Pick<Runtime, "store" | "districts">,
  number: string,
  { officer }: Caller,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const isUnknown = thrown instanceof AppError && thrown.code === "TICKET_UNKNOWN";
    const ticket = isUnknown ? await store.head(number) : undefined;
    if (ticket && officer && !isVisibleTo({ districts }, officer, ticket))
      throw new AppError("FORBIDDEN", `${officer.id} may not see ${number}: --by names an officer who may`);
    if (ticket && !officer && isOnlyForMarked(ticket.category))
      throw new AppError(
        "CONFIDENTIAL",
        `${number} is for marked officers only: --by names one of them, \`npx --no sapa staff list\` shows their marks`,
      );
    throw thrown;
  }
}
