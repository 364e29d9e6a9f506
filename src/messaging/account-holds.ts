import { channelKey } from "../channels/accounts.ts";
import type { Channel } from "../channels/channel.ts";
import { conversationIn } from "../store/ports/outbox.ts";
import { AppError, appError } from "../vocabulary/errors.ts";
import type { Contact, Log, Receipt } from "../vocabulary/message.ts";
import { countFailure, freshHold, type Hold, isOutage, STOPPED_PAUSE } from "./hold.ts";
import { tellOutage, tellOutageIsOver } from "./outage-alarm.ts";
import { checkSharedHold, endSharedHold, type Sharing, shareHold } from "./shared-hold.ts";

/** In ms. */
const ASK_LIMIT = 15_000;
const LOOK_AGAIN = 5_000;

type Account = Pick<Contact, "channel" | "account">;
type Failed = { conversation?: string; began?: number };

export type Holds = {
  /**
   * Returns how long the account must rest (ms), or `undefined` if it may send. After an outage, a ping tests the
   * platform, because a test message might arrive twice.
   */
  findHold(channel: Channel): Promise<{ after: number; code: string } | undefined>;
  noteFailure(account: Account, error: AppError, failed?: Failed): Promise<void>;
  noteSuccess(account: Account): Promise<void>;
  noteReceipt(receipt: Receipt): Promise<void>;
};

type Holding = Sharing & {
  log: Log;
  own: Map<string, Hold>;
};

/** `now` returns the monotonic time (ms). */
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
  if (held === "free" && holding.own.get(key)?.byStatus) holding.own.delete(key);
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
      if (hold.until !== askedUntil) return undefined; // the hold changed during the ping
      hold.until = 0;
      if (error && isOutage(error)) return noteFailure(holding, account, error);
      // Any other answer, even an error, shows that the platform works.
      hold.isOpen = true;
      return undefined;
    });
  return { after: LOOK_AGAIN, code: hold.code };
}

async function noteFailure(
  holding: Holding,
  account: Account,
  error: AppError,
  { conversation = "", began = holding.now() }: Failed = {},
): Promise<void> {
  const { code } = error;
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
  // The failure of a call that began before the hold brings no new information.
  if (hold.until > now || began < hold.since) return;
  const wasHeld = hold.pause > 0;
  countFailure(hold, error, { conversation, now });
  if (wasHeld) await tellBegin(holding, account, hold, error);
}

/**
 * `later` is true for a receipt. A call cannot end a stop from receipts: the platform still takes messages during such
 * a stop.
 */
async function noteSuccess(holding: Holding, account: Account, later = false): Promise<void> {
  const key = channelKey(account);
  const isFreed = later && (await endSharedHold(holding, account));
  const hold = holding.own.get(key);
  const isOver = hold !== undefined && hold.until <= holding.now() && (later || !hold.byStatus);
  if (isOver) holding.own.delete(key);
  if (!isFreed && !(isOver && hold.told)) return;
  const seconds = hold?.told ? Math.round((holding.now() - hold.toldAt) / 1_000) : undefined;
  await tellOutageIsOver(holding, account, seconds);
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
  await tellOutage(holding, account, error);
}
