import { defined } from "../../defined.ts";
import { isTopic, type Topic } from "../../vocabulary/lists.ts";
import { type Intent, isIntent } from "./intents.ts";
import type { Scored } from "./score.ts";
import type { Extracted, Understanding } from "./understanding.ts";

/** From here on the model is believed that a message asks for nothing of ours. */
const SURE_OF_NOTHING = 0.85;
/** Where the model alone must be surer than it trusts itself: a wrong word about a death hurts, of one's data few write. */
const SURE_OF: Readonly<Partial<Record<Intent, number>>> = {
  "death-report": 0.9,
  "listed-dead": 0.9,
  privacy: 0.75,
  language: 0.75,
};
/** A message that is so likely to tell of danger is acted on by the model alone in no other way. */
const MAYBE_URGENT = 0.2;
/** Below this share the model knows little of a message. */
const HARDLY_LIKELY = 0.35;
/** In a message of so few words the model has too little to go by: the phrases come first, and its guesses must be likelier. */
const FEW_WORDS = 3;
const SURE_OF_FEW_WORDS = 0.9;
const LIKELY_OF_FEW_WORDS = 0.3;
/** In so many words a reason, a place or a command that the phrases know is all that is meant. */
const SOME_WORDS = 6;
/** Two words or fewer are never acted on by the model alone. */
const LEAST_WORDS = 3;
const MOST_ALTERNATIVES = 3;

/** What these set off is hard to take back, or is a command: only the phrases may. */
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

/** What the phrases read: with what a text holds that belongs to an intent, and how many words say something. */
export type ReadByPhrases = {
  understanding: Understanding;
  extractedFor(intent: Intent): Extracted;
  /** Something in it speaks against a death that it tells of: "katanya", "padahal masih hidup". */
  doubtsDeath: boolean;
  words: number;
};

type Guess = { intent: Intent; topic?: Topic; confidence: number };

/** A label of the model as a guess; `undefined` for a message that asks for nothing of ours. */
function guessOf({ label, likely }: Scored): Guess | undefined {
  const confidence = Math.round(likely * 100) / 100;
  if (isIntent(label)) return { intent: label, confidence };
  const topic = label.replace(/^ask:/, "");
  return isTopic(topic) ? { intent: "ask", topic, confidence } : undefined;
}

/**
 * Decides between what the phrases read and what the model ranks: the model is acted on where it is sure or the phrases
 * say the same; else its three best are offered. Numbers, tickets and a few words are what the phrases read.
 */
export function decide(
  { understanding: read, extractedFor, doubtsDeath, words }: ReadByPhrases,
  rank: () => readonly Scored[],
): Understanding {
  const { extracted } = read;
  if (extracted.ticket || extracted.niks || extracted.nearMisses) return read;
  const ranked = rank();
  const [best] = ranked;
  if (!best || (words <= FEW_WORDS && read.intent !== "unknown" && !knowsBetter(best, read.intent))) return read;
  const guesses = ranked.slice(0, 2 * MOST_ALTERNATIVES).flatMap((one) => guessOf(one) ?? []);
  const first = guessOf(best);
  const isMaybeUrgent = ranked.some(({ label, likely }) => label === "urgent" && likely >= MAYBE_URGENT);
  if (first && !isMaybeUrgent && isSure(first, best, read.intent, words)) {
    const { intent, topic, confidence } = first;
    const others = guesses.filter((one) => one.intent !== intent || one.topic !== topic);
    return {
      intent,
      confidence,
      extracted: { ...extractedFor(intent), ...defined({ topic }) },
      alternatives: others.slice(0, MOST_ALTERNATIVES),
    };
  }
  const isMourned = !isMaybeUrgent && !doubtsDeath && saysDeath(read) && isOfDeath(ranked);
  if (isMourned) return read;
  const isOfficers = !isMaybeUrgent && read.intent === "officer" && first?.intent === "officer";
  /** A short complaint whose kind is known, if the model holds it for its first, or for its second and its first for hardly likelier. */
  const isSecond = best.likely < HARDLY_LIKELY && ranked[1]?.label === read.intent;
  const isOfKind = !isMaybeUrgent && extracted.category !== undefined && (best.label === read.intent || isSecond);
  if (isOfficers || (words <= SOME_WORDS && (isPlain(read) || isOfKind))) return read;
  if (words <= FEW_WORDS) return withGuesses(read, guesses);
  const isNothingOfOurs = !first && best.likely >= SURE_OF_NOTHING;
  return {
    intent: "unknown",
    confidence: Math.round(best.likely * 100) / 100,
    extracted: extractedFor("unknown"),
    alternatives: isNothingOfOurs ? [] : guesses.slice(0, MOST_ALTERNATIVES),
  };
}

/** From here on the phrases are believed of a death where the model only wavers between its two roads. */
const PLAINLY_DEAD = 0.9;
const OF_DEATH: readonly string[] = ["death-report", "listed-dead"];

const saysDeath = ({ intent, confidence }: Understanding): boolean =>
  intent === "death-report" && confidence >= PLAINLY_DEAD;

const isOfDeath = (ranked: readonly Scored[]): boolean =>
  ranked.length > 1 && ranked.slice(0, OF_DEATH.length).every(({ label }) => OF_DEATH.includes(label));

const isPlain = ({ intent, extracted }: Understanding): boolean =>
  BY_PHRASES.has(intent) ||
  (intent === "repair" && extracted.reason !== undefined) ||
  (intent === "unknown" && extracted.places?.length === 1);

/** A few words that the phrases do not know are offered what the model thinks likely. */
function withGuesses(read: Understanding, guesses: readonly Guess[]): Understanding {
  if (read.alternatives.length > 0) return read;
  const likely = guesses.filter(({ confidence }) => confidence >= LIKELY_OF_FEW_WORDS);
  return { ...read, alternatives: likely.slice(0, MOST_ALTERNATIVES) };
}

/** The phrases read these from one word. */
const OF_ONE_WORD: ReadonlySet<Intent> = new Set(["officer", "greeting", "thanks", "check", "apply", "hoax"]);

/** Where the model is all but certain of a few words, phrases that read them otherwise took one word for the whole. */
const knowsBetter = ({ label, likely, trust }: Scored, read: Intent): boolean =>
  trust === "alone" && likely >= SURE_OF_FEW_WORDS && label !== read && OF_ONE_WORD.has(read);

function isSure({ intent }: Guess, { likely, trust }: Scored, read: Intent, words: number): boolean {
  if (read === intent) return trust !== undefined;
  if (BY_PHRASES.has(read)) return false; // "minta data saya dihapus" is more than a question about data
  if (BY_PHRASES.has(intent) || words < LEAST_WORDS) return false;
  if (words <= FEW_WORDS) return likely >= SURE_OF_FEW_WORDS;
  return trust === "alone" && likely >= (SURE_OF[intent] ?? 0);
}
