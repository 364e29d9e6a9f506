import { defined } from "../../defined.ts";
import { type Category, REASONS, type Topic } from "../../vocabulary/lists.ts";
import type { Intent } from "../understanding/intents.ts";
import { isAngry } from "../understanding/moods.ts";
import { holdsWord, plainText, wordsOf } from "../understanding/normalise.ts";
import { asksForRank } from "../understanding/own-rank.ts";
import type { Understanding } from "../understanding/understanding.ts";
import { withoutFillers } from "../understanding/words.ts";
import { answerInLine } from "./answer-in-line.ts";
import { asksWhere } from "./asks-where.ts";
import { keptWords } from "./content.ts";
import { announcesReport, intentOfAccuser, intentOfStopped, intentOfTwo, wishesCheck } from "./corrected-intent.ts";
import { type Context, enterState, flowOf, type Step, stateHere } from "./flow.ts";
import type { AskedMatter } from "./session.ts";
import type { StateName } from "./state-names.ts";
import { thanksKey } from "./thanks.ts";
import { twoMattersIn } from "./two-matters.ts";
import { isRefusedByVillage } from "./village-refusal.ts";
import { isWorthWarning } from "./worth-warning.ts";

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

const WITH_WORDS: ReadonlySet<Intent> = new Set([
  "check",
  "payment",
  "sanction",
  "complaint",
  "listed-dead",
  "offices",
  "officer",
]);

const RIGHTS: ReadonlySet<Intent> = new Set(["data-copy", "data-correct", "data-delete", "consent-withdraw"]);

function openingOf(intent: Intent, text: string): string | undefined {
  if (WITH_WORDS.has(intent)) return text;
  return RIGHTS.has(intent) ? intent : undefined;
}

function parameterOf({ intent, extracted }: Understanding, text: string): string | undefined {
  const opening = openingOf(intent, text);
  if (opening !== undefined) return opening;
  switch (intent) {
    case "repair":
      return REASONS.find((reason) => reason === extracted.reason);
    case "track":
      return extracted.ticket;
    case "programmes":
      return extracted.programme;
    case "apply":
      return text;
    case "ask":
      return extracted.answer;
    default:
      return undefined;
  }
}

const remarks: Partial<Record<Intent, string>> = {
  greeting: "common.hello",
  thanks: "common.welcome",
  official: "answers.official",
  hoax: "answers.hoax",
  insult: "common.sorry",
  subscribe: "answers.news",
  unsubscribe: "common.stopped",
};

export function routeOf(understood: Understanding, text: string, context: Context): Step | undefined {
  const { alternatives, extracted } = understood;
  const accused = intentOfAccuser(understood, text, context);
  const read = intentOfTwo(intentOfStopped(accused, text, context), text, context);
  const { session, facts } = context;
  const isCheck = read === "unknown" && (extracted.niks !== undefined || wishesCheck(understood, text, facts));
  const intent = isCheck ? "check" : read;
  if (isAngry(text, facts.words) && ANGRY_AS.has(intent) && flowOf(session.at) === "menu") return soothe(text, context);
  const remark = intent === "thanks" ? thanksKey(text, context) : remarks[intent];
  if (remark) return answerInLine(remark, context);
  if (isRefusedByVillage(understood, text, context)) return enterState("programmes.apply", text, context);
  if (intent === "programmes" && extracted.programme) {
    return context.flows.stateAt("programmes.show").enter?.(extracted.programme, context);
  }
  if (intent === "sanction" && !announcesReport(understood, text, context)) {
    const step = enterState("check.number", text, context);
    return { ...step, say: [{ key: "answers.sanction", values: { district: facts.district.name } }] };
  }
  const isRank = intent === "ask" && extracted.answer === ("desil" satisfies Topic) && facts.desils;
  if (isRank && asksForRank(text, facts.words)) return enterState("check.desil", text, context);
  if (intent === "ask" && asksWhere(understood, text, context)) return enterState("offices.show", text, context);
  if (announcesReport(understood, text, context)) {
    const isTold = extracted.programme !== undefined || extracted.category !== undefined;
    return enterState("complaint.category", isTold ? text : undefined, context);
  }
  if (intent === "complaint" && isExplainedFirst(understood, text, context))
    return enterState("ask.show", EXPLAINED_FIRST, context);
  const at = intent === "ask" && extracted.answer === undefined ? undefined : routes[intent];
  if (at) return enterState(at, parameterOf({ ...understood, intent }, text), context);
  const leadsOn = (to: StateName | undefined) => to !== undefined && flowOf(to) !== flowOf(session.at);
  const warns = isWorthWarning(understood, text, facts);
  const guesses = alternatives.filter((one) => (one.intent === "urgent" ? warns : one.confidence >= WORTH_OFFERING));
  const suggested = guesses.map((one) => one.intent).filter((one) => one !== "ask" && leadsOn(suggestionOf(one)));
  const topics = guesses.flatMap(({ intent: one, topic }) => (one === "ask" && topic ? [topic] : []));
  const asks = stateHere(context).brief === undefined && flowOf(session.at) !== "menu";
  if (asks) return undefined;
  const [place, ...others] = extracted.places ?? [];
  const isLost = session.at === "menu.suggest" || session.wrong > 0;
  const hasGuess = suggested.length + topics.length > 0;
  if (!hasGuess && place && others.length === 0 && isLost) return askAboutPlace(place.name, text, context);
  if (!hasGuess && extracted.places?.length === 1) return enterState("offices.show", text, context);
  if (!hasGuess && flowOf(session.at) !== "menu") return undefined;
  const danger = guesses.some((one) => one.intent === "urgent");
  const offered = danger
    ? oneForEachState(["officer", ...suggested])
    : oneForEachState(saysMuch(text, facts) ? [...suggested, "officer"] : suggested);
  if (offered.length + topics.length === 0) return undefined;
  const again = session.at === "menu.suggest" && session.data.again !== true;
  const back = answerBefore(session);
  return {
    to: "menu.suggest",
    data: { suggested: offered, topics, text: keptWords(text), danger, again, ...defined({ back }) },
  };
}

