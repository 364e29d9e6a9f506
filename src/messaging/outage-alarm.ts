import { channelKey } from "../channels/accounts.ts";
import { defined } from "../defined.ts";
import type { Limits } from "../store/ports/limits.ts";
import type { AppError } from "../vocabulary/errors.ts";
import type { Contact, Log } from "../vocabulary/message.ts";

/** In ms. All processes together tell operators only once within this time. */
const TOLD_ONCE = 30 * 60_000;
const TOLD_OVER = 5 * 60_000;

type Account = Pick<Contact, "channel" | "account">;
type Telling = { store: Pick<Limits, "count" | "clearCounts">; log: Log };

export async function tellOutage(telling: Telling, account: Account, { code, details }: AppError): Promise<void> {
  const key = channelKey(account);
  if (!(await isFirst(telling, `outage:${key}`, TOLD_ONCE))) return;
  await telling.store.clearCounts([`outage-over:${key}`]).catch(() => undefined);
  const what =
    code === "CHANNEL_STOPPED"
      ? "the platform has stopped this account, messages wait"
      : "the platform or the line to it is away, messages wait";
  telling.log("error", { ...account, alarm: "outage", code, platformCode: details.platformCode }, what);
}

/** `seconds`: how long this process has known of the outage. */
export async function tellOutageIsOver(telling: Telling, account: Account, seconds: number | undefined): Promise<void> {
  const key = channelKey(account);
  await telling.store.clearCounts([`outage:${key}`]).catch(() => undefined);
  if (!(await isFirst(telling, `outage-over:${key}`, TOLD_OVER))) return;
  telling.log("info", { ...account, alarm: "outage-over", ...defined({ seconds }) }, "messages go out again");
}

/** Returns true if the store is away. */
async function isFirst({ store }: Telling, key: string, window: number): Promise<boolean> {
  const counted = await store.count([{ key, limit: 1, window, add: 1 }]).catch(() => undefined);
  return !counted?.exceeded;
}
