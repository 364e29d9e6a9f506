import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseModel } from "../../src/conversation/understanding/model-file.ts";
import { openIntentScorer } from "../../src/conversation/understanding/score.ts";
import { understand } from "../../src/conversation/understanding/understand.ts";
import type { Understanding } from "../../src/conversation/understanding/understanding.ts";
import { modelPath, openIntents, openLexicon, openSpellings } from "../../src/intent-model.ts";
import { type Example, loadExamples, parseExamples, readExamples, trainWithout } from "../../src/intent-training.ts";
import { AS_THEY_COME, setOf } from "../../src/make-up.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { splitRows } from "../../src/signals/table-rows.ts";
import { byPhrases, words } from "../support/shipped-words.ts";

const LOCALES = join(import.meta.dirname, "../../locales");
/** Training never reads the sets of messages in this folder. */
const HELD_OUT = join(import.meta.dirname, "held-out");

type Guess = Pick<Understanding["alternatives"][number], "intent" | "topic">;
type Judged = { example: Example; acts: boolean; right: boolean; offered: boolean; read: string };

const labelOf = ({ intent, topic }: Guess): string => (intent === "ask" ? `ask:${topic}` : intent);

/** "w5.p03" is a person of the set w5. */
const writerOf = ({ writer }: Example): string => (writer.startsWith("u.") ? writer : (writer.split(".")[0] as string));

function judge(example: Example, read: Understanding): Judged {
  const good = new Set([...example.right, ...example.also]);
  const isGood = (guess: Guess): boolean =>
    good.has(labelOf(guess)) || (guess.intent === "unknown" && good.has("none"));
  const { topic } = read.extracted;
  const first: Guess = { intent: read.intent, ...(topic ? { topic } : {}) };
  const right = isGood(first);
  return {
    example,
    acts: read.intent !== "unknown",
    right,
    offered: right || read.alternatives.some(isGood),
    read: labelOf(first),
  };
}

const perCent = (part: number, whole: number): string => ((100 * part) / Math.max(whole, 1)).toFixed(1);

function tell(name: string, some: readonly Judged[]): void {
  const acting = some.filter(({ acts }) => acts);
  const rightly = acting.filter(({ right }) => right).length;
  const figures = {
    right: perCent(some.filter(({ right }) => right).length, some.length),
    offered: perCent(some.filter(({ offered }) => offered).length, some.length),
    rightWhenActing: perCent(rightly, acting.length),
    acts: perCent(acting.length, some.length),
    confidentlyWrong: perCent(acting.length - rightly, some.length),
  };
  console.log(`${name} (${some.length}): ${JSON.stringify(figures)}`);
}

export function tellHeldOut(): void {
  const { rank } = openIntents(LOCALES);
  const signals = openSignals(LOCALES, rank);
  for (const file of readdirSync(HELD_OUT)) {
    const text = readFileSync(join(HELD_OUT, file), "utf8");
    const labels = splitRows(text).map(([names = ""]) => names);
    const read = parseExamples(text).map((example, no) => ({
      example,
      isGrave: labels[no]?.split(",")[0]?.includes("urgent:") ?? false,
      isCalm: !labels[no]?.includes("urgent:"),
      isHeard: signals.hear(example.text).length > 0,
    }));
    const heardAmong = (some: typeof read) => `${some.filter(({ isHeard }) => isHeard).length} of ${some.length}`;
    tell(
      `held out ${file}, danger not counted`,
      read
        .filter(({ isGrave }) => !isGrave)
        .map(({ example }) => judge(example, understand(example.text, { ...byPhrases, rankIntents: rank }))),
    );
    const [grave, calm] = [read.filter(({ isGrave }) => isGrave), read.filter(({ isCalm }) => isCalm)];
    console.log(`  a signal is heard in ${heardAmong(grave)} grave messages and in ${heardAmong(calm)} calm ones`);
  }
}

/** In per cent: right, right or offered, right when acting, acts, acts wrongly. */
export function tellIntents(): void {
  const examples = loadExamples(LOCALES);
  const [spellings, lexicon] = [openSpellings(LOCALES), openLexicon(LOCALES)];
  const { sure } = parseModel(readFileSync(modelPath(LOCALES), "utf8"));
  const matrix = readExamples(LOCALES, examples);
  const writers = [...new Set(examples.map(writerOf))].filter((writer) => writer !== "own").sort();
  const judged = writers.flatMap((writer) => {
    const model = trainWithout(matrix, examples, (one) => writerOf(one) === writer, sure);
    const { rank } = openIntentScorer(parseModel(model), spellings, lexicon, words.readings);
    return examples
      .filter((one) => writerOf(one) === writer)
      .map((one) => judge(one, understand(one.text, { ...byPhrases, rankIntents: rank })));
  });
  tell("all", judged);
  tell(
    "as citizens write",
    judged.filter(({ example }) => AS_THEY_COME.some((set) => set === setOf(example))),
  );
  const groups = Map.groupBy(judged, ({ example }) => `writer ${writerOf(example).split(".")[0]}`);
  for (const [name, some] of groups) tell(name, some);
  for (const [name, some] of Map.groupBy(judged, ({ example }) => `language ${example.language}`)) tell(name, some);
  const wrong = judged.filter(({ acts, right }) => acts && !right);
  const confused = Map.groupBy(wrong, ({ example, read }) => `${example.right[0]} read as ${read}`);
  for (const [name, some] of [...confused].sort((a, b) => b[1].length - a[1].length).slice(0, 20))
    console.log(`${some.length} times ${name}`);
}
