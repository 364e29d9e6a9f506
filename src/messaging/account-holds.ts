import { channelKey } from "../channels/accounts.ts";
import type { Channel } from "../channels/channel.ts";
import { conversationIn } from "../store/ports/outbox.ts";
import { AppError, appError } from "../vocabulary/errors.ts";
import type { Contact, Log, Receipt } from "../vocabulary/message.ts";
import { checkSharedHold, endSharedHold, type Sharing, shareHold } from "./shared-hold.ts";

/** The hold of an account whose sends fail, as this process knows it. Times are ms of the monotonic clock. */
type Hold = {
  /** Nothing is sent before this time. `since`: the time at which `until` was set. */
  until: number;
  since: number;
  code: string;
  /**
   * Sends in a row that failed because of the platform or the network. `last`: the conversation of the last failed
   * send.
   */
  failures: number;
  last: string;
  /**
   * Our own back-off at the last failure, in ms; 0 before the first hold. The platform's `retryAfter` is not part of
   * it.
   */
  pause: number;
  /** True if a ping has shown that the platform answers again. Then the next message is sent. */
  isOpen: boolean;
  /** True if the platform still takes messages, but its receipts say that the account is stopped. */
  byStatus: boolean;
  /** True if the service has told operators of the outage. */
  told: boolean;
  toldAt: number;
};

/** Ms after which we try an account again that its platform has stopped. So nobody has to switch it on again. */
const STOPPED_PAUSE = 60_000;
/**
 * While a platform or the network is away, the first hold of an account lasts `FIRST_PAUSE` ms, and the longest
 * `LONGEST_PAUSE` ms.
 */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/**
 * This many failures in a row put an account on hold. A single failure may be the fault of its message. If two calls
 * fail with no success between them, the account or its platform is at fault.
 */
const MOST_FAILURES = 2;
/** How much a repeated CHANNEL_BUSY of the same chat counts, because the chat's message may be at fault. */
const SAME_CHAT = 0.5;
/**
 * `ASK_LIMIT`: the longest time in ms that a ping to the platform may take. `LOOK_AGAIN`: ms after which a waiting chat
 * checks for the answer.
 */
const ASK_LIMIT = 15_000;
const LOOK_AGAIN = 5_000;
/**
 * All processes together tell operators of an outage only once within `TOLD_ONCE` ms, and of its end only once within
 * `TOLD_OVER` ms.
 */
const TOLD_ONCE = 30 * 60_000;
const TOLD_OVER = 5 * 60_000;

type Account = Pick<Contact, "channel" | "account">;
type Failed = { conversation?: string; began?: number };

/** If sends on an account fail, puts the account on hold for a while and tells operators. */
export type Holds = {
  /**
   * Returns for how many ms nothing is sent on this account, and why; `undefined` if a message may be sent. After an
   * outage, a ping tests the platform before a citizen's message is sent. If the network lost the message, nobody would
   * know whether it arrived.
   */
  findHold(channel: Channel): Promise<{ after: number; code: string } | undefined>;
  /** Notes a failed call. Only a fault of the account, the platform or the network leads to a hold. */
  noteFailure(account: Account, error: AppError, failed?: Failed): Promise<void>;
  /** Notes that the platform has taken a message. If the time of the account's hold is over, this ends the hold. */
  noteSuccess(account: Account): Promise<void>;
  /**
   * Notes a platform's receipt. A receipt that shows a fault of the account puts the account on hold, as a failed call
   * does.
   */
  noteReceipt(receipt: Receipt): Promise<void>;
};

/** The holds of all accounts in one process. The keys are channel and account. */
type Holding = Sharing & {
  log: Log;
  /** Holds that this process derived from its own calls and from the receipts that it received. */
  own: Map<string, Hold>;
};

/** `now`: the monotonic time, in ms. */
export function openHolds({ store, log, now = () => performance.now() }: Opening): Holds {
  const holding: Holding = { store, log, now, own: new Map(), shared: new Map() };
  return {
    findHold: (channel) => findHold(holding, channel),
    noteFailure: (account, error, failed) => noteFailure(holding, account, error, failed),
    noteSuccess: (account) => noteSuccess(holding, account),
    noteReceipt: (receipt) => noteReceipt(holding, receipt),
  };
}
type Opening = { store: Sharing["store"]; log: Log; now?: () => number };

async function findHold(holding: Holding, channel: Channel): Promise<{ after: number; code: string } | undefined> {
  const account = { channel: channel.name, account: channel.account };
  const own = findOwnHold(holding, channel, account);
  if (own) return own;
  const held = await checkSharedHold(holding, account);
  const key = channelKey(account);
  if (held === "free" && holding.own.get(key)?.byStatus) holding.own.delete(key); // another process has ended the hold
  if (held === "stopped") return { after: STOPPED_PAUSE, code: "CHANNEL_STOPPED" };
  return held === "rests" ? { after: LOOK_AGAIN, code: "CHANNEL_BUSY" } : undefined;
}

