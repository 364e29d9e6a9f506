import { findTicketNumber } from "../../casework/number.ts";
import type { Choice, Content, Text } from "../../vocabulary/message.ts";
import { isCourtesy } from "../understanding/courtesy.ts";
import { plainText } from "../understanding/normalise.ts";
import { wishesSecrecy } from "../understanding/secret-wish.ts";
import { confideButton } from "./confide.ts";
import { filesIn, keptWords, wordsIn } from "./content.ts";
import type { Context, Option, Step } from "./flow.ts";
import { numbersTyped, withholdOptions } from "./mentioned-numbers.ts";
import type { Replying } from "./session.ts";

/** In ms. After this silence, the citizen has finished the answer to an officer. */
const LASTS = 30 * 60_000;
const MOST_SENT = 5;
const MOST_OTHERS = 3;
const LONGEST_QUOTE = 200;

const NOTHING: Replying = { sent: [] };

export const replyingOf = ({ session }: Context): Replying => session.replying ?? NOTHING;

/** A typed number answers the newest message, such as an officer's question. */
export const isAskedLast = ({ session, facts }: Context): boolean =>
  facts.openQuestions.some(({ askedAt }) => askedAt > session.lastAt);

export const isAnswering = (context: Context): boolean =>
  replyingOf(context).to !== undefined && context.facts.now - context.session.lastAt <= LASTS;

export function ticketAsked(context: Context): string | undefined {
  const { session, facts } = context;
  const { to, asideAt } = facts.now - session.lastAt > LASTS ? NOTHING : replyingOf(context);
  const open = facts.openQuestions.filter(({ askedAt }) => askedAt > (asideAt ?? 0));
  const [newest] = open;
  const isPinned = to !== undefined && open.some(({ number }) => number === to) && !isAskedLast(context);
  return isPinned ? to : (newest?.number ?? to);
}

export function takeAnswer(content: Content, context: Context): Step | undefined {
  const number = ticketAsked(context);
  if (number === undefined || (content.type === "text" && isTicketNumber(content.text))) return undefined;
  const text = content.type === "location" ? placeOf(content) : wordsIn(content);
  const files = filesIn(content);
  if (files.length === 0 && (text === undefined || plainText(text) === "")) return undefined;
  if (files.length === 0 && text !== undefined && isCourtesy(text, context.facts.words))
    return askAgain(number, context);
  return sendAnswer(number, content, { text: text ?? "", context });
}

/** A longer text with a ticket's number is an answer, not a wish to see the ticket. */
const LONGEST_NUMBER = 24;
const isTicketNumber = (text: string): boolean =>
  text.trim().length <= LONGEST_NUMBER && findTicketNumber(text) !== undefined;

const placeOf = ({ name, latitude, longitude }: Content & { type: "location" }): string =>
  [name, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`].filter(Boolean).join(", ");

function askAgain(number: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const question = facts.openQuestions.find((one) => one.number === number);
  if (!question) return undefined;
  return {
    to: session.at,
    quiet: true,
    say: [questionText("reply.stillOpen", question)],
    session: { replying: { ...replyingOf(context), to: number } },
  };
}

export const questionText = (key: string, { number, text }: { number: string; text: string }): Text => ({
  key,
  values: { number, text: text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text },
});

type Words = { text: string; context: Context };

function sendAnswer(number: string, content: Content, { text, context }: Words): Step {
  const { session, facts } = context;
  const files = filesIn(content);
  const at = facts.now;
  const forgets = facts.openQuestions.some((one) => one.number === number && one.forgets);
  const mentioned = forgets ? [] : numbersTyped(content, facts.words);
  const sent = [...replyingOf(context).sent, { number, at, content, ...keptOf(number, context) }].slice(-MOST_SENT);
  const replying: Replying = { to: number, sent };
  const next = facts.openQuestions.find((one) => one.number !== number);
  const here: Context = { ...context, session: { ...session, replying } };
  return {
    to: session.at,
    quiet: true,
    say: [
      { key: "reply.sent", values: { number } },
      next ? questionText("reply.next", next) : { key: "reply.more" },
      ...(otherTickets(number, here).length > 0 ? [{ key: "reply.whichOne" }] : []),
    ],
    choices: buttonsAfter(here).map(({ id, title }): Choice => ({ id, title })),
    requests: [
      {
        type: "add-to-ticket",
        number,
        forgets,
        event: {
          type: "add",
          at,
          text: keptWords(text),
          ...(files.length > 0 ? { files } : {}),
          ...(mentioned.length > 0 ? { mentioned } : {}),
          ...(wishesSecrecy(text, facts.words) ? { lane: { sensitive: true, barred: [], keeps: [] } } : {}),
        },
      },
    ],
    session: { replying },
    open: true,
  };
}

function keptOf(number: string, context: Context): { kept?: true } {
  return isHiddenFromVillage(number, context) ? { kept: true } : {};
}

export const isHiddenFromVillage = (number: string, context: Context): boolean =>
  context.facts.openQuestions.some((one) => one.number === number && one.hiddenFromVillage) ||
  replyingOf(context).sent.some((one) => one.number === number && one.kept);

export const markKept = (
  replying: Replying,
  { numbers, ...more }: { numbers: readonly string[]; to?: string },
): Replying => ({
  ...replying,
  ...more,
  sent: replying.sent.map((one) => (numbers.includes(one.number) ? { ...one, kept: true as const } : one)),
});

function otherTickets(number: string, context: Context): string[] {
  const numbers = [
    ...context.facts.openQuestions.map((one) => one.number),
    ...replyingOf(context).sent.map((one) => one.number),
  ];
  return [...new Set(numbers)].filter((one) => one !== number).slice(0, MOST_OTHERS);
}

export function optionsAfter(context: Context): Option[] {
  return [...buttonsAfter(context), ...withholdOptions(context.session)];
}

function buttonsAfter(context: Context): Option[] {
  const last = replyingOf(context).sent.at(-1);
  if (!last) return [];
  const { at, number, kept } = last;
  return [
    { id: ">reply.done", title: { key: "reply.done" }, to: "menu.choose" },
    { id: `>reply.other:${at}`, title: { key: "reply.other" }, to: "menu.choose" },
    ...otherTickets(number, context).map(
      (one): Option => ({
        id: `>reply.move:${at}/${one}`,
        title: { key: "reply.ticket", values: { number: one } },
        to: "menu.choose",
      }),
    ),
    ...(kept ? [] : [confideButton(number, "menu.choose")]),
  ];
}

/** Whether the citizen last read the buttons under the answer to an officer. */
export const hasJustAnswered = (context: Context): boolean =>
  replyingOf(context).sent.at(-1)?.at === context.session.lastAt && !isAskedLast(context);

/** `at` is when the citizen sent the answer, in ms since 1970. */
export function takeBackAnswer(at: number, context: Context) {
  const { sent } = replyingOf(context);
  const found = sent.find((one) => one.at === at);
  if (!found) return undefined;
  const { number, content } = found;
  const event = { type: "take-back" as const, of: at, at: context.facts.now, text: "" };
  return {
    number,
    content,
    rest: sent.filter((one) => one !== found),
    request: { type: "add-to-ticket" as const, number, event },
  };
}

export const answerTicket = (number: string, content: Content, context: Context): Step =>
  sendAnswer(number, content, {
    text: content.type === "location" ? placeOf(content) : (wordsIn(content) ?? ""),
    context,
  });
