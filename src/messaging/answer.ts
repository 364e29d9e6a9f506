import { channelKey, channelOf } from "../channels/accounts.ts";
import { composeBubbles } from "../channels/compose.ts";
import type { Facts } from "../conversation/engine/facts.ts";
import { mergeContents } from "../conversation/engine/gather.ts";
import { maskContent } from "../conversation/engine/mask-content.ts";
import { codeIn } from "../conversation/engine/page-code.ts";
import type { Session } from "../conversation/engine/session.ts";
import { stripAt } from "../conversation/engine/strip-session.ts";
import { type Event, type Turn, takeTurn } from "../conversation/engine/turn.ts";
import { flows } from "../conversation/flows/index.ts";
import { type Effect, effectOf, jobsOf } from "../effects/index.ts";
import type { OpenTurn, TurnResult } from "../store/ports/turns.ts";
import { AppError, appError } from "../vocabulary/errors.ts";
import type { Content, OutboundBody, Reply, Text } from "../vocabulary/message.ts";
import type { Answering } from "./answering.ts";
import { answerChatNumber, isChatNumber } from "./chat-number.ts";
import { handlingOf, paceAfter, urgentInFlood } from "./flood.ts";
import type { Asking } from "./look-up-context.ts";
import { lookUp } from "./look-ups.ts";
import { openCode } from "./page-code.ts";
import { type Reading, readTurn, sessionOf } from "./read-turn.ts";
import { retryWhileAway } from "./retry-while-away.ts";
import { findHiddenSentence, keepHidden } from "./stranger.ts";
import { addReaders } from "./who-reads.ts";

/** How often the handling of a message may begin. If it never ended by then, the message is poison. */
const POISON = 5;
/** The most look-ups for one message. A turn that needs more is in a loop. */
const MOST_LOOK_UPS = 8;

/**
 * Stage 2: answers the messages that wait in one conversation, one turn for each message. A turn is decided, then
 * committed, then wakes the sender. Stage 3 sends the replies.
 */
export async function answerChat(answering: Answering, conversation: string): Promise<void> {
  await retryWhileAway(async () => {
    const turn = await answering.store.openTurn(conversation);
    if (turn) await answerOpenTurn(answering, turn);
  });
}

