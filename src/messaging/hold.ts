import { channelKey } from "../channels/accounts.ts";
import type { Channel } from "../channels/channel.ts";
import { AppError, appError } from "../vocabulary/errors.ts";
import type { Contact, Receipt } from "../vocabulary/message.ts";
import type { Messaging } from "./messaging.ts";
import { freeForAll, heldForAll, type SharedHold, shareHold } from "./shared-hold.ts";

/** What this process knows of an account whose sends fail. Times are ms of the monotonic clock. */
type Hold = {
  /** Nothing is sent before this; `since`: when that was written. */
  until: number;
  since: number;
  code: string;
  /** Sends in a row that failed for the platform's or the line's sake, and whose chat the last one was. */
  failures: number;
  last: string;
  /** How long it was held last; 0 while it never was. */
  pause: number;
  /** The platform was asked, and is there. */
  isOpen: boolean;
  /** The platform takes messages and says later that it sent none. */
  byStatus: boolean;
  /** Operators have heard of it. */
  told: boolean;
  /** Monotonic ms, when they heard. */
  toldAt: number;
};

/** Ms after which an account is tried again that its platform has stopped, so that it comes back by itself. */
const STOPPED_PAUSE = 60_000;
/** Ms: how long an account is held at first, and at most, while its platform or the line is away. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** One call that fails is that message's own; two chats in a row, with no success between them, are the account's. */
const MOST_FAILURES = 2;
/** What a second failure of the same chat counts: it may be that message's fault. */
const SAME_CHAT = 0.5;
/** Ms that a question to the platform may take, and after which a chat looks whether it was answered. */
const ASK_LIMIT = 15_000;
const LOOK_AGAIN = 5_000;
/** Ms in which several processes tell operators of the same outage once, and of its end. */
const TOLD_ONCE = 30 * 60_000;
const TOLD_OVER = 5 * 60_000;

/** What one process knows of accounts whose sends fail, by channel and account. Only this module and its shared part read it. */
export type Holds = {
  /** What this process has met itself. */
  own: Map<string, Hold>;
  /** What the store said last of accounts that any process holds. */
  shared: Map<string, SharedHold>;
};
export type Holding = Pick<Messaging, "store" | "log" | "holds">;

export const openHolds = (): Holds => ({ own: new Map(), shared: new Map() });

type Account = Pick<Contact, "channel" | "account">;
type Failed = { conversation?: string; began?: number };

/**
 * For how long nothing is sent on this account; `undefined` while it may be tried. When the hold of an outage ends, the
 * platform is asked before a citizen's message is risked: one that is lost on the way counts as perhaps sent.
 */
export async function holdOn(
  messaging: Holding,
  channel: Channel,
): Promise<{ after: number; code: string } | undefined> {
  const account = { channel: channel.name, account: channel.account };
  const own = ownHoldOn(messaging, channel, account);
  if (own) return own;
  const held = await heldForAll(messaging, account);
  const key = channelKey(account);
  if (held === "free" && messaging.holds.own.get(key)?.byStatus) messaging.holds.own.delete(key); // another process heard so
  if (held === "stopped") return { after: STOPPED_PAUSE, code: "CHANNEL_STOPPED" };
  return held === "rests" ? { after: LOOK_AGAIN, code: "CHANNEL_BUSY" } : undefined;
}

function ownHoldOn(messaging: Holding, channel: Channel, account: Account) {
  const hold = messaging.holds.own.get(channelKey(account));
  if (!hold) return undefined;
  const now = performance.now();
  if (hold.until > now) return { after: Math.ceil(hold.until - now), code: hold.code };
  if (hold.pause === 0 || hold.isOpen || hold.code === "CHANNEL_STOPPED" || !channel.ping) return undefined;
  hold.until = now + ASK_LIMIT;
  void channel
    .ping()
    .then(
      () => undefined,
      (thrown: unknown) => appError(thrown),
    )
    .then((error) => {
      hold.until = 0;
      if (error && isOutage(error)) return noteFailure(messaging, account, error);
      // Any other word of the platform's says that it is there.
      hold.isOpen = true;
      return undefined;
    });
  return { after: LOOK_AGAIN, code: hold.code };
}

const isOutage = ({ code, details }: AppError): boolean =>
  (code === "CHANNEL_BUSY" || code === "CHANNEL_UNKNOWN") && !details.unlisted;

