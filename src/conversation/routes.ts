import { REASONS } from "../register/reasons.ts";
import { type Context, flowOf, type Step } from "./flow.ts";
import { stateAt } from "./flows/index.ts";
import type { Intent, Understanding } from "./understand.ts";

/** Where an intent leads; a function where the words say more than the intent. */
const routes: Partial<Record<Intent, string>> = {
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
  offices: "offices.show",
  officer: "officer.ask",
  privacy: "privacy.stored",
  "data-copy": "privacy.choose",
  "data-correct": "privacy.choose",
  "data-delete": "privacy.choose",
  "consent-withdraw": "privacy.choose",
  language: "language.choose",
};

/** What the state is entered with. */
function parameterOf({ intent, extracted }: Understanding, text: string): string | undefined {
  switch (intent) {
    case "check":
    case "payment":
    case "sanction":
    case "complaint":
    case "listed-dead":
    case "offices":
    case "officer":
      return text;
    case "repair":
      return REASONS.find((reason) => reason === extracted.reason);
    case "track":
      return extracted.ticket;
    case "programmes":
      return extracted.programme;
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
  const { intent, alternatives, extracted } = understood;
  const { session, facts } = context;
  const remark = remarks[intent];
  if (remark) return remarked(remark, context);
  if (intent === "programmes" && extracted.programme) {
    return stateAt("programmes.show").enter?.(extracted.programme, context);
  }
  if (intent === "sanction") {
    const step = entered("check.number", text, context);
    return step && { ...step, say: [{ key: "answers.sanction", values: { district: facts.district.name } }] };
  }
  const at = routes[intent];
  if (at) return entered(at, parameterOf(understood, text), context);
  const leadsOn = (to: string | undefined) => to !== undefined && flowOf(to) !== flowOf(session.at);
  const suggested = alternatives.map((one) => one.intent).filter((one) => leadsOn(suggestionOf(one)));
  const asks = stateAt(session.at).brief === undefined && flowOf(session.at) !== "menu";
  if (asks) return undefined;
  if (suggested.length === 0)
    return extracted.places?.length === 1 ? entered("offices.show", text, context) : undefined;
  return { to: "menu.suggest", data: { suggested } };
}

const entered = (at: string, parameter: string | undefined, context: Context): Step | undefined =>
  stateAt(at).enter?.(parameter, context) ?? { to: at };

/** The state behind a guess, when it is one that can be offered. */
export const suggestionOf = (intent: Intent): string | undefined => routes[intent];

export function remarked(key: string, { session, facts }: Context): Step {
  const { district } = facts;
  const greeted = key === "common.hello" && session.notice?.at === facts.now; // the welcome has just said so
  if (greeted) return { to: session.at };
  const answer = key.startsWith("answers.") ? district.answers[key.slice("answers.".length)] : undefined;
  const text = answer
    ? { words: answer.words }
    : { key, values: { agency: district.agency.name, official: district.agency.official.join(", ") } };
  return { to: session.at, say: [text] };
}
