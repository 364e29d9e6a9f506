import { REASONS } from "../../vocabulary/lists.ts";
import { meaningOf } from "../understanding/bare-answer.ts";
import type { Intent } from "../understanding/intents.ts";
import { isAngry } from "../understanding/moods.ts";
import { wordsOf } from "../understanding/normalise.ts";
import type { Understanding } from "../understanding/understanding.ts";
import { withoutFillers } from "../understanding/words.ts";
import { keptWords } from "./content.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import type { StateName } from "./state-names.ts";

/** Where an intent leads; a function where the words say more than the intent. */
const routes: Partial<Record<Intent, StateName>> = {
  check: "check.number",
  payment: "check.number",
  repair: "repair.choose",
  complaint: "complaint.category",
  "death-report": "repair.report",
  "listed-dead": "repair.deceased",
  sanction: "check.number",
  track: "track.show",
  programmes: "programmes.list",
  apply: "programmes.apply",
  ask: "ask.show",
  offices: "offices.show",
  officer: "officer.ask",
  privacy: "privacy.stored",
  "data-copy": "privacy.choose",
  "data-correct": "privacy.choose",
  "data-delete": "privacy.choose",
  "consent-withdraw": "privacy.choose",
  language: "language.choose",
};

/** Intents whose state is entered with what was said. */
const WITH_WORDS: ReadonlySet<Intent> = new Set([
  "check",
  "payment",
  "sanction",
  "complaint",
  "listed-dead",
  "offices",
  "officer",
]);

/** What the state is entered with. */
function parameterOf({ intent, extracted }: Understanding, text: string): string | undefined {
  if (WITH_WORDS.has(intent)) return text;
  switch (intent) {
    case "repair":
      return REASONS.find((reason) => reason === extracted.reason);
    case "track":
      return extracted.ticket;
    case "programmes":
      return extracted.programme;
    case "ask":
      return extracted.answer;
    case "data-copy":
    case "data-correct":
    case "data-delete":
    case "consent-withdraw":
      return intent;
    default:
      return undefined;
  }
}

/** Answered in a line, without leaving the question the chat is at. */
const remarks: Partial<Record<Intent, string>> = {
  greeting: "common.hello",
  thanks: "common.welcome",
  official: "answers.official",
  hoax: "answers.hoax",
  insult: "common.sorry",
  subscribe: "answers.news",
  unsubscribe: "common.stopped",
};

/** What a free message leads to; `undefined` when nothing in it is understood. */
export function routeOf(understood: Understanding, text: string, context: Context): Step | undefined {
  const { alternatives, extracted } = understood;
  const intent = intentOfAccuser(understood.intent, text, context);
  const { session, facts } = context;
  if (isAngry(text, facts.words) && ANGRY_AS.has(intent) && flowOf(session.at) === "menu") return soothe(text, context);
  const remark = intent === "thanks" ? thanksKey(text, context) : remarks[intent];
  if (remark) return answerInLine(remark, context);
  if (intent === "programmes" && extracted.programme) {
    return context.flows.stateAt("programmes.show").enter?.(extracted.programme, context);
  }
  if (intent === "sanction") {
    const step = enterState("check.number", text, context);
    return { ...step, say: [{ key: "answers.sanction", values: { district: facts.district.name } }] };
  }
  const at = intent === "ask" && extracted.answer === undefined ? undefined : routes[intent];
  if (at) return enterState(at, parameterOf({ ...understood, intent }, text), context);
  const leadsOn = (to: StateName | undefined) => to !== undefined && flowOf(to) !== flowOf(session.at);
  const guesses = alternatives.filter(({ confidence }) => confidence >= WORTH_OFFERING);
  const suggested = guesses.map((one) => one.intent).filter((one) => one !== "ask" && leadsOn(suggestionOf(one)));
  const topics = guesses.flatMap(({ intent: one, topic }) => (one === "ask" && topic ? [topic] : []));
  const asks = stateHere(context).brief === undefined && flowOf(session.at) !== "menu";
  if (asks) return undefined;
  const [place, ...others] = extracted.places ?? [];
  const isLost = session.at === "menu.suggest" || session.wrong > 0;
  const hasGuess = suggested.length + topics.length > 0;
  if (!hasGuess && place && others.length === 0 && isLost) return askAboutPlace(place.name, text, context);
  if (!hasGuess && extracted.places?.length === 1) return enterState("offices.show", text, context);
  if (!hasGuess && flowOf(session.at) !== "menu") return undefined; // what was answered last stays in sight
  const danger = guesses.some((one) => one.intent === "urgent");
  const offered = danger
    ? oneForEachState(["officer", ...suggested])
    : oneForEachState(saysMuch(text) ? [...suggested, "officer"] : suggested);
  if (offered.length + topics.length === 0) return undefined;
  return { to: "menu.suggest", data: { suggested: offered, topics, text: keptWords(text), danger } };
}