function findOwnHold(holding: Holding, channel: Channel, account: Account) {
  const hold = holding.own.get(channelKey(account));
  if (!hold) return undefined;
  const now = holding.now();
  if (hold.until > now) return { after: Math.ceil(hold.until - now), code: hold.code };
  if (hold.pause === 0 || hold.isOpen || hold.code === "CHANNEL_STOPPED" || !channel.ping) return undefined;
  const askedUntil = now + ASK_LIMIT;
  hold.until = askedUntil;
  void channel
    .ping()
    .then(
      () => undefined,
      (thrown: unknown) => appError(thrown),
    )
    .then((error) => {
      if (hold.until !== askedUntil) return undefined; // a stop or another failure has changed the hold meanwhile
      hold.until = 0;
      if (error && isOutage(error)) return noteFailure(holding, account, error);
      // Any other answer, even an error, shows that the platform works.
      hold.isOpen = true;
      return undefined;
    });
  return { after: LOOK_AGAIN, code: hold.code };
}

const isOutage = ({ code, details }: AppError): boolean =>
  (code === "CHANNEL_BUSY" || code === "CHANNEL_UNKNOWN") && !details.unlisted;

async function noteFailure(
  holding: Holding,
  account: Account,
  error: AppError,
  { conversation = "", began = holding.now() }: Failed = {},
): Promise<void> {
  const { code, details } = error;
  const isStopped = code === "CHANNEL_STOPPED";
  if (!isStopped && !isOutage(error)) return;
  const key = channelKey(account);
  const hold = holding.own.get(key) ?? freshHold();
  holding.own.set(key, hold);
  const now = holding.now();
  if (isStopped) {
    Object.assign(hold, { code, pause: STOPPED_PAUSE, until: now + STOPPED_PAUSE, since: now, isOpen: false });
    return tellBegin(holding, account, hold, error);
  }
  // A call that began before the hold brings no new information.
  if (hold.until > now || began < hold.since) return;
  const isSame = code === "CHANNEL_BUSY" && !details.unreached && hold.last === conversation;
  hold.failures += isSame ? SAME_CHAT : 1;
  const wasHeld = hold.pause > 0;
  const isHeld = wasHeld || details.unreached || hold.failures >= MOST_FAILURES;
  const pause = isHeld ? Math.min(Math.max(hold.pause * 2, FIRST_PAUSE), LONGEST_PAUSE) : 0;
  const rest = Math.max(pause, details.retryAfter ?? 0);
  Object.assign(hold, { code, last: conversation, pause, isOpen: false });
  if (rest > 0) Object.assign(hold, { until: now + rest, since: now });
  if (wasHeld) await tellBegin(holding, account, hold, error);
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
 * Some platforms take messages even while the account is stopped, and report this in a later receipt (`byStatus`). Such
 * a hold ends only with a later receipt (`later`).
 */
async function noteSuccess(holding: Holding, account: Account, later = false): Promise<void> {
  const key = channelKey(account);
  const isFreed = later && (await endSharedHold(holding, account));
  const hold = holding.own.get(key);
  const isOver = hold !== undefined && hold.until <= holding.now() && (later || !hold.byStatus);
  if (isOver) holding.own.delete(key);
  if (!isFreed && !(isOver && hold.told)) return;
  await holding.store.clearCounts([`outage:${key}`]).catch(() => undefined);
  if (!(await isFirst(holding, `outage-over:${key}`, TOLD_OVER))) return;
  const lasted = hold?.told ? { seconds: Math.round((holding.now() - hold.toldAt) / 1_000) } : {};
  holding.log("info", { ...account, alarm: "outage-over", ...lasted }, "messages go out again");
}

async function noteReceipt(holding: Holding, receipt: Receipt): Promise<void> {
  const { state, error, outboundId, channel } = receipt;
  const account = { channel, account: receipt.account };
  if (state !== "failed") return noteSuccess(holding, account, true);
  if (!error) return;
  const { code, platformCode, unlisted } = error;
  if (unlisted) {
    holding.log("error", { ...account, code, platformCode }, "failed, for a reason that this release does not know");
    return;
  }
  if (code !== "CHANNEL_STOPPED" && code !== "CHANNEL_BUSY") return;
  const details = platformCode === undefined ? {} : { platformCode };
  await noteFailure(holding, account, new AppError(code, "told by a status", { details }), {
    conversation: conversationIn(outboundId),
  });
  const hold = holding.own.get(channelKey(account));
  if (!hold) return;
  const isStopped = code === "CHANNEL_STOPPED";
  if (isStopped) hold.byStatus = true;
  const rest = hold.until - holding.now();
  if (rest > 0) await shareHold(holding, account, rest, isStopped);
}

async function tellBegin(holding: Holding, account: Account, hold: Hold, error: AppError): Promise<void> {
  if (hold.told) return;
  hold.told = true;
  hold.toldAt = holding.now();
  const key = channelKey(account);
  if (!(await isFirst(holding, `outage:${key}`, TOLD_ONCE))) return;
  await holding.store.clearCounts([`outage-over:${key}`]).catch(() => undefined);
  const { code, details } = error;
  const what =
    code === "CHANNEL_STOPPED"
      ? "the platform has stopped this account, messages wait"
      : "the platform or the line to it is away, messages wait";
  holding.log("error", { ...account, alarm: "outage", code, platformCode: details.platformCode }, what);
}

/**
 * Returns true if no other process has told operators this. Returns true also if the store is away: better told twice
 * than never.
 */
async function isFirst({ store }: Holding, key: string, window: number): Promise<boolean> {
  const counted = await store.count([{ key, limit: 1, window, add: 1 }]).catch(() => undefined);
  return !counted?.exceeded;
}
