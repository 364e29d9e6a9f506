import { join } from "node:path";
import { expect, it } from "vitest";
import { loadSignalTables } from "../../src/signal-tables.ts";
import { type Automaton, buildAutomaton } from "../../src/signals/automaton.ts";
import { findMatches } from "../../src/signals/find-matches.ts";
import { patternsOf } from "../../src/signals/phrase-finder.ts";
import { openTextReader } from "../../src/signals/text-reader.ts";

const LENGTH = 3_900;
const { tables, shared } = loadSignalTables(join(import.meta.dirname, "../../locales"));
const reader = openTextReader(tables, shared);

function counted(machine: Automaton): { machine: Automaton; looks: () => number } {
  let looks = 0;
  const states = new Proxy(machine.states, {
    get(target, key, receiver) {
      looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { machine: { ...machine, states }, looks: () => looks };
}

const concepts = buildAutomaton([...reader.symbols.keys()]);
const phrases = buildAutomaton(patternsOf([...tables.values()].flat()), { symbols: reader.symbols });

/** Returns how often a state of a machine is read while a text is matched. */
function workOf(text: string): number {
  const words = reader.words(text);
  const [first, second] = [counted(concepts), counted(phrases)];
  findMatches(first.machine, words, { everyStart: true });
  findMatches(second.machine, words, { spans: reader.spans(words) });
  return first.looks() + second.looks();
}

const filled = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

function mixed(words: string): string {
  const pool = words.split(" ");
  let [text, seed] = ["", 7];
  while (text.length < LENGTH) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += `${pool[Math.floor((seed / 2_147_483_648) * pool.length)]} `;
  }
  return text.slice(0, LENGTH);
}

const STORY = filled(
  "Assalamualaikum pak saya Siti dari desa Jegreg mau lapor, bantuan PKH saya bulan ini tidak cair padahal tetangga sudah dapat semua. Kemarin saya tanya ke pak kades katanya data saya tidak valid, disuruh bayar lima puluh ribu supaya diurus. Saya tidak punya uang, anak saya tiga masih sekolah, suami kerja serabutan. ",
);

const story = workOf(STORY);

it.each(["ga ", "tdk ", "tidak ", "tidak ada ", "ga mau ", "pak kades ", "uang minta ", "ga tdk gak ora tidak "])(
  "a text that repeats %j is less work than a story of the same length",
  (seed) => expect(workOf(filled(seed))).toBeLessThan(story),
);

it.each([
  "ga tdk gak ora tak",
  "tidak tdk ora pk g sy kaga bu kl not ra pak gag bp buk rw anak",
  "tidak ora bu g ngga anakku pk pak ra arto ga gk ndk bp om atm hp rt",
  "ga mau pak sy",
])("a text of words that begin many phrases takes less than nine times a story's work: %s", (pool) =>
  expect(workOf(mixed(pool))).toBeLessThan(9 * story),
);