/** A citizen with an inactive BPJS first reads how to get treatment. */
const EXPLAINED_FIRST = "pbi-jk" satisfies Topic & Category;

function isExplainedFirst({ extracted }: Understanding, text: string, { session, facts }: Context): boolean {
  if (extracted.category !== EXPLAINED_FIRST || !facts.district.knowledge[EXPLAINED_FIRST]) return false;
  const isRead = flowOf(session.at) === "ask" && session.data.name === EXPLAINED_FIRST;
  const isReport = holdsWord(plainText(text), facts.words.questions.report);
  return !isRead && !isReport && !facts.signals(text).includes("accusation") && !twoMattersIn(text, facts);
}

/** In these flows, `data` holds no NIK, no KK and nothing from the register. */
const HAS_ANSWERS: ReadonlySet<string> = new Set(["ask", "programmes", "offices"]);

function answerBefore({ at, data }: Context["session"]): unknown {
  if (HAS_ANSWERS.has(flowOf(at))) return { at, data };
  return at === "menu.suggest" ? data.back : undefined;
}

const WORTH_OFFERING = 0.1;

/** An angry message with one of these intents has no known subject. */
const ANGRY_AS: ReadonlySet<Intent> = new Set(["unknown", "insult", "official", "hoax"]);
const FOR_THE_ANGRY: readonly Intent[] = ["complaint", "officer"];

const writtenHere = (text: string, { session }: Context): string =>
  [session.at === "menu.suggest" ? session.data.text : "", keptWords(text)].filter(Boolean).join("\n");

function soothe(text: string, context: Context): Step {
  const { session } = context;
  const words = writtenHere(text, context);
  const isOffered = session.at === "menu.suggest" && FOR_THE_ANGRY.every((one) => suggestedIn(session).includes(one));
  if (isOffered) return enterState("officer.ask", words, context);
  return { to: "menu.suggest", data: { suggested: FOR_THE_ANGRY, text: words }, say: [{ key: "common.sorry" }] };
}

const suggestedIn = ({ data }: Context["session"]): readonly unknown[] =>
  Array.isArray(data.suggested) ? data.suggested : [];

const askAboutPlace = (place: string, text: string, context: Context): Step => ({
  to: "menu.suggest",
  data: { suggested: ["complaint", "check", "officer", "offices"], text: writtenHere(text, context), place },
});

/** An officer may understand a message of this many words, without fillers. */
const MUCH = 3;
const saysMuch = (text: string, { words }: Context["facts"]): boolean =>
  withoutFillers(wordsOf(text, words), words).length >= MUCH;

const oneForEachState = (intents: readonly Intent[]): Intent[] => [
  ...new Map(intents.map((intent) => [routes[intent], intent])).values(),
];

/** The citizen has chosen `intent` as the meaning of the message `text`. */
export const followGuess = (intent: Intent, text: string, context: Context): Step => {
  const at = routes[intent] ?? "menu.choose";
  return enterState(at, openingOf(intent, text) || undefined, context);
};

export function enterMatter({ intent, name, text }: AskedMatter, context: Context): Step {
  if (intent === "programmes" && name) return enterState("programmes.show", name, context);
  return enterState(routes[intent] ?? "menu.choose", intent === "ask" ? name : openingOf(intent, text), context);
}

export const suggestionOf = (intent: Intent): StateName | undefined => routes[intent];