/** Answers the messages that wait in one conversation. The caller has opened the first turn. */
export async function answerOpenTurn(answering: Answering, opened: OpenTurn): Promise<void> {
  for (let turn: OpenTurn | undefined = opened; turn; ) {
    const current: OpenTurn = turn;
    const { conversation, key: message } = current;
    turn = await answering.trace("answer", { conversation, message }, () => answerTurn(answering, current));
  }
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

/** The citizen has just written, so their platform works: an older reply waits no longer in front of these. */
async function wakeSender({ store, queue, delivering }: Answering, conversation: string): Promise<void> {
  if (delivering.isHere()) await store.shortenPause(conversation, 0).catch(() => false); // at worst, the pause ends by itself
  await queue.wake("outbound", { conversation });
}

/** Leaves the chat's messages in the store, because its account is not switched on in this process. */
async function letRest({ store, offChannels }: Answering, turn: OpenTurn): Promise<undefined> {
  await store.restTurn(turn, offChannels.findRest(turn.contact, Date.now() - turn.recordedAt));
}

/** Leaves the message for later without counting the attempt, because the citizen is still writing. */
async function postponeTurn({ store, queue }: Answering, turn: OpenTurn, delay: number): Promise<undefined> {
  await store.leaveTurn(turn, false);
  await queue.wake("inbound", { conversation: turn.conversation }, { delay });
}

/** The result of a turn, with the chat's session after the turn. */
type Decided = TurnResult & { session: Session };

/**
 * Adds the time at which the session next loses a number. So `stripSessions` finds the session, even if the
 * message ended as poison.
 */
function withStripAt(result: Decided): TurnResult {
  const strip = stripAt(result.session);
  return strip === undefined ? result : { ...result, stripAt: strip };
}

async function commitResult({ store, log, delivering }: Answering, turn: OpenTurn, result: TurnResult) {
  try {
    return await store.commitTurn(turn, result, delivering.isHere());
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

/**
 * Returns the lines of code where an error arose. The error's message is left out, because it may hold a citizen's
 * words.
 */
const placeOf = (thrown: unknown): string =>
  thrown instanceof Error
    ? (thrown.stack ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
        .slice(0, 3)
        .join(" < ")
    : "";

async function decideTurn(answering: Answering, turn: OpenTurn, reading: Reading): Promise<Decided> {
  const { contact, message } = turn;
  const { content } = message;
  const { facts, session } = reading;
  const channel = channelOf(answering, contact);
  channel.acknowledge?.(message).catch(() => undefined); // may fail
  channel.showAnswering?.(message).catch(() => undefined); // may fail
  const { gathered = [], gatheredAt: _, ...rest } = session;
  const handled = { ...maskedPart(content), outcome: "handled" as const };
  const counted = paceAfter(session.pace, facts.now);
  const handling = handlingOf(channel, counted);
  const urgent = handling === "answer" ? undefined : urgentInFlood(content, counted, facts.signals);
  const pace = urgent ?? counted;
  if (handling !== "answer" && !urgent)
    return setMessageAside(answering, turn, { ...session, pace }, handling, handled);
  if (isChatNumber(content))
    return replyBeside(answering, turn, { ...session, pace }, await answerChatNumber(answering, turn), handled);
  if (reading.goesOn) {
    const more = { pace, gathered: [...gathered, content], gatheredAt: facts.now };
    return { ...handled, session: { ...session, ...more }, replies: [], effects: [] };
  }
  const before = gathered.length > 0 ? [mergeContents(gathered)] : [];
  const whole = reading.joins ? [mergeContents([...gathered, content])] : [...before, content];
  const shown = { all: false };
  const asking = { stage: answering, turn, district: facts.district, session, shown };
  const said: TurnSoFar = { session: rest, replies: await findHiddenSentence(asking), effects: [], lookUps: 0 };
  for (const one of whole) await runTurn(answering, asking, facts, said, one);
  const { replies, effects } = said;
  const after = keepHidden(session, said.session, shown);
  return {
    ...handled,
    session: { ...after, pace },
    effects,
    replies: withThread(composeBubbles(replies, after.locale, channel.limits, answering.translate), message.thread),
  };
}

/** Puts each reply into the platform's thread in which the citizen wrote. */
const withThread = (bodies: OutboundBody[], thread: string | undefined): OutboundBody[] =>
  thread === undefined ? bodies : bodies.map((body) => ({ ...body, thread }));

/**
 * Keeps a message of a flood without an answer. Only the first such message (`tell`) gets a sentence, which speaks for
 * all of them.
 */
function setMessageAside(
  answering: Answering,
  turn: OpenTurn,
  session: Session,
  handling: "tell" | "keep",
  handled: Pick<TurnResult, "masked" | "outcome">,
): Decided {
  if (handling === "tell") answering.log("warn", { alarm: "flood" }, "a chat writes faster than any person");
  return replyBeside(answering, turn, session, handling === "tell" ? { key: "common.tooFast" } : undefined, handled);
}

/** Replies with at most one sentence and leaves the chat's state unchanged. */
function replyBeside(
  { translate }: Answering,
  { message }: OpenTurn,
  session: Session,
  text: Text | undefined,
  handled: Pick<TurnResult, "masked" | "outcome">,
): Decided {
  const { locale } = session;
  const replies: OutboundBody[] = text ? [{ text: translate(locale, text), choices: [], locale }] : [];
  return { ...handled, session, replies: withThread(replies, message.thread), effects: [] };
}

type TurnSoFar = { session: Session; replies: Reply[]; effects: Effect[]; lookUps: number };

/** Takes the turn of one message and runs the look-ups that the turn requests. Adds the result to `said`. */
async function runTurn(
  { desk }: Answering,
  asking: Omit<Asking, "once">,
  facts: Facts,
  said: TurnSoFar,
  content: Content,
): Promise<void> {
  const { turn, district } = asking;
  const invitation = desk.invitationIn(content, turn.contact);
  if (invitation !== undefined) {
    said.replies.push({ parts: [await desk.acceptInvitation(turn, district, invitation)] });
    return;
  }
  const code = codeIn(content, said.session, facts, flows);
  const event: Event = code === undefined ? { type: "message", content } : await openCode(asking, code);
  let step: Turn = takeTurn(said.session, event, facts, flows);
  const { key, conversation } = turn;
  for (let lookUps = 0; ; lookUps += 1) {
    const before = said.effects.length;
    const effects = step.requests.map((request, index) =>
      effectOf(request, { id: `${key}.${before + index}`, conversation }),
    );
    const read = await Promise.all(effects.map((effect) => desk.screenEffect(effect, facts)));
    said.effects.push(...read.map(({ effect }) => effect));
    said.replies.push(...addReaders(step.replies, read));
    said.session = step.session;
    if (!step.lookUp) return;
    if (lookUps === MOST_LOOK_UPS) throw new AppError("INTERNAL", `state ${step.session.at} keeps looking things up`);
    said.lookUps += 1;
    const once = `${asking.turn.key}.${said.lookUps}`;
    const result = await lookUp({ ...asking, once }, step.lookUp);
    step = takeTurn(step.session, { type: "found", result }, facts, flows);
  }
}

/** Ends a poison message as a dead letter with a reply to the citizen, so that the chat can continue. */
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

const maskedPart = (content: Content): Pick<TurnResult, "masked"> => {
  const masked = maskContent(content);
  return masked ? { masked } : {};
};
