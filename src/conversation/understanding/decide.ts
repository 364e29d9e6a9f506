import { defined } from "../../defined.ts";
import { isTopic, type Topic } from "../../vocabulary/lists.ts";
import { type Intent, isIntent } from "./intents.ts";
import type { Scored } from "./score.ts";
import type { Extracted, Understanding } from "./understanding.ts";

/** If the model is so sure that the text shows no intent, the service offers no guesses. */
const SURE_OF_NOTHING = 0.85;
/** For these intents, the model alone needs a higher likelihood. */
const SURE_OF: Readonly<Partial<Record<Intent, number>>> = {
  "death-report": 0.9,
  "listed-dead": 0.9,
  privacy: 0.75,
  language: 0.75,
};
/** From this likelihood of danger on, the service does not act on the model's first guess. */
export const MAYBE_URGENT = 0.2;
const HARDLY_LIKELY = 0.35;
const FEW_WORDS = 3;
const SURE_OF_FEW_WORDS = 0.9;
const SPEAKS_AGAINST = 0.8;
const LIKELY_OFFICER = 0.5;
const LIKELY_OF_FEW_WORDS = 0.3;
const SOME_WORDS = 9;
const LEAST_WORDS = 3;
const MOST_ALTERNATIVES = 3;

/** Only the phrases decide on commands, and on intents that are hard to undo. */
const BY_PHRASES: ReadonlySet<Intent> = new Set([
  "stop",
  "subscribe",
  "unsubscribe",
  "data-copy",
  "data-correct",
  "data-delete",
  "consent-withdraw",
  "menu",
  "help",
  "urgent",
]);

/** `words` does not count fillers. */
export type ReadByPhrases = {
  understanding: Understanding;
  extractedFor(intent: Intent): Extracted;
  /** A word such as "katanya" ("they say") makes the death uncertain. */
  doubtsDeath: boolean;
  words: number;
};

type Guess = { intent: Intent; topic?: Topic; confidence: number };

function guessOf({ label, likely }: Scored): Guess | undefined {
  const confidence = Math.round(likely * 100) / 100;
  if (isIntent(label)) return { intent: label, confidence };
  const topic = label.replace(/^ask:/, "");
  return isTopic(topic) ? { intent: "ask", topic, confidence } : undefined;
}

/** Returns the reading of the phrases, the model's first guess, or `unknown`. */
export function decide(
  { understanding: read, extractedFor, doubtsDeath, words }: ReadByPhrases,
  rank: () => readonly Scored[],
): Understanding {
  const { extracted } = read;
  if (extracted.ticket || extracted.niks || extracted.nearMisses) return read;
  const isKnown = words <= FEW_WORDS && read.intent !== "unknown";
  if (isKnown && BY_PHRASES.has(read.intent)) return read;
  const ranked = rank();
  const [best] = ranked;
  const first = best && guessOf(best);
  const isDoubted = best !== undefined && first !== undefined && speaksAgainst(best, read.intent);
  if (!best || (isKnown && !isDoubted && !knowsBetter(best, read.intent))) return read;
  const guesses = ranked.slice(0, 2 * MOST_ALTERNATIVES).flatMap((one) => guessOf(one) ?? []);
  const isMaybeUrgent = ranked.some(({ label, likely }) => label === "urgent" && likely >= MAYBE_URGENT);
  const isUnpaid = !isMaybeUrgent && words <= SOME_WORDS && OF_UNPAID.includes(read.intent) && areOf(OF_UNPAID, ranked);
  const isLikelier = isUnpaid && best.likely >= LIKELY_OF_PAIR;
  if (first && !isMaybeUrgent && (isLikelier || isSure(first, best, read.intent, words))) {
    const { intent, topic, confidence } = first;
    const others = guesses.filter((one) => one.intent !== intent || one.topic !== topic);
    return {
      intent,
      confidence,
      extracted: { ...extractedFor(intent), ...defined({ topic }) },
      alternatives: others.slice(0, MOST_ALTERNATIVES),
    };
  }
  const isMourned = !isMaybeUrgent && !doubtsDeath && saysDeath(read) && areOf(OF_DEATH, ranked);
  if (isMourned || isUnpaid) return read;
  const isOfficers =
    !isMaybeUrgent && read.intent === "officer" && best.label === "officer" && best.likely >= LIKELY_OFFICER;
  const isSecond = best.likely < HARDLY_LIKELY && ranked[1]?.label === read.intent;
  const isOfKind = !isMaybeUrgent && extracted.category !== undefined && (best.label === read.intent || isSecond);
  if (isOfficers || (words <= SOME_WORDS && !isDoubted && (isPlain(read) || isOfKind))) return read;
  if (words <= FEW_WORDS && !isDoubted) return withGuesses(read, guesses);
  const isNothingOfOurs = !first && best.likely >= SURE_OF_NOTHING;
  return {
    intent: "unknown",
    confidence: Math.round(best.likely * 100) / 100,
    extracted: extractedFor("unknown"),
    alternatives: isNothingOfOurs ? [] : (isDoubted ? withRead(guesses, read) : guesses).slice(0, MOST_ALTERNATIVES),
  };
}

