import { channelOf } from "../channels/accounts.ts";
import { composeBubbles } from "../channels/compose.ts";
import { mergeContents } from "../conversation/engine/gather.ts";
import { maskContent } from "../conversation/engine/mask-content.ts";
import type { Session } from "../conversation/engine/session.ts";
import type { OpenTurn, TurnResult } from "../store/ports/turns.ts";
import type { Content, OutboundBody, Text } from "../vocabulary/message.ts";
import type { Answering } from "./answering.ts";
import { answerChatNumber, isChatNumber } from "./chat-number.ts";
import { handlingOf, paceAfter, urgentInFlood } from "./flood.ts";
import type { Reading } from "./read-turn.ts";
import { runTurn, type TurnSoFar } from "./run-turn.ts";
import { findHiddenSentence, keepHidden } from "./stranger.ts";

export type Decided = TurnResult & { session: Session };

export async function decideTurn(answering: Answering, turn: OpenTurn, reading: Reading): Promise<Decided> {
  const { contact, message } = turn;
  const { content } = message;
  const { facts, session } = reading;
  const channel = channelOf(answering, contact);
  channel.acknowledge?.(message).catch(() => undefined);
  channel.showAnswering?.(message).catch(() => undefined);
  const { gathered = [], gatheredAt: _, ...rest } = session;
  const handled = { ...maskedPart(content), outcome: "handled" as const };
  const counted = paceAfter(session.pace, facts.now);
  const handling = handlingOf(channel, counted);
  const urgent = handling === "answer" ? undefined : urgentInFlood(content, counted, facts.signals);
  const pace = urgent ?? counted;
  if (handling !== "answer" && !urgent)
    return setMessageAside(answering, turn, { ...session, pace }, handling, handled);
  if (isChatNumber(content))
    return replyWithoutFlow(answering, turn, { ...session, pace }, await answerChatNumber(answering, turn), handled);
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

const withThread = (bodies: OutboundBody[], thread: string | undefined): OutboundBody[] =>
  thread === undefined ? bodies : bodies.map((body) => ({ ...body, thread }));

function setMessageAside(
  answering: Answering,
  turn: OpenTurn,
  session: Session,
  handling: "tell" | "keep",
  handled: Pick<TurnResult, "masked" | "outcome">,
): Decided {
  if (handling === "tell") answering.log("warn", { alarm: "flood" }, "a chat writes faster than any person");
  return replyWithoutFlow(
    answering,
    turn,
    session,
    handling === "tell" ? { key: "common.tooFast" } : undefined,
    handled,
  );
}

/** Leaves the chat's state unchanged. */
function replyWithoutFlow(
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

const maskedPart = (content: Content): Pick<TurnResult, "masked"> => {
  const masked = maskContent(content);
  return masked ? { masked } : {};
};
