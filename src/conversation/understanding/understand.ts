import { findTicketNumber } from "../../casework/number.ts";
import { defined } from "../../defined.ts";
import { findNumbers } from "../../register/find-numbers.ts";
import type { Place } from "../../register/places.ts";
import type { Programme } from "../../register/programme.ts";
import type { Category, Reason } from "../../vocabulary/lists.ts";
import { readableText } from "../../vocabulary/message.ts";
import type { Words } from "../../words/words.ts";
import { onlyAsksToAsk } from "./courtesy.ts";
import { decide, MAYBE_URGENT, type ReadByPhrases } from "./decide.ts";
import { COURTESY, type RulesIn, WEIGHTY } from "./intent-rules.ts";
import type { Intent } from "./intents.ts";
import { wordsOf } from "./normalise.ts";
import type { Scored } from "./score.ts";
import type { Extracted, Understanding } from "./understanding.ts";
import { withoutFillers } from "./words.ts";

type Named = Pick<Programme, "code" | "name" | "aliases">;
export type UnderstandingContext = {
  words: Pick<Words, "readings" | "intents">;
  rulesIn: RulesIn;
  programmes?: readonly Named[];
  findPlaces?: (text: string) => Place[];
  placesNamed?: (text: string) => Place[];
  rankIntents?: (text: string) => Scored[];
  mayBeDanger?: (text: string) => boolean;
};

const ENOUGH = 3;
const ENOUGH_WHEN_WEIGHTY = 5;
const MARGIN = 0.2;
const MOST_ALTERNATIVES = 3;
/** A NIK alone asks whether the person is on the list. */
const NUMBER = 4;

export function understand(text: string, context: UnderstandingContext): Understanding {
  if (onlyAsksToAsk(text, context.words)) return { intent: "greeting", confidence: 1, extracted: {}, alternatives: [] };
  const read = readByPhrases(text, context);
  const { rankIntents, mayBeDanger } = context;
  if (!rankIntents) return read.understanding;
  const rank = () => (isPlaceAlone(text, read, context) ? withoutTopics(rankIntents(text)) : rankIntents(text));
  return decide(read, () => (mayBeDanger?.(text) ? withDanger(rank()) : rank()));
}

const isPlaceAlone = (text: string, { understanding }: ReadByPhrases, { placesNamed }: UnderstandingContext): boolean =>
  understanding.extracted.places !== undefined && (placesNamed?.(text).length ?? 0) > 0;

/** The name of a place alone asks nothing. */
const withoutTopics = (ranked: readonly Scored[]): Scored[] => ranked.filter(({ label }) => !label.startsWith("ask:"));

const withDanger = (ranked: readonly Scored[]): Scored[] => [
  { label: "urgent", likely: MAYBE_URGENT, score: 0 },
  ...ranked.filter(({ label }) => label !== "urgent"),
];

function readByPhrases(text: string, context: UnderstandingContext): ReadByPhrases {
  const { readings, intents } = context.words;
  const words = wordsOf(text, context.words);
  const said = withoutFillers(words, context.words);
  const content = said.filter((word) => !readings.greeting.has(word));
  const line = content.join(" ");
  const found = extracted(text, words, context);
  const { scores, told } = scored(context.rulesIn(line));
  if (found.ticket) add(scores, "track", 8);
  else if (found.niks || found.nearMisses) add(scores, "check", NUMBER);
  if (found.programme && content.length <= 2) add(scores, "programmes", 3);
  if (content.length < said.length && content.length <= MOST_BESIDE_GREETING) add(scores, "greeting", 2);
  const ranked = [...scores]
    .filter(([intent, score]) => score > 0 && !isCourtesyAmong(intent, scores))
    .sort((a, b) => b[1] - a[1]);
  return {
    understanding: { ...decided(ranked), extracted: { ...found, ...told(ranked[0]?.[0]) } },
    extractedFor: (intent) => ({ ...found, ...told(intent) }),
    doubtsDeath: content.some((word) => intents.doubtsDeath.has(word)),
    words: said.length,
  };
}

