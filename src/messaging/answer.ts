import type { NumberAsk } from "../conversation/facts.ts";
import { newSession, readSession, type Session } from "../conversation/session.ts";
import { type Turn, takeTurn } from "../conversation/turn.ts";
import { AppError, appError } from "../errors.ts";
import type { Content, OutboundBody, Reply } from "../message.ts";
import { maskNumbers } from "../register/find-numbers.ts";
import type { Effect, OpenTurn, TurnResult } from "../store/store.ts";
import { answerTo } from "./ask.ts";
import { composed } from "./compose.ts";
import { deliverOpened } from "./deliver.ts";
import { factsOf } from "./facts.ts";
import { type Asking, channelOf, districtOf, type Messaging } from "./messaging.ts";

/** A message that has been opened this often without an end is poison. */
const POISON = 5;
/** No turn asks more than this; one that does is a loop. */
const MOST_QUESTIONS = 8;

/** Stage 2: answers what waits in one conversation, a turn a message. Decide (pure), commit, ring; sending comes after. */
export async function answer(messaging: Messaging, conversation: string): Promise<void> {
  const turn = await messaging.store.openTurn(conversation);
  if (turn) await answerOpened(messaging, turn);
}

/** The same, from a turn that is open already. */
export async function answerOpened(messaging: Messaging, opened: OpenTurn): Promise<void> {
  for (let turn: OpenTurn | undefined = opened; turn; ) {
    const current: OpenTurn = turn;
    const { conversation, key: message } = current;
    turn = await messaging.trace("answer", { conversation, message }, () => answerOne(messaging, current));
  }
}

async function answerOne(messaging: Messaging, turn: OpenTurn): Promise<OpenTurn | undefined> {
  const { store, queue, log, meter } = messaging;
  const { conversation, key: message, attempts } = turn;
  const started = performance.now();
  let result: TurnResult;
  try {
    result = attempts > POISON ? poisoned(messaging, turn) : await decided(messaging, turn);
  } catch (thrown) {
    const error = appError(thrown);
    meter.turn("failed", performance.now() - started);
    log("error", { conversation, message, attempts, code: error.code, where: placeOf(thrown) }, "turn failed");
    await store.leaveTurn(turn, !error.retryable);
    return undefined;
  }
  const done = await committed(messaging, turn, result);
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
  if (messaging.live.has(channel)) queue.announce(conversation);
  for (const effect of result.effects) {
    const number = effect.type === "open-ticket" ? effect.draft.number : effect.number;
    await queue.wake("complaints", { number });
  }
  const { next, send } = done;
  if (send) queue.run("outbound", () => deliverOpened(messaging, send));
  else if (result.replies.length > 0) await queue.wake("outbound", { conversation });
  return next;
}

async function committed({ store, log, handsOn }: Messaging, turn: OpenTurn, result: TurnResult) {
  try {
    return await store.commitTurn(turn, result, handsOn);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== "LEASE_LOST") throw thrown;
    log("warn", { conversation: turn.conversation, message: turn.key }, "lease lost, another worker answers");
    return "lost";
  }
}

/** Lines of our own code, never the message: an error's words may hold what a citizen wrote. */
const placeOf = (thrown: unknown): string =>
  thrown instanceof Error
    ? (thrown.stack ?? "")
        .split("\n")
        .slice(1, 4)
        .map((line) => line.trim())
        .join(" < ")
    : "";

async function decided(messaging: Messaging, turn: OpenTurn): Promise<TurnResult> {
  const { contact, message } = turn;
  const channel = channelOf(messaging, contact);
  channel.acknowledge?.(message).catch(() => undefined); // only a spinner
  const district = districtOf(messaging, channel);
  const { key: nonce, conversation } = turn;
  const session = sessionOf(messaging, turn);
  const { locale } = session;
  const page = (ask: NumberAsk) =>
    messaging.numberPages.link({ district: district.id, conversation, nonce, ask, locale });
  const facts = factsOf(messaging, district, channel.numbers === "page" ? page : undefined);
  const asking: Asking = { messaging, turn, district: facts.district, session };
  const replies: Reply[] = [];
  const effects: Effect[] = [];
  let step: Turn = takeTurn(session, { type: "message", content: message.content }, facts);
  for (let questions = 0; ; questions += 1) {
    replies.push(...step.replies);
    effects.push(...step.requests.map((request, index) => effectOf(request, turn, effects.length + index)));
    if (!step.question) break;
    if (questions === MOST_QUESTIONS) throw new AppError("INTERNAL", `state ${step.session.at} keeps asking`);
    const answer = await answerTo(asking, step.question);
    step = takeTurn(step.session, { type: "answer", answer }, facts);
  }
  return {
    session: step.session,
    replies: composed(replies, step.session.locale, channel.limits, messaging.translate),
    effects,
    masked: masked(message.content),
    outcome: "handled",
  };
}

/** Ids follow from the message's, so that a repeated turn makes no second one. */
function effectOf(request: Turn["requests"][number], { key, conversation }: OpenTurn, index: number): Effect {
  if (request.type === "open-ticket") return { ...request, draft: { ...request.draft, conversation } };
  return { ...request, event: { ...request.event, id: `${key}.${index}`, by: "citizen" } };
}

function sessionOf({ locales }: Messaging, { session, message }: OpenTurn): Session {
  const known = session === undefined ? undefined : readSession(session);
  if (known) return known;
  const language = message.language?.slice(0, 2).toLowerCase();
  return newSession(locales.find((locale) => locale === language) ?? locales[0] ?? "id");
}

/** The citizen is not left without a word, and the chat goes on. */
function poisoned(messaging: Messaging, turn: OpenTurn): TurnResult {
  const { translate, log } = messaging;
  const session = sessionOf(messaging, turn);
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
    masked: masked(turn.message.content),
    outcome: "dead",
    reason: "poison",
  };
}

/** The content itself where nothing in it had to be masked. */
function masked(content: Content): Content {
  if (content.type === "text") {
    const text = maskNumbers(content.text);
    return text === content.text ? content : { ...content, text };
  }
  if (content.type === "numbers") {
    const [nik, kk] = [content.nik, content.kk].map((number) => number && maskNumbers(number));
    return { ...content, ...(nik ? { nik } : {}), ...(kk ? { kk } : {}) };
  }
  if (content.type !== "media" || content.caption === undefined) return content;
  const caption = maskNumbers(content.caption);
  return caption === content.caption ? content : { ...content, caption };
}
