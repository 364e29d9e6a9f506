import { defined } from "../../defined.ts";
import { isTopic, type Topic } from "../../vocabulary/lists.ts";
import { type Intent, isIntent } from "./intents.ts";
import type { Scored } from "./score.ts";
import type { Extracted, Understanding } from "./understanding.ts";

/**
 * If the model says with at least this likelihood that a message asks nothing of the service, the service believes the
 * model.
 */
const SURE_OF_NOTHING = 0.85;
/**
 * Intents of which the model alone must be surer. A wrong word about a death hurts, and few messages are about privacy
 * or language.
 */
const SURE_OF: Readonly<Partial<Record<Intent, number>>> = {
  "death-report": 0.9,
  "listed-dead": 0.9,
  privacy: 0.75,
  language: 0.75,
};
/**
 * If danger has at least this likelihood, the service does not act on the model's guess of another matter, even if the
 * phrases agree.
 */
const MAYBE_URGENT = 0.2;
/** Below this likelihood the model's first guess says little. */
const HARDLY_LIKELY = 0.35;
/** In a message of at most this number of words, the phrases decide first. The model's guesses must be likelier. */
const FEW_WORDS = 3;
const SURE_OF_FEW_WORDS = 0.9;
/**
 * At this likelihood or above, the model speaks against another matter that the phrases read. The service then acts on
 * neither.
 */
const SPEAKS_AGAINST = 0.8;
/** A wish for an officer that the phrases read in a long message needs at least this likelihood. */
const LIKELY_OFFICER = 0.5;
const LIKELY_OF_FEW_WORDS = 0.3;
/** In a message of at most this number of words, the phrases decide if they know a reason, a place or a command. */
const SOME_WORDS = 9;
/** The least number of words in a message that the model alone decides. */
const LEAST_WORDS = 3;
const MOST_ALTERNATIVES = 3;

/** Intents that are hard to take back, and commands. The service acts on them only if the phrases read them. */
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

/**
 * The result of the phrases. `extractedFor` returns the data that the text gives for an intent. `words`: how many words
 * carry meaning.
 */
export type ReadByPhrases = {
  understanding: Understanding;
  extractedFor(intent: Intent): Extracted;
  /** Some word speaks against a death that the message tells of: "katanya", "padahal masih hidup". */
  doubtsDeath: boolean;
  words: number;
};

type Guess = { intent: Intent; topic?: Topic; confidence: number };

/** Returns a label of the model as a guess; `undefined` for a message that asks nothing of the service. */
function guessOf({ label, likely }: Scored): Guess | undefined {
  const confidence = Math.round(likely * 100) / 100;
  if (isIntent(label)) return { intent: label, confidence };
  const topic = label.replace(/^ask:/, "");
  return isTopic(topic) ? { intent: "ask", topic, confidence } : undefined;
}

/**
 * Decides between the result of the phrases and the ranks of the model, in this order. Numbers, tickets and most
 * messages of a few words stay with the phrases. The model's first guess counts if the model is sure, or less sure and
 * the phrases agree. A plain death, a wish for an officer and a short matter that the phrases know stay with the
 * phrases. Else the service offers the model's three best guesses; it offers none if the message probably asks nothing
 * of it.
 */
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
  const isOfficers =
    !isMaybeUrgent && read.intent === "officer" && best.label === "officer" && best.likely >= LIKELY_OFFICER;
  /** Whether the model ranks the phrases' intent second, and its first guess says little. */
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

/**
 * If the model's two best guesses are the two death intents, the phrases decide between them. Their confidence must be
 * at least this number.
 */
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

/** Adds the model's likely guesses to a short message that the phrases do not know. */
function withGuesses(read: Understanding, guesses: readonly Guess[]): Understanding {
  if (read.alternatives.length > 0) return read;
  const likely = guesses.filter(({ confidence }) => confidence >= LIKELY_OF_FEW_WORDS);
  return { ...read, alternatives: likely.slice(0, MOST_ALTERNATIVES) };
}

/** Adds the intent of the phrases as the second guess, unless it is one of the guesses. */
function withRead(guesses: readonly Guess[], { intent, confidence }: Understanding): readonly Guess[] {
  const [first, ...more] = guesses;
  if (!first || intent === "unknown" || guesses.slice(0, MOST_ALTERNATIVES).some((one) => one.intent === intent))
    return guesses;
  return [first, { intent, confidence }, ...more];
}

/** Intents that the phrases may read from one word of a message. */
const OF_ONE_WORD: ReadonlySet<Intent> = new Set(["officer", "greeting", "thanks", "check", "apply", "hoax"]);
/** Courtesy, temper, language, and no intent at all: a mistake about these does no harm. */
const HARMLESS: ReadonlySet<Intent> = new Set(["greeting", "thanks", "insult", "language", "unknown"]);

/**
 * For an intent, the model's labels that only earlier messages tell apart from it. Between the two, the service believes
 * the phrases.
 */
const NEARLY: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  complaint: ["ask:complaint-how"],
  payment: ["ask:collect", "ask:schedule"],
  repair: ["ask:dukcapil"],
};

/**
 * Whether the model is sure that a message is about another matter than the phrases read. The phrases are then wrong
 * nine times of ten.
 */
const speaksAgainst = ({ label, likely }: Scored, read: Intent): boolean =>
  likely >= SPEAKS_AGAINST &&
  label !== read &&
  !HARMLESS.has(read) &&
  !BY_PHRASES.has(read) &&
  !NEARLY[read]?.includes(label);

/** Whether the model is so sure of a short message that the phrases must have mistaken one word for the whole. */
const knowsBetter = ({ label, likely, trust }: Scored, read: Intent): boolean =>
  OF_ONE_WORD.has(read) && trust === "alone" && likely >= SURE_OF_FEW_WORDS && label !== read;

function isSure({ intent }: Guess, { likely, trust }: Scored, read: Intent, words: number): boolean {
  if (read === intent) return trust !== undefined;
  if (BY_PHRASES.has(read)) return false; // "minta data saya dihapus" is more than a question about data
  if (BY_PHRASES.has(intent) || words < LEAST_WORDS) return false;
  const least = words <= FEW_WORDS ? SURE_OF_FEW_WORDS : 0;
  return trust === "alone" && likely >= Math.max(least, SURE_OF[intent] ?? 0);
}