const MOST_BESIDE_GREETING = 2;

type Scores = Map<Intent, number>;

const add = (scores: Scores, intent: Intent, weight: number) => scores.set(intent, (scores.get(intent) ?? 0) + weight);

/** "assalamualaikum pak mau tanya ..." is a question, not a greeting. */
const isCourtesyAmong = (intent: Intent, scores: Scores): boolean =>
  COURTESY.has(intent) && [...scores.keys()].some((other) => !COURTESY.has(other));

function scored(rules: ReturnType<RulesIn>) {
  const scores: Scores = new Map();
  const categories = new Map<Category, number>();
  const reasons = new Map<Reason, number>();
  for (const { intent, weight, category, reason } of rules) {
    add(scores, intent, weight);
    if (category) categories.set(category, (categories.get(category) ?? 0) + weight);
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + weight);
  }
  const told = (intent: Intent | undefined): Extracted => {
    const category = intent === "complaint" ? best(categories) : undefined;
    const reason = intent === "repair" ? best(reasons) : undefined;
    return { ...defined({ category, reason }) };
  };
  return { scores, told };
}

function best<Name>(weights: ReadonlyMap<Name, number>): Name | undefined {
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function decided(ranked: readonly (readonly [Intent, number])[]): Omit<Understanding, "extracted"> {
  const [first, second] = ranked;
  if (!first) return { intent: "unknown", confidence: 0, alternatives: [] };
  const all = ranked.map(([intent, score]) => ({
    intent,
    confidence: confidenceOf(score, second?.[1] ?? 0, first[1]),
  }));
  const [{ intent, confidence } = { intent: "unknown" as const, confidence: 0 }, ...others] = all;
  const enough = first[1] >= (COURTESY.has(intent) ? 2 : WEIGHTY.has(intent) ? ENOUGH_WHEN_WEIGHTY : ENOUGH);
  const leads = (first[1] - (second?.[1] ?? 0)) / first[1] >= MARGIN;
  if (enough && leads) return { intent, confidence, alternatives: others.slice(0, MOST_ALTERNATIVES) };
  return {
    intent: "unknown",
    confidence: Math.round((1 - confidence) * 100) / 100,
    alternatives: all.slice(0, MOST_ALTERNATIVES),
  };
}

function confidenceOf(score: number, second: number, first: number): number {
  const rival = score === first ? second : first;
  const strength = score / (score + 2);
  const lead = score / (score + rival / 2);
  return Math.round(strength * lead * 100) / 100;
}

function extracted(text: string, words: readonly string[], context: UnderstandingContext): Extracted {
  const { numbers, nearMisses } = findNumbers(readableText(text));
  const ticket = findTicketNumber(readableText(text));
  const places = context.findPlaces?.(text) ?? [];
  const programme = programmeIn(words, context);
  return {
    ...(numbers.length > 0 ? { niks: numbers } : {}),
    ...(nearMisses.length > 0 ? { nearMisses } : {}),
    ...defined({ ticket, programme }),
    ...(places.length > 0 ? { places } : {}),
  };
}

function programmeIn(said: readonly string[], { programmes = [], words }: UnderstandingContext): string | undefined {
  const text = ` ${said.join(" ")} `;
  const named = programmes.flatMap((programme) =>
    namesOf(programme, words)
      .filter((name) => text.includes(name))
      .map((name) => ({ code: programme.code, name })),
  );
  const whole = named.filter(({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)));
  const codes = new Set(whole.map(({ code }) => code));
  return codes.size === 1 ? whole[0]?.code : undefined;
}

const namesRead = new WeakMap<Named, string[]>();

function namesOf(programme: Named, words: UnderstandingContext["words"]): string[] {
  const known = namesRead.get(programme);
  if (known) return known;
  const { code, aliases } = programme;
  const read = [code.toLowerCase().replaceAll("-", " "), ...aliases].map(
    (name) => ` ${wordsOf(name, words).join(" ")} `,
  );
  namesRead.set(programme, read);
  return read;
}
