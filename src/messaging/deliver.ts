import { channelKey } from "../channels/accounts.ts";
import type { Channel } from "../channels/channel.ts";
import type { Activity } from "../observability/activity.ts";
import type { Queue } from "../queue/jobs.ts";
import type { Contacts } from "../store/ports/contacts.ts";
import type { OpenSend, Outbox, SendResult } from "../store/ports/outbox.ts";
import { type AppError, appError, type ErrorCode } from "../vocabulary/errors.ts";
import type { Contact, Meter, Trace } from "../vocabulary/message.ts";
import type { Holds } from "./account-holds.ts";
import type { OffChannels } from "./off-channels.ts";
import { retryWhileAway } from "./retry-while-away.ts";
import { hideFromStranger, type Showing } from "./stranger.ts";
import { isWindowClosed, type Waiting, waitForCitizen } from "./window.ts";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 300_000;
/** The pauses (ms) before each repeat of a message that may have arrived. */
const REPEATS = [1_000, 15_000, 5 * 60_000, 50 * 60_000, 150 * 60_000] as const;
/** In ms. The service always repeats a message younger than this. */
const REPEATED_FOR = 3 * 3_600_000;
const GIVE_UP = 24 * 3_600_000;
const STOPPED_PAUSE = 60_000;

export type Delivering = Showing &
  Waiting & {
    store: Pick<Outbox, "openSend" | "closeSend"> & Pick<Contacts, "setReachable" | "moveContact">;
    queue: Pick<Queue, "wake" | "announce" | "pace">;
    channels: ReadonlyMap<string, Channel>;
    holds: Pick<Holds, "findHold" | "noteSuccess" | "noteFailure">;
    offChannels: OffChannels;
    live: ReadonlySet<string>;
    chatName(contact: Contact): string;
    activity: Pick<Activity, "count">;
    meter: Pick<Meter, "send">;
    trace: Trace;
    /** Messages a second, for the account and for each chat. 0 means no limit. */
    sendRate?: number;
    sendRateChat?: number;
  };

/** Stage 3: sends the waiting messages of one conversation in order, one at a time. */
export async function deliverReplies(delivering: Delivering, conversation: string): Promise<void> {
  const send = await retryWhileAway(() => delivering.store.openSend(conversation));
  if (send) await deliverOpenSend(delivering, send);
}

export async function deliverOpenSend(delivering: Delivering, opened: OpenSend): Promise<void> {
  const { store, queue, live, meter } = delivering;
  const { conversation } = opened;
  for (let send: OpenSend | undefined = opened; send; ) {
    const current: OpenSend = send;
    const started = performance.now();
    const { id: outbound, to } = current.message;
    const result = await delivering.trace("send", { conversation, outbound, channel: to.channel }, () =>
      sendMessage(delivering, current),
    );
    meter.send(to.channel, result.state, performance.now() - started);
    if (result.state !== "waiting") delivering.activity.count(to, result.state);
    else if (result.tried) delivering.activity.count(to, "failed");
    // If the store does not get the platform's answer, the service may send the message twice.
    send = await retryWhileAway(() => store.closeSend(current, result));
    if (result.state === "sent" && live.has(to.channel)) queue.announce(delivering.chatName(to));
    if ("after" in result) await queue.wake("outbound", { conversation }, { delay: result.after });
  }
}

async function sendMessage(delivering: Delivering, send: OpenSend): Promise<SendResult> {
  const { log, store, channels, holds } = delivering;
  const { message, attempts, conversation } = send;
  const channel = channels.get(channelKey(message.to));
  if (!channel) {
    const after = delivering.offChannels.findRest(message.to, send.age);
    return { state: "again", after, tried: false, code: "CHANNEL_STOPPED", off: true };
  }
  const started = performance.now();
  const line = () => ({
    conversation,
    outbound: message.id,
    channel: message.to.channel,
    attempts,
    ms: Math.round(performance.now() - started),
  });
  try {
    const hold = await holds.findHold(channel);
    if (hold) return { state: "again", ...hold, tried: false };
    const wait = await takePlace(delivering, channel, send);
    if (wait > 0) return { state: "again", after: wait, tried: false };
    const shown = await hideFromStranger(delivering, conversation, message);
    if (isWindowClosed(channel, send)) {
      const result = await waitForCitizen(delivering, channel, { ...send, message: shown }, false);
      log("info", { ...line(), result: result.state, code: "WINDOW_CLOSED" }, "not sent");
      return result;
    }
    await channel.send(shown);
    await holds.noteSuccess(message.to);
    log("debug", line(), "sent");
    return { state: "sent" };
  } catch (thrown) {
    const error = appError(thrown);
    const { code, details } = error;
    if (code === "CONTACT_UNREACHABLE") await store.setReachable(message.to, false);
    if (code === "CONTACT_MOVED" && details.to) await store.moveContact(message.to, details.to);
    if (ABOUT_THIS_CHAT.has(code) && details.platformCode !== undefined) await holds.noteSuccess(message.to);
    else await holds.noteFailure(message.to, error, { conversation, began: started });
    const result =
      code === "WINDOW_CLOSED"
        ? await waitForCitizen(
            delivering,
            channel,
            { ...send, message: await hideFromStranger(delivering, conversation, message) },
            true,
          )
        : resultOf(error, send);
    const fields = { ...line(), result: result.state, code, platformCode: details.platformCode };
    if (details.unlisted) log("error", fields, "not sent, for a reason that this release does not know");
    else log(isOurTrouble(code, result) ? "error" : "warn", fields, "not sent");
    return result;
  }
}

const ABOUT_THIS_CHAT = new Set<ErrorCode>([
  "CONTACT_BUSY",
  "CONTACT_UNREACHABLE",
  "CONTACT_MOVED",
  "WINDOW_CLOSED",
  "CHANNEL_REJECTED",
]);

const isOurTrouble = (code: ErrorCode, { state }: SendResult): boolean =>
  code === "CHANNEL_REJECTED" || code === "INTERNAL" || (state === "failed" && code !== "CONTACT_UNREACHABLE");

function takePlace(
  { queue, sendRate, sendRateChat }: Delivering,
  { account, name, limits }: Channel,
  { conversation }: OpenSend,
): Promise<number> {
  const rate = sendRate ?? limits.rate;
  const chatRate = sendRateChat ?? limits.chatRate;
  return queue.pace([
    { key: `chat ${conversation}`, rate: chatRate, burst: sendRateChat === undefined ? limits.burst : 3 },
    { key: `account ${name} ${account}`, rate, burst: Math.max(3, rate / 4) },
  ]);
}

function resultOf({ code, details }: AppError, send: OpenSend): SendResult {
  const after = details.retryAfter ?? Math.min(FIRST_PAUSE * 2 ** (send.attempts - 1), LONGEST_PAUSE);
  const old = send.age > GIVE_UP;
  switch (code) {
    case "CHANNEL_STOPPED":
      return { state: "again", after: STOPPED_PAUSE, tried: true, code };
    case "CHANNEL_BUSY":
    case "CONTACT_BUSY":
      return old ? { state: "failed", code } : { state: "again", after, tried: true, code };
    case "CHANNEL_UNKNOWN": {
      if (send.unknown >= REPEATS.length && send.age > REPEATED_FOR) return { state: "failed", code };
      return { state: "unknown", after: REPEATS[Math.min(send.unknown, REPEATS.length - 1)] ?? LONGEST_PAUSE, code };
    }
    case "CONTACT_MOVED":
      return { state: "again", after: 1, tried: true, code };
    default:
      return { state: "failed", code };
  }
}
