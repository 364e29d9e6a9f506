import { join } from "node:path";
import type { Facts } from "../../src/conversation/engine/facts.ts";
import type { Request } from "../../src/conversation/engine/flow.ts";
import type { LookUp, LookUpResult } from "../../src/conversation/engine/lookup.ts";
import { mayWishSecrecy } from "../../src/conversation/engine/secrecy.ts";
import { newSession, readSession, type Session } from "../../src/conversation/engine/session.ts";
import { takeTurn } from "../../src/conversation/engine/turn.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { loadAreaCodes } from "../../src/districts/areas.ts";
import { loadCalendar, loadDistricts } from "../../src/districts/index.ts";
import { openTranslator } from "../../src/i18n.ts";
import { openIntents } from "../../src/intent-model.ts";
import { findPlaces, openPlaceIndex, readPlaces } from "../../src/register/places.ts";
import { openSignals } from "../../src/signal-tables.ts";
import type { Content, Reply } from "../../src/vocabulary/message.ts";
import { words } from "../support/shipped-words.ts";

const root = join(import.meta.dirname, "../../districts");
const [district] = loadDistricts(root, ["lamongan"]);
if (!district) throw new Error("no district");
const index = openPlaceIndex(district.areas, words.places);
const areas = loadAreaCodes(root);
const calendar = loadCalendar(root);
export const { translate, locales } = await openTranslator(join(import.meta.dirname, "../../locales"));
const intents = openIntents(join(import.meta.dirname, "../../locales"));
const signals = openSignals(join(import.meta.dirname, "../../locales"), intents.rank);

/** Monday 23 November 2026, 10:00 WIB. */
export const NOW = Date.UTC(2026, 10, 23, 3);

export const factsAt = (now: number, page = false, openQuestions: Facts["openQuestions"] = []): Facts => ({
  now,
  today: new Date(now + 7 * 3_600_000).toISOString().slice(0, 10),
  district,
  areas,
  calendar,
  locales,
  words,
  wordings: (text) => locales.map((locale) => translate(locale, text)),
  personOf: (nik) => `person of ${nik.slice(-4)}`,
  findPlaces: (text) => findPlaces(text, index),
  placesNamed: (text) => readPlaces(text, index),
  signals: signals.hear,
  mayBeDanger: signals.mayBeDanger,
  isNearDanger: signals.isNearDanger,
  rulesIn: intents.rulesIn,
  rankIntents: intents.rank,
  openQuestions,
  ...(page ? { numberPage: (ask) => `https://bansos.example/n/${ask}` } : {}),
});

/** In ms: a citizen reads this long before the next message. */
export const READING = 5_000;

export const hops = new Set<string>();

export type Answering = (question: LookUp) => LookUpResult;

/** Each message returns the state in which the chat rests, and the answer. */
export function chat(
  answering: Answering,
  locale = "id",
  page = false,
  register: Partial<Pick<Facts, "desils" | "district" | "listed">> = {},
) {
  let session: Session = newSession(locale);
  let now = NOW;
  const requests: Request[] = [];
  let questions: Facts["openQuestions"] = [];
  let closedLast: NonNullable<Facts["justClosed"]> | undefined;

  function settled(request: Request): void {
    if (request.type !== "add-to-ticket") return;
    const { number, event } = request;
    if (event.type === "add") questions = questions.filter((one) => one.number !== number);
    else questions = asked.filter((one) => one.number === number || questions.includes(one));
  }
  const asked: Facts["openQuestions"][number][] = [];

  function openReports(): string[] {
    const answer = answering({ find: "own-tickets" });
    const tickets = answer.find === "own-tickets" ? answer.tickets : [];
    return tickets.filter((one) => one.own && one.state !== "closed" && !one.confidential).map((one) => one.number);
  }

  function take(content: Content): { at: string; text: string; replies: Reply[]; choices: string[] } {
    now += READING;
    const isClosed = closedLast?.closedAt !== undefined && closedLast.closedAt > session.lastAt;
    const facts = {
      ...factsAt(now, page, questions),
      ...register,
      ...(mayWishSecrecy(content, { signals: signals.read, words }) ? { reports: openReports() } : {}),
      ...(closedLast && isClosed ? { justClosed: closedLast } : {}),
    };
    const replies: Reply[] = [];
    let turn = takeTurn(session, { type: "message", content }, facts, flows);
    for (let asks = 0; ; asks += 1) {
      hops.add(`${session.at} -> ${turn.session.at}`);
      session = readSession(JSON.parse(JSON.stringify(turn.session))) as Session;
      replies.push(...turn.replies);
      requests.push(...turn.requests);
      for (const request of turn.requests) settled(request);
      if (!turn.lookUp || asks > 8) break;
      turn = takeTurn(session, { type: "found", result: answering(turn.lookUp) }, facts, flows);
    }
    const said = replies.flatMap(({ parts }) => parts.map((part) => translate(session.locale, part)));
    const offered = (replies.at(-1)?.choices ?? []).map(({ id }) => id);
    return { at: session.at, text: said.join("\n"), replies, choices: offered };
  }

  return {
    say: (text: string) => take({ type: "text", text }),
    press: (id: string) => take({ type: "choice", id }),
    send: take,
    /** Presses the button again before the citizen can read the answer. */
    pressTwice(id: string) {
      const first = take({ type: "choice", id });
      now -= READING;
      return { first, second: take({ type: "choice", id }) };
    },
    typeTwice(text: string) {
      const first = take({ type: "text", text });
      now -= READING;
      return { first, second: take({ type: "text", text }) };
    },
    officerAsks(number: string, text: string, more: { hiddenFromVillage?: true } = {}) {
      now += READING;
      const question = { number, text, openedAt: NOW, askedAt: now, ...more };
      asked.unshift(question);
      questions = [question, ...questions];
    },
    officerCloses(view: NonNullable<Facts["justClosed"]>) {
      now += READING;
      closedLast = { ...view, state: "closed", closedAt: now };
    },
    wait(ms: number) {
      now += ms;
    },
    session: () => session,
    requests,
  };
}
