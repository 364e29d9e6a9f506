import { readFileSync } from "node:fs";
import { join } from "node:path";
import { understand } from "../../src/conversation/understanding/understand.ts";
import { openIntents } from "../../src/intent-model.ts";
import { findPlaces, openPlaceIndex } from "../../src/register/places.ts";
import { loadScored, loadSignalTables, openSignals } from "../../src/signal-tables.ts";
import { loadSentences, readLesson, type Sentence, trainLesson } from "../../src/signal-training.ts";
import { openSignalReader, type SignalReader } from "../../src/signals/reader.ts";
import { SIGNALS } from "../../src/signals/signal-names.ts";
import { parseWeights } from "../../src/signals/weights.ts";
import { areasOf } from "../support/areas.ts";
import { byPhrases, words } from "../support/shipped-words.ts";
import { tellHeldOut, tellIntents } from "./intents.ts";

const ROOT = join(import.meta.dirname, "../..");
const LOCALES = join(ROOT, "locales");
const [WARM_UP, ROUNDS] = [10, 10];
/** The citizens' own lines (`u`) are in five parts. */
const WRITERS =
  "b w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 w12 w13 w14 w15 w20 w31 w32 w33 w34 w35 w37 w40 u.0 u.1 u.2 u.3 u.4".split(" ");

export async function understanding(): Promise<void> {
  tellCost();
  tellHeldOut();
  tellIntents();
  const sentences = loadSentences(LOCALES);
  const { tables, shared } = loadSignalTables(LOCALES);
  const lesson = readLesson(LOCALES, sentences);
  const scored = loadScored(LOCALES);
  const doubt = new Map(scored.map((one) => [one.signal, one.doubt]));
  const heard = WRITERS.flatMap((writer) => {
    const weights = parseWeights(trainLesson(lesson, scored, (one) => isOf(one, writer)));
    const reader = openSignalReader(tables, shared, weights, doubt);
    return sentences
      .filter((one) => isOf(one, writer))
      .map((one) => ({
        ...one,
        writer,
        signals: reader.read(one.text),
        doubted: reader.judge(reader.words(one.text)).doubted,
      }));
  });
  for (const signal of SIGNALS) {
    const asked = heard.filter(({ must }) => must.includes(signal));
    const found = asked.filter(({ signals }) => signals.includes(signal));
    const doubted = asked.filter((one) => !one.signals.includes(signal) && one.doubted.includes(signal));
    console.log(`${signal}: ${found.length} of ${asked.length} heard, ${doubted.length} in doubt`);
  }
  const harmless = heard.filter(({ must, may }) => must.length === 0 && may.length === 0);
  const isBlame = (signal: string): boolean => signal === "accusation" || signal === "fear";
  const blamed = harmless.filter(({ signals }) => signals.some(isBlame));
  const alarmed = harmless.filter(({ signals }) => signals.some((signal) => !isBlame(signal)));
  console.log(`of ${harmless.length} harmless lines: blame heard in ${blamed.length}, danger in ${alarmed.length}`);
  for (const [writer, some] of Map.groupBy(harmless, ({ writer }) => writer.split(".")[0])) {
    const fired = some.filter(({ signals }) => signals.length > 0);
    console.log(`${writer}: a signal in ${fired.length} of ${some.length} harmless lines`);
  }
}

const isOf = ({ source }: Sentence, writer: string): boolean =>
  (source.startsWith("u.") ? source : source.replace(/calm$/, "").split(".")[0]) === writer;

function tellCost(): void {
  const texts = readFileSync(join(ROOT, "tests/conversation/corpus.tsv"), "utf8")
    .split("\n")
    .flatMap((line) => line.split("\t").at(-1) || []);
  const index = openPlaceIndex(areasOf("3524"), words.places);
  const signals: SignalReader = openSignals(LOCALES);
  const cost = (read: (text: string) => unknown): string => {
    const readAll = (rounds: number): void => {
      for (let round = 0; round < rounds; round += 1) for (const text of texts) read(text);
    };
    readAll(WARM_UP);
    const before = process.cpuUsage();
    readAll(ROUNDS);
    return (process.cpuUsage(before).user / 1_000 / ROUNDS / texts.length).toFixed(3);
  };
  const places = (words: string) => findPlaces(words, index);
  const phrases = cost((text) => understand(text, { ...byPhrases, findPlaces: places }));
  const { rank } = openIntents(LOCALES);
  const alone = cost((text) => understand(text, { ...byPhrases, findPlaces: places, rankIntents: rank }));
  console.log(
    `${texts.length} messages: signals ${cost(signals.read)} ms each, understand without them ${alone} ms, by phrases alone ${phrases} ms`,
  );
}
