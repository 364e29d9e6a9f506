import type { Choice, Content, Text } from "../../../vocabulary/message.ts";
import { keptWords } from "../../engine/content.ts";
import { namesPlace } from "../../engine/facts.ts";
import type { Option, Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import { phoneIn } from "../../understanding/phone.ts";
import { mayAsk } from "../../understanding/question-words.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { wishIn } from "./cries.ts";
import { type Here, reportValues, type UrgentData } from "./data.ts";
import { leaveToOfficer } from "./questions.ts";

/** Another flow might send the words to an officer without the citizen's consent. */
export function belongsToViolence(content: Content & { type: "text" }, { facts }: Here): boolean {
  const { intent, extracted } = understoodOnce(content, facts);
  if (intent === "thanks" || extracted.ticket) return false;
  const plain = plainText(content.text);
  const { announces, ofFamily } = facts.words.report;
  return !announces.isIn(plain) || ofFamily.isIn(plain);
}

/** Returns `undefined` if the words give no consent. */
export function takeConsent(text: string, { session, facts }: Here): Step<UrgentData> | undefined {
  if (session.at !== "urgent.consent") return undefined;
  const { agrees, refuses, reach } = facts.words.helplines;
  const clauses = text.split(/(?<=[.;!?\n])\s*/);
  if (clauses.some((clause) => refuses.isIn(plainText(clause)))) return undefined;
  const from = clauses.findIndex((clause) => agrees.isIn(plainText(clause)) && !mayAsk(clause, facts.words));
  if (from < 0) return undefined;
  const said = keptWords(clauses.slice(from).join(" "));
  return lookUpReport(reach.isIn(plainText(said)) || phoneIn(said) ? { reach: said } : {});
}

/** Thanks are no consent, even with "ya" or "ok". */
function onlyThanks(text: string, { words: { courtesy, answers, readings, helplines } }: Here["facts"]): boolean {
  const said = plainText(text).split(" ");
  const beside = [
    courtesy.thanks,
    courtesy.nods,
    courtesy.courteous,
    answers.beside,
    answers.yes,
    answers.agreed,
    readings.fillers,
  ];
  return (
    said.some((word) => courtesy.thanks.has(word)) &&
    said.every((word) => beside.some((list) => list.has(word))) &&
    !said.some((word) => helplines.permits.has(word))
  );
}

const THANKED = "urgent.thanked";

export function takeThanks(text: string, here: Here): Step<UrgentData> | undefined {
  if (here.session.at !== "urgent.consent" || !onlyThanks(text, here.facts)) return undefined;
  const key = here.data.lastSaid === THANKED ? "urgent.parting" : THANKED;
  return { ...leaveConsentOpen([{ key, values: reportValues(here) }]), data: { lastSaid: key } };
}

const lookUpReport = (data: Partial<UrgentData> = {}): Step<UrgentData> => ({
  to: "urgent.checking",
  data,
  lookUp: { find: "same-ticket", category: "violence" },
});

export const askConsentAgain = (say: readonly Text[], data: Partial<UrgentData> = {}): Step<UrgentData> => ({
  ...leaveConsentOpen([...say, { key: "urgent.askConsentShort" }]),
  data,
});

/** Shows the buttons of the consent without the question. */
export const leaveConsentOpen = (say: Text[]): Step<UrgentData> => ({
  to: "urgent.consent",
  say,
  quiet: true,
  choices: CONSENT.map(({ id, title }): Choice => ({ id: `urgent.consent:${id}`, title })),
});

const WHERE_TO = "urgent.helpAsked.violence.shelter";

/** The service does not store a story that the citizen tells before the consent. */
export function answerBeforeConsent(content: Content, context: Here): Step<UrgentData> {
  const { data, facts } = context;
  const text = content.type === "text" ? content.text : "";
  const isPlace = namesPlace(text, facts);
  if (facts.words.crisis.callsOff.isIn(plainText(text)))
    return leaveConsentOpen([{ key: "urgent.notReferred" }, { key: "urgent.otherReports" }]);
  const tells = facts.signals(text).length > 0 || mayAsk(text, facts.words);
  const wish = wishIn(text, !tells && (isPlace || facts.words.crisis.address.isIn(plainText(text))), facts.words);
  const kept = wish === "place" ? { place: keptWords(text) } : {};
  if (wish !== "other") return askConsentAgain([{ key: `urgent.wish.${wish}` }], kept);
  if (facts.words.urgent.whereTo.isIn(plainText(text))) return askConsentAgain([{ key: WHERE_TO }]);
  if (content.type === "text" && understoodOnce(content, facts).intent === "thanks")
    return leaveConsentOpen([{ key: "urgent.parting", values: reportValues(context) }]);
  const asked = leaveToOfficer(content, context);
  if (asked) return askConsentAgain(asked);
  return askConsentAgain([{ key: data.isTold ? "urgent.noAccountAgain" : "urgent.noAccount" }], { isTold: true });
}

export const CONSENT: Option<UrgentData>[] = [
  {
    id: "yes",
    title: { key: "urgent.consent" },
    means: "agreed",
    to: "urgent.checking",
    step: () => lookUpReport(),
  },
  {
    id: "no",
    title: { key: "urgent.noConsent" },
    means: "no",
    to: "menu.choose",
    step: () => ({ to: "menu.choose", quiet: true, say: [{ key: "urgent.notReferred" }] }),
  },
];
