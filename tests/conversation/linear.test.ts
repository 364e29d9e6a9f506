import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findTicketNumber } from "../../src/casework/number.ts";
import { keptWords, shownWords } from "../../src/conversation/engine/content.ts";
import { newSession } from "../../src/conversation/engine/session.ts";
import type { StateName } from "../../src/conversation/engine/state-names.ts";
import { takeTurn } from "../../src/conversation/engine/turn.ts";
import { writtenNumbers } from "../../src/conversation/flows/check/numbers.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { meaningOf } from "../../src/conversation/understanding/bare-answer.ts";
import { isChainLetter } from "../../src/conversation/understanding/chain-letter.ts";
import { asksToWait, choiceTyped, globalCommand, titleTyped } from "../../src/conversation/understanding/commands.ts";
import { plainText, wordsOf } from "../../src/conversation/understanding/normalise.ts";
import { understand } from "../../src/conversation/understanding/understand.ts";
import { writtenIn } from "../../src/conversation/understanding/written-in.ts";
import { findNumbers, maskNumbers } from "../../src/register/find-numbers.ts";
import { maskName } from "../../src/register/mask-name.ts";
import { isSameName } from "../../src/register/person-names.ts";
import { findPlaces, openPlaceIndex, readPlaces } from "../../src/register/places.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { areasOf } from "../support/areas.ts";
import { byPhrases, words } from "../support/shipped-words.ts";
import { factsAt, NOW } from "./dialogue.ts";

const index = openPlaceIndex(areasOf("3524"), words.places);
const signals = openSignals(join(import.meta.dirname, "../../locales"));

const READERS: Record<string, (text: string) => unknown> = {
  signals: (text) => signals.read(text),
  isChainLetter: (text) => isChainLetter({ type: "text", text, forwarded: true }, words),
  plainText,
  wordsOf: (text) => wordsOf(text, words),
  understand: (text) => understand(text, { ...byPhrases, findPlaces: (words) => findPlaces(words, index) }),
  meaningOf: (text) => meaningOf(text, words),
  globalCommand: (text) => globalCommand(text, words),
  asksToWait: (text) => asksToWait(text, words),
  choiceTyped: (text) => choiceTyped(text, 9, words),
  titleTyped: (text) => titleTyped(text, [["Cek penerima"], ["Lapor masalah"]], true),
  writtenIn: (text) => writtenIn(text, words),
  writtenNumbers,
  findNumbers,
  maskNumbers,
  findTicketNumber,
  findPlaces: (text) => findPlaces(text, index),
  placesNamed: (text) => readPlaces(text, index),
  sameName: (text) => isSameName(text, "Siti Aminah", words),
  maskedName: maskName,
  keptWords,
  shownWords,
};

/** Texts that make a careless pattern backtrack. */
const SEEDS = [
  ..."a|Rp.|Rp. 50.000 |bit.ly|a-|e-|e ktp |'a|www.|https://|3524|3524 |3 5 2 |LMG-26-|LMG 26 0000|ya |ya\n| | |.|-".split(
    "|",
  ),
  ..."desa |kec |kec x ds y |desa karang |dusun krajan |kulo nuwun |jangan |tidak |kah|nyakah|dimengber|ga |tdk |tidak ada |pak kades |uang minta |ga mau |budi wati |aaa|AAA|á|🙏|👍".split(
    "|",
  ),
  "\n",
  "\u200d",
  "\u0301",
];

const SHORT = 2_000;
const LONG = 20_000;
const LINEAR = 30;
/** Times under this limit (ms) do not differ reliably. */
const LEAST = 0.2;
/** A reader counts as slow only after this number of slow looks. */
const LOOKS = 8;
/** In ms: the time limit of the test. */
const PATIENCE = 120_000;

const READINGS = 5;

/** Returns ms; `round` changes the text, so that no cache answers. */
function reading(read: (text: string) => unknown, text: string, round: number): number {
  const own = `${round}${text}`;
  const started = performance.now();
  read(own);
  return Math.max(performance.now() - started, LEAST);
}

const filled = (seed: string, length: number): string => seed.repeat(Math.ceil(length / seed.length)).slice(0, length);

function isSlow(read: (text: string) => unknown, seed: string): boolean {
  let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let look = 0; look < LOOKS; look += 1) {
    const rounds = Array.from({ length: READINGS }, (_, round) => look * READINGS + round);
    for (const round of rounds) short = Math.min(short, reading(read, filled(seed, SHORT), round));
    for (const round of rounds) {
      long = Math.min(long, reading(read, filled(seed, LONG), round));
      if (long <= LINEAR * short) return false;
    }
  }
  return true;
}

describe("a text ten times as long takes no more than thirty times as long to read", { timeout: PATIENCE }, () => {
  it.each(Object.entries(READERS))("%s", (_, read) => {
    read("a text to warm up with, desa Jegreg");
    const slow = SEEDS.filter((seed) => isSlow(read, seed));
    expect(slow.map((seed) => JSON.stringify(seed))).toEqual([]);
  });
});

it("keptWords keeps a long text whole, and shownWords cuts it", () => {
  const story = "Ceritanya panjang sekali. ".repeat(800);
  expect(keptWords(story)).toBe(story);
  expect(shownWords(story).length).toBeLessThan(710);
});

const STATES: StateName[] = [
  "menu.choose",
  "complaint.what",
  "complaint.where",
  "officer.ask",
  "check.number",
  "offices.show",
];

it.each(STATES)("a turn at %s takes linear time", { timeout: PATIENCE }, (at) => {
  const facts = factsAt(NOW);
  const session = { ...newSession("id"), at };
  const turn = (text: string) => takeTurn(session, { type: "message", content: { type: "text", text } }, facts, flows);
  turn("halo");
  const slow = SEEDS.filter((seed) => isSlow(turn, seed));
  expect(slow.map((seed) => JSON.stringify(seed))).toEqual([]);
});

it.each([
  ["sudah mendingan", ",a"],
  ["panase wis mudhun", ".matur nuwun"],
])("good news with thousands of clauses are understood a few times: %s%s", (news, clause) => {
  const known = factsAt(NOW);
  let understood = 0;
  const rankIntents: typeof known.rankIntents = (text) => {
    understood += 1;
    return known.rankIntents(text);
  };
  const emergency = { number: "LMG-26-000123-7", dangers: ["urgent-medical" as const], isPlaced: true, placeAsked: 1 };
  const session = { ...newSession("id"), emergency: { ...emergency, isTaken: false, isOfAnother: false, at: NOW } };
  const content = { type: "text" as const, text: filled(clause, 4_000 - news.length).replace(/^/, news) };
  takeTurn(session, { type: "message", content }, { ...known, rankIntents }, flows);
  expect(understood).toBeGreaterThan(0);
  expect(understood).toBeLessThan(12);
});
