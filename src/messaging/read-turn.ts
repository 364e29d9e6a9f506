import type { TicketEvent, TicketHead } from "../casework/ticket.ts";
import { channelOf } from "../channels/accounts.ts";
import { CLOSING_LASTS, closingAnswer } from "../conversation/engine/closing-letter.ts";
import type { Facts, NumberAsk } from "../conversation/engine/facts.ts";
import { greetsOnly, joinsGathered, keepsGathering, mergeContents } from "../conversation/engine/gather.ts";
import { mayWishSecrecy } from "../conversation/engine/secrecy.ts";
import { newSession, readSession, type Session } from "../conversation/engine/session.ts";
import { flows } from "../conversation/flows/index.ts";
import { heardIn } from "../conversation/understanding/written-in.ts";
import { defined } from "../defined.ts";
import type { OpenTurn } from "../store/ports/turns.ts";
import type { Contact, Content } from "../vocabulary/message.ts";
import { type Answering, districtOf } from "./answering.ts";
import { gatherFacts } from "./gather-facts.ts";
import { holdsCards, holdsDesils, programmesListed } from "./held-columns.ts";
import { findNewestEntries, type ReadingThreads } from "./newest-entries.ts";
import { withStranger } from "./stranger.ts";
import { viewOf, viewWithAnswers } from "./ticket-view.ts";

/** In ms. The service waits this long for another message of the citizen. */
const BUBBLE_PAUSE = 2_000;

export type Reading = {
  facts: Facts;
  session: Session;
  joins: boolean;
  /** True if the next message continues this message. */
  goesOn: boolean;
  /** In ms. 0 if the service can answer the turn now. */
  wait: number;
};

export async function readTurn(answering: Answering, turn: OpenTurn): Promise<Reading> {
  const { key: nonce, conversation, contact } = turn;
  const channel = channelOf(answering, contact);
  const district = districtOf(answering, channel);
  const session = sessionOf(answering, turn);
  const { locale, proof } = session;
  const known = proof?.tier === 2 && proof.until > Date.now() ? { known: proof.person } : {};
  const page = (ask: NumberAsk) =>
    answering.numberPages.link({ district: district.id, conversation, nonce, ask, locale, ...known });
  const questions = await findQuestions(answering, conversation, session);
  const phone = phoneOf(contact);
  const justClosed = await findJustClosed(answering, turn, session);
  const reports = await findReports(answering, turn, session);
  const { store, words } = answering;
  const [cards, desils, listed] = await Promise.all([
    holdsCards(store, district),
    holdsDesils(store, district),
    programmesListed(store, { ...district, anyAid: words.naming.aid }),
  ]);
  const facts = gatherFacts(answering, district, questions, {
    ...(cards ? {} : { noCards: true as const }),
    ...(desils ? { desils: true as const } : {}),
    ...(listed.length > 0 ? { listed } : {}),
    ...defined({ reports, justClosed, phone, pageIntroduces: channel.introduces, noVoice: channel.noVoice }),
    ...(channel.numbers === "page" ? { numberPage: page } : {}),
  });
  const { content } = turn.message;
  const isOpen = keepsGathering(content, session, facts, flows);
  const isMore = isOpen || (session.gathered !== undefined && joinsGathered(content, session, facts, flows));
  const read = { facts, session, joins: isMore, goesOn: false, wait: 0 };
  const isGreeting = !isOpen && greetsOnly(content, session, facts);
  if (!isOpen && !isGreeting) return read;
  const pause = answering.bubblePause ?? BUBBLE_PAUSE;
  const { quiet, next } = await answering.store.behind(turn);
  const goesOn = next !== undefined && joinsGathered(next, session, facts, flows);
  if (isGreeting) return { ...read, goesOn };
  const isDone = next !== undefined || quiet < 0 || quiet >= pause;
  return { ...read, goesOn, wait: isDone ? 0 : pause - quiet };
}

/** Returns the number of a WhatsApp contact, unless the citizen hides it behind a user id. */
function phoneOf({ channel, address }: Contact): string | undefined {
  return channel.startsWith("whatsapp") ? /^(\d{8,15})(?:@c\.us)?$/.exec(address)?.[1] : undefined;
}

/** Leaves out questions about hidden reports, because another person may hold this chat now. */
async function findQuestions({ store }: Answering, conversation: string, { hidden }: Session) {
  const questions = await store.openQuestions(conversation);
  return hidden ? questions.filter(({ openedAt }) => openedAt >= hidden.since) : questions;
}

async function findJustClosed(answering: Answering, turn: OpenTurn, session: Session) {
  const { conversation } = turn;
  if (closingAnswer(turn.message.content, answering.words) === undefined) return undefined;
  const since = Math.max(session.lastAt, Date.now() - CLOSING_LASTS);
  const closed = await answering.store.ticketsOf({ conversation }, { open: false, limit: 20 });
  const recent = closed.filter(({ closedAt = 0 }) => closedAt > since);
  for (const head of recent.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))) {
    if (!(await wasTold(answering.store, head))) continue;
    const view = await viewWithAnswers(answering.store, head, { turn, session });
    return view.own ? view : undefined;
  }
  return undefined;
}

/** Finds open reports that the citizen may now want to hide. */
async function findReports(answering: Answering, turn: OpenTurn, session: Session) {
  const { conversation, message } = turn;
  const whole = merges(message.content)
    ? mergeContents([...(session.gathered ?? []), message.content])
    : message.content;
  if (!mayWishSecrecy(whole, { signals: answering.signals.read, words: answering.words })) return undefined;
  const open = await answering.store.ticketsOf({ conversation }, { open: true, limit: 20 });
  const views = open.map((ticket) => viewOf(ticket, { turn, session }));
  return views.filter(({ own, confidential }) => own && !confidential).map(({ number }) => number);
}

const merges = ({ type }: Content): boolean => type === "text" || type === "media";

/** Whether the citizen got a message when an officer last ended the ticket. */
async function wasTold(store: ReadingThreads, ticket: TicketHead): Promise<boolean> {
  const isWanted = ({ type }: TicketEvent) => type === "close" || type === "repair";
  const [last] = await findNewestEntries(store, ticket, { isWanted, limit: 1 });
  return last !== undefined && "outbound" in last && last.outbound !== undefined;
}

export function sessionOf(answering: Answering, turn: OpenTurn): Session {
  const { locales } = answering;
  const { session, message } = turn;
  const known = session === undefined ? undefined : readSession(session);
  const own = sessionInThread(
    withStranger(answering, turn, known ?? newChatSession(message.language, locales)),
    message.thread,
  );
  return heardIn(own, message.content, answering);
}

function sessionInThread({ thread: _, ...session }: Session, thread: string | undefined): Session {
  return thread === undefined ? session : { ...session, thread };
}

function newChatSession(phone: string | undefined, locales: readonly string[]): Session {
  const language = phone?.slice(0, 2).toLowerCase();
  const locale = locales.find((one) => one === language) ?? locales[0] ?? "id";
  return { ...newSession(locale), localeGuessed: true };
}