/** A call has failed: holds its account where the fault is the account's, the platform's or the line's, and tells operators. */
export async function noteFailure(
  messaging: Holding,
  account: Account,
  error: AppError,
  { conversation = "", began = performance.now() }: Failed = {},
): Promise<void> {
  const { code, details } = error;
  const isStopped = code === "CHANNEL_STOPPED";
  if (!isStopped && !isOutage(error)) return;
  const key = channelKey(account);
  const hold = messaging.holds.own.get(key) ?? freshHold();
  messaging.holds.own.set(key, hold);
  const now = performance.now();
  if (isStopped) {
    Object.assign(hold, { code, pause: STOPPED_PAUSE, until: now + STOPPED_PAUSE, since: now, isOpen: false });
    return tellBegin(messaging, account, hold, error);
  }
  // Begun before the account was held: it tells nothing new.
  if (hold.until > now || began < hold.since) return;
  const isSame = code === "CHANNEL_BUSY" && !details.unreached && hold.last === conversation;
  hold.failures += isSame ? SAME_CHAT : 1;
  const wasHeld = hold.pause > 0;
  const isHeld = wasHeld || details.unreached || hold.failures >= MOST_FAILURES;
  const pause = isHeld ? Math.min(Math.max(hold.pause * 2, FIRST_PAUSE), LONGEST_PAUSE) : 0;
  const rest = Math.max(pause, details.retryAfter ?? 0);
  Object.assign(hold, { code, last: conversation, pause, isOpen: false });
  if (rest > 0) Object.assign(hold, { until: now + rest, since: now });
  if (wasHeld) await tellBegin(messaging, account, hold, error);
}

const freshHold = (): Hold => ({
  until: 0,
  since: 0,
  code: "",
  failures: 0,
  last: "",
  pause: 0,
  isOpen: false,
  byStatus: false,
  told: false,
  toldAt: 0,
});

/**
 * The platform has taken a message: whatever was wrong is over. One that takes them and says later that the account is
 * stopped (`byStatus`) is over when it says so later, too.
 */
export async function noteSuccess(messaging: Holding, account: Account, later = false): Promise<void> {
  const key = channelKey(account);
  const isFreed = later && (await freeForAll(messaging, account));
  const hold = messaging.holds.own.get(key);
  const isOver = hold !== undefined && hold.until <= performance.now() && (later || !hold.byStatus);
  if (isOver) messaging.holds.own.delete(key);
  if (!isFreed && !(isOver && hold.told)) return;
  await messaging.store.clearCounts([`outage:${key}`]).catch(() => undefined);
  if (!(await isFirst(messaging, `outage-over:${key}`, TOLD_OVER))) return;
  const lasted = hold?.told ? { seconds: Math.round((performance.now() - hold.toldAt) / 1_000) } : {};
  messaging.log("info", { ...account, alarm: "outage-over", ...lasted }, "messages go out again");
}

/** What a platform says later of an account: a fault of it holds it as one that is told at once. */
export async function noteReceipt(messaging: Holding, receipt: Receipt): Promise<void> {
  const { state, error, outboundId: conversation, channel } = receipt;
  const account = { channel, account: receipt.account };
  if (state !== "failed") return noteSuccess(messaging, account, true);
  if (!error) return;
  const { code, platformCode, unlisted } = error;
  if (unlisted) {
    messaging.log("error", { ...account, code, platformCode }, "failed, for a reason that this release does not know");
    return;
  }
  if (code !== "CHANNEL_STOPPED" && code !== "CHANNEL_BUSY") return;
  const details = platformCode === undefined ? {} : { platformCode };
  await noteFailure(messaging, account, new AppError(code, "told by a status", { details }), { conversation });
  const hold = messaging.holds.own.get(channelKey(account));
  if (!hold) return;
  const isStopped = code === "CHANNEL_STOPPED";
  if (isStopped) hold.byStatus = true;
  const rest = hold.until - performance.now();
  if (rest > 0) await shareHold(messaging, account, rest, isStopped);
}

async function tellBegin(messaging: Holding, account: Account, hold: Hold, error: AppError): Promise<void> {
  if (hold.told) return;
  hold.told = true;
  hold.toldAt = performance.now();
  const key = channelKey(account);
  if (!(await isFirst(messaging, `outage:${key}`, TOLD_ONCE))) return;
  await messaging.store.clearCounts([`outage-over:${key}`]).catch(() => undefined);
  const { code, details } = error;
  const what =
    code === "CHANNEL_STOPPED"
      ? "the platform has stopped this account, messages wait"
      : "the platform or the line to it is away, messages wait";
  messaging.log("error", { ...account, alarm: "outage", code, platformCode: details.platformCode }, what);
}

/** Whether no other process has told it; a store that is away keeps nobody from hearing. */
async function isFirst({ store }: Holding, key: string, window: number): Promise<boolean> {
  const counted = await store.count([{ key, limit: 1, window, add: 1 }]).catch(() => undefined);
  return !counted?.exceeded;
}
