import type { Answer, Knowledge } from "../../register/answer.ts";
import { isTopic } from "../../vocabulary/lists.ts";
import type { Words } from "../../words/words.ts";
import type { Intent } from "./intents.ts";
import { wordsOf } from "./normalise.ts";
import type { Understanding } from "./understanding.ts";
import { withoutFillers } from "./words.ts";

/** `words` counts the phrase's words, `among` the message's words without fillers. */
type Found = { name: string; words: number; among: number };

type Phrase = { name: string; words: readonly string[]; letters: number };
type Readings = Pick<Words, "readings">;

type Index = ReadonlyMap<string, readonly Phrase[]>;

/** At most this many other words may stand between two words of a phrase. */
const BETWEEN = 2;

type Phrased = Readonly<Record<string, Pick<Answer, "phrases">>>;

const indexes = new WeakMap<Phrased, Index>();

function indexOf(knowledge: Phrased, readings: Readings): Index {
  const known = indexes.get(knowledge);
  if (known) return known;
  const phrases = Object.entries(knowledge).flatMap(([name, answer]) =>
    answer.phrases.map((phrase): Phrase => {
      const words = withoutFillers(wordsOf(phrase, readings), readings);
      return { name, words, letters: words.join("").length };
    }),
  );
  const made = Map.groupBy(phrases, ({ words }) => words[0] ?? "");
  indexes.set(knowledge, made);
  return made;
}

/** Finds the longest phrase whose words stand in the text in the same order. */
export function findAnswer(text: string, knowledge: Phrased, readings: Readings): Found | undefined {
  const index = indexOf(knowledge, readings);
  const said = withoutFillers(wordsOf(text, readings), readings);
  let best: Phrase | undefined;
  for (const [at, word] of said.entries()) {
    for (const phrase of index.get(word) ?? []) {
      if (phrase.letters > (best?.letters ?? 0) && standsAt(phrase.words, said, at)) best = phrase;
    }
  }
  return best && { name: best.name, words: best.words.length, among: said.length };
}

function standsAt(phrase: readonly string[], said: readonly string[], from: number): boolean {
  let at = from;
  for (const word of phrase.slice(1)) {
    const next = said.slice(at + 1, at + 2 + BETWEEN).indexOf(word);
    if (next < 0) return false;
    at += next + 1;
  }
  return true;
}

/** For these intents a phrase counts only if the message asks something. */
const REPORTS: ReadonlySet<Intent> = new Set([
  "complaint",
  "death-report",
  "listed-dead",
  "sanction",
  "hoax",
  "insult",
  "data-copy",
  "data-correct",
  "data-delete",
  "consent-withdraw",
  "unsubscribe",
]);
const TELLING = 2;
const TELLING_MORE = 3;
const SURE = 0.75;
const WEAK = 0.8;

const isMatter = ({ words, among }: Found): boolean => words >= TELLING && 2 * words >= among;

const asks = (text: string, words: Words): boolean =>
  text.includes("?") || wordsOf(text, words).some((word) => words.questions.begins.has(word));

export function withKnowledge(
  understood: Understanding,
  text: string,
  { knowledge, words }: { knowledge: Knowledge; words: Words },
): Understanding {
  const { intent, confidence, extracted, alternatives } = understood;
  const { niks, ticket, topic, reason } = extracted;
  if (intent === "urgent" || niks || ticket) return understood;
  const found = findAnswer(text, knowledge, words);
  if (intent === "ask") {
    const isTold = found && (isMatter(found) || (confidence < WEAK && found.words >= TELLING));
    const answer = found && (!topic || !isTopic(found.name) || isTold) ? found.name : topic;
    return answer === undefined ? understood : { ...understood, extracted: { ...extracted, answer } };
  }
  if (!found) return understood;
  const isOwnFact = !isTopic(found.name) && isMatter(found);
  if (reason && found.words < TELLING_MORE && !isOwnFact) return understood;
  if (REPORTS.has(intent) && !(found.words >= TELLING && asks(text, words))) return understood;
  if (intent === "officer" && !asks(text, words)) return understood;
  return {
    intent: "ask",
    confidence: Math.max(confidence, SURE),
    extracted: { ...extracted, answer: found.name },
    alternatives: intent === "unknown" ? alternatives : [{ intent, confidence }, ...alternatives].slice(0, 3),
  };
}
