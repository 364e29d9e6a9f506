import { channelKey } from "../channels/accounts.ts";
import { stripAt } from "../conversation/engine/strip-session.ts";
import { jobsOf } from "../effects/index.ts";
import type { OpenTurn, TurnResult } from "../store/ports/turns.ts";
import { appError } from "../vocabulary/errors.ts";
import type { OutboundBody } from "../vocabulary/message.ts";
import type { Answering } from "./answering.ts";
import { type Decided, decideTurn } from "./decide-turn.ts";
import { readTurn, sessionOf } from "./read-turn.ts";
import { retryWhileAway } from "./retry-while-away.ts";

/** A message is poison if its handling began this often and never ended. */
const POISON = 5;

/** Stage 2: answers the waiting messages of one conversation, one turn for each message. */
export async function answerChat(answering: Answering, conversation: string): Promise<void> {
  const { store, turnOrder } = answering;
  await retryWhileAway(async () => {
    const open = async () => setSuspectAside(answering, await store.openTurn(conversation));
    await answerAll(answering, conversation, await turnOrder.together(open));
  });
}

export const answerOpenTurn = (answering: Answering, opened: OpenTurn): Promise<void> =>
  answerAll(answering, opened.conversation, opened);

type Next = OpenTurn | "suspect" | undefined;

async function answerAll(answering: Answering, conversation: string, first: Next): Promise<void> {
  const { store, turnOrder } = answering;
  const answer = async (turn: OpenTurn | undefined): Promise<Next> =>
    turn && setSuspectAside(answering, await traceTurn(answering, turn));
  for (let next = first; next; ) {
    const turn: OpenTurn | "suspect" = next;
    next =
      turn === "suspect"
        ? await turnOrder.alone(async () => answer(await store.openTurn(conversation)))
        : await turnOrder.together(() => answer(turn));
  }
}

/** A suspect message runs alone, so no other message is blamed if the process ends. */
async function setSuspectAside({ store }: Answering, turn: OpenTurn | undefined): Promise<Next> {
  if (!turn || turn.attempts === 1 || turn.attempts > POISON) return turn;
  await store.leaveTurn(turn, false);
  return "suspect";
}

function traceTurn(answering: Answering, turn: OpenTurn): Promise<OpenTurn | undefined> {
  const { conversation, key: message } = turn;
  return answering.trace("answer", { conversation, message }, () => answerTurn(answering, turn));
}

async function answerTurn(answering: Answering, turn: OpenTurn): Promise<OpenTurn | undefined> {
  const { store, queue, log, meter } = answering;
  const { conversation, key: message, attempts } = turn;
  if (!answering.channels.has(channelKey(turn.contact))) return letRest(answering, turn);
  const started = performance.now();
  let result: Decided;
  try {
    if (attempts > POISON) result = endPoison(answering, turn);
    else {
      const reading = await readTurn(answering, turn);
      if (reading.wait > 0) return await postponeTurn(answering, turn, reading.wait);
      result = await decideTurn(answering, turn, reading);
    }
  } catch (thrown) {
    const error = appError(thrown);
    meter.turn("failed", performance.now() - started);
    log("error", { conversation, message, attempts, code: error.code, where: placeOf(thrown) }, "turn failed");
    await store.leaveTurn(turn, !error.retryable);
    return undefined;
  }
  const done = await commitResult(answering, turn, withStripAt(result));
  if (done === "lost") return undefined;
  const { channel } = turn.contact;
  const took = performance.now() - started;
  const ms = Math.round(took);
  meter.turn(result.outcome, took);
  log(
    "info",
    { conversation, message, channel, ms, replies: result.replies.length, outcome: result.outcome },
    "answered",
  );
  if (answering.live.has(channel)) queue.announce(answering.chatName(turn.contact));
  for (const effect of result.effects) {
    for (const { name, number } of jobsOf(effect)) await queue.wake(name, { number });
  }
  const { next, send } = done;
  if (send) answering.delivering.take(send);
  else if (result.replies.length > 0) await wakeSender(answering, conversation);
  return next;
}

/** The citizen has just written, so the platform works and needs no pause. */
async function wakeSender({ store, queue, delivering }: Answering, conversation: string): Promise<void> {
  if (delivering.isInThisProcess()) await store.shortenPause(conversation, 0).catch(() => false); // at worst, the pause ends by itself
  await queue.wake("outbound", { conversation });
}

async function letRest({ store, offChannels }: Answering, turn: OpenTurn): Promise<undefined> {
  await store.restTurn(turn, offChannels.findRest(turn.contact, Date.now() - turn.recordedAt));
}

/** The attempt does not count, because the citizen is still writing. */
async function postponeTurn({ store, queue }: Answering, turn: OpenTurn, delay: number): Promise<undefined> {
  await store.leaveTurn(turn, false);
  await queue.wake("inbound", { conversation: turn.conversation }, { delay });
}

/** Adds the time at which the service has to remove the next NIK or KK number from the session. */
function withStripAt(result: Decided): TurnResult {
  const strip = stripAt(result.session);
  return strip === undefined ? result : { ...result, stripAt: strip };
}

async function commitResult({ store, log, delivering }: Answering, turn: OpenTurn, result: TurnResult) {
  try {
    return await store.commitTurn(turn, result, delivering.isInThisProcess());
  } catch (thrown) {
    const { code, retryable } = appError(thrown);
    if (code !== "LEASE_LOST") {
      await store.leaveTurn(turn, !retryable).catch(() => undefined); // an outage of the store is no sign of poison
      throw thrown;
    }
    log("warn", { conversation: turn.conversation, message: turn.key }, "lease lost, another worker answers");
    return "lost";
  }
}

/** Leaves out the error's message, which may contain a citizen's words. */
const placeOf = (thrown: unknown): string =>
  thrown instanceof Error
    ? (thrown.stack ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
        .slice(0, 3)
        .join(" < ")
    : "";

function endPoison(answering: Answering, turn: OpenTurn): Decided {
  const { translate, log } = answering;
  const session = sessionOf(answering, turn);
  log(
    "error",
    { conversation: turn.conversation, message: turn.key, attempts: turn.attempts },
    "poison, kept as a dead letter",
  );
  const text = translate(session.locale, { key: "common.poison" });
  const reply: OutboundBody = { text, choices: [], locale: session.locale };
  return {
    session,
    replies: [reply],
    effects: [],
    outcome: "dead",
    reason: "poison",
  };
}