const PLAINLY_DEAD = 0.9;
const OF_DEATH: readonly string[] = ["death-report", "listed-dead"];

const saysDeath = ({ intent, confidence }: Understanding): boolean =>
  intent === "death-report" && confidence >= PLAINLY_DEAD;

/** In a short message about unpaid aid, either label is right. */
const OF_UNPAID: readonly string[] = ["payment", "complaint"];
const LIKELY_OF_PAIR = 0.7;

const areOf = (pair: readonly string[], ranked: readonly Scored[]): boolean =>
  ranked.length > 1 && ranked.slice(0, pair.length).every(({ label }) => pair.includes(label));

const isPlain = ({ intent, extracted }: Understanding): boolean =>
  BY_PHRASES.has(intent) ||
  (intent === "repair" && extracted.reason !== undefined) ||
  (intent === "unknown" && extracted.places?.length === 1);

function withGuesses(read: Understanding, guesses: readonly Guess[]): Understanding {
  if (read.alternatives.length > 0) return read;
  const likely = guesses.filter(({ confidence }) => confidence >= LIKELY_OF_FEW_WORDS);
  return { ...read, alternatives: likely.slice(0, MOST_ALTERNATIVES) };
}

function withRead(guesses: readonly Guess[], { intent, confidence }: Understanding): readonly Guess[] {
  const [first, ...more] = guesses;
  if (!first || intent === "unknown" || guesses.slice(0, MOST_ALTERNATIVES).some((one) => one.intent === intent))
    return guesses;
  return [first, { intent, confidence }, ...more];
}

/** The phrases may read these intents from one word of a longer message. */
const OF_ONE_WORD: ReadonlySet<Intent> = new Set(["officer", "greeting", "thanks", "check", "apply", "hoax"]);
const HARMLESS: ReadonlySet<Intent> = new Set(["greeting", "thanks", "insult", "language", "unknown"]);

/** The model often confuses the intent with these labels. */
const NEARLY: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  complaint: ["ask:complaint-how"],
  payment: ["ask:collect", "ask:schedule"],
  repair: ["ask:dukcapil"],
};

const speaksAgainst = ({ label, likely }: Scored, read: Intent): boolean =>
  likely >= SPEAKS_AGAINST &&
  label !== read &&
  !HARMLESS.has(read) &&
  !BY_PHRASES.has(read) &&
  !NEARLY[read]?.includes(label);

const knowsBetter = ({ label, likely, trust }: Scored, read: Intent): boolean =>
  OF_ONE_WORD.has(read) && trust === "alone" && likely >= SURE_OF_FEW_WORDS && label !== read;

function isSure({ intent }: Guess, { likely, trust }: Scored, read: Intent, words: number): boolean {
  if (read === intent) return trust !== undefined;
  if (BY_PHRASES.has(read)) return false;
  if (BY_PHRASES.has(intent) || words < LEAST_WORDS) return false;
  const least = words <= FEW_WORDS ? SURE_OF_FEW_WORDS : 0;
  return trust === "alone" && likely >= Math.max(least, SURE_OF[intent] ?? 0);
}