/** A guess that is less likely would only make the menu longer. */
const WORTH_OFFERING = 0.1;

/** What angry words may be read as. */
const ANGRY_AS: ReadonlySet<Intent> = new Set(["unknown", "insult", "official", "hoax"]);
const FOR_THE_ANGRY: readonly Intent[] = ["complaint", "officer"];

/** What was written before at the menu and not understood, with what is written now. */
const writtenHere = (text: string, { session }: Context): string =>
  [session.at === "menu.suggest" ? session.data.text : "", keptWords(text)].filter(Boolean).join("\n");

/** A word of regret and the two ways to somebody who helps; a citizen who is still angry comes to an officer with all they wrote. */
function soothe(text: string, context: Context): Step {
  const { session } = context;
  const words = writtenHere(text, context);
  const isOffered = session.at === "menu.suggest" && FOR_THE_ANGRY.every((one) => suggestedIn(session).includes(one));
  if (isOffered) return enterState("officer.ask", words, context);
  return { to: "menu.suggest", data: { suggested: FOR_THE_ANGRY, text: words }, say: [{ key: "common.sorry" }] };
}

const suggestedIn = ({ data }: Context["session"]): readonly unknown[] =>
  Array.isArray(data.suggested) ? data.suggested : [];

/** A place alone, behind words that nobody understood, tells where and not what: that is asked. */
const askAboutPlace = (place: string, text: string, context: Context): Step => ({
  to: "menu.suggest",
  data: { suggested: ["complaint", "check", "officer", "offices"], text: writtenHere(text, context), place },
});

const DAY = 86_400_000;

/** "I hope this helped" is not said to a citizen who has been told nothing yet, nor to one who has told of danger. */
function thanksKey(text: string, { session, facts }: Context): string {
  if (session.urgentAt !== undefined && facts.now - session.urgentAt < DAY) return "common.stillHere";
  const isFirst = session.notice?.at === facts.now || session.lastAt === 0;
  if (meaningOf(text, facts.words) !== undefined) return "common.fine";
  return isFirst ? "common.welcomeShort" : "common.welcome";
}

/** What asks about the list; "kalau tidak kasih uang nanti dicoret" does not. */
const ABOUT_THE_LIST: ReadonlySet<Intent> = new Set(["check", "payment", "sanction", "ask"]);

/** A citizen who is asked for money, or else their name is struck, complains: no NIK is asked of them. */
const intentOfAccuser = (intent: Intent, text: string, { facts }: Context): Intent =>
  ABOUT_THE_LIST.has(intent) && facts.signals(text).includes("accusation") ? "complaint" : intent;

/** So many words that are no fillers are more than a sound: a person can read them. */
const MUCH = 3;
const saysMuch = (text: string): boolean => withoutFillers(wordsOf(text)).length >= MUCH;

/** One guess a state: "when is it paid" and "am I listed" begin with the same question. */
const oneForEachState = (intents: readonly Intent[]): Intent[] => [
  ...new Map(intents.map((intent) => [routes[intent], intent])).values(),
];

/** Where a guess that was chosen leads, with the words that it was made from. */
export const followGuess = (intent: Intent, text: string, context: Context): Step => {
  const at = routes[intent] ?? "menu.choose";
  return enterState(at, WITH_WORDS.has(intent) && text ? text : undefined, context);
};

const enterState = (at: StateName, parameter: string | undefined, context: Context): Step =>
  context.flows.stateAt(at).enter?.(parameter, context) ?? { to: at };

/** The state behind a guess, when it is one that can be offered. */
export const suggestionOf = (intent: Intent): StateName | undefined => routes[intent];

export function answerInLine(key: string, { session, facts }: Context): Step {
  const { district } = facts;
  const greeted = key === "common.hello" && session.notice?.at === facts.now; // the welcome has just said so
  if (greeted) return { to: session.at };
  const answer = key.startsWith("answers.") ? district.answers[key.slice("answers.".length)] : undefined;
  const text = answer
    ? { words: answer.words }
    : { key, values: { agency: district.agency.name, official: district.agency.official.join(", ") } };
  return { to: session.at, say: [text] };
}
