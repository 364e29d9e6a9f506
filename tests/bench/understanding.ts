import { readFileSync } from "node:fs";
import { join } from "node:path";
import { understand } from "../../src/conversation/understanding/understand.ts";
import { openIntents } from "../../src/intent-model.ts";
import { findPlaces, placeIndex } from "../../src/register/places.ts";
import { loadSignalTables, openSignals } from "../../src/signal-tables.ts";
import { loadSentences, type Sentence, trainSignals } from "../../src/signal-training.ts";
import { openSignalReader, type SignalReader } from "../../src/signals/reader.ts";
import { SIGNALS } from "../../src/signals/signal-names.ts";
import { parseWeights } from "../../src/signals/weights.ts";
import { areasOf } from "../support/areas.ts";
import { words } from "../support/words.ts";
import { tellIntents } from "./intents.ts";

const ROOT = join(import.meta.dirname, "../..");
const LOCALES = join(ROOT, "locales");
/** Rounds before the measured ones, and these. */
const [WARM_UP, ROUNDS] = [10, 10];
/** Sets that other people wrote, each by people of its own: "w1.p03" is a person of the first. */
const WRITERS = ["b", "w1", "w2", "w3"];

/** What reading costs, and what the signals hear of writers whose sentences they did not learn from. */
export async function understanding(): Promise<void> {
  tellCost();
  tellIntents();
  const sentences = loadSentences(LOCALES);
  const heard = WRITERS.flatMap((writer) => {
    const others = sentences.filter((one) => !isOf(one, writer));
    const { tables, shared } = loadSignalTables(LOCALES);
    const reader = openSignalReader(tables, shared, parseWeights(trainSignals(LOCALES, others)));
    return sentences.filter((one) => isOf(one, writer)).map((one) => ({ ...one, signals: reader.read(one.text) }));
  });
  for (const signal of SIGNALS) {
    const asked = heard.filter(({ must }) => must.includes(signal));
    const found = asked.filter(({ signals }) => signals.includes(signal));
    console.log(`${signal}: ${found.length} of ${asked.length} heard`);
  }
  const harmless = heard.filter(({ must, may }) => must.length === 0 && may.length === 0);
  const isBlame = (signal: string): boolean => signal === "accusation" || signal === "fear";
  const blamed = harmless.filter(({ signals }) => signals.some(isBlame));
  const alarmed = harmless.filter(({ signals }) => signals.some((signal) => !isBlame(signal)));
  console.log(`of ${harmless.length} harmless lines: blame heard in ${blamed.length}, danger in ${alarmed.length}`);
}

const isOf = ({ source }: Sentence, writer: string): boolean => source.replace(/calm$/, "").split(".")[0] === writer;

function tellCost(): void {
  const texts = readFileSync(join(ROOT, "tests/conversation/corpus.tsv"), "utf8")
    .split("\n")
    .flatMap((line) => line.split("\t").at(-1) || []);
  const index = placeIndex(areasOf("3524"), words.places);
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
  const phrases = cost((text) => understand(text, { findPlaces: places }));
  const { rank } = openIntents(LOCALES);
  const alone = cost((text) => understand(text, { findPlaces: places, rankIntents: rank }));
  console.log(
    `${texts.length} messages: signals ${cost(signals.read)} ms each, understand without them ${alone} ms, by phrases alone ${phrases} ms`,
  );
}
