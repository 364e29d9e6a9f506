import { defined } from "../../../defined.ts";
import type { Content } from "../../../vocabulary/message.ts";
import { type Context, flowOf, type Option, type StatesOf, type Step } from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { plainText } from "../../understanding/normalise.ts";
import { asksForRank } from "../../understanding/own-rank.ts";
import { asksForAnother, NO_NUMBERS, namesPerson } from "./another.ts";
import { askedFor, cannotOpen, withCards } from "./ask-number.ts";
import { askProof } from "./ask-proof.ts";
import { CheckData } from "./data.ts";
import { withLeftNumbers, withoutLeftNumbers } from "./left-numbers.ts";
import { couldBeNik, pairOf, saysCard, saysNik } from "./nik-or-card.ts";
import { typedFamilyCard, typedNik, writtenNumbers } from "./numbers.ts";
import { answersWhileAsked } from "./short-answers.ts";
import { takeProof } from "./take-proof.ts";
import { checkOneOfTwo, takeOneOfTwo, twoPeopleIn } from "./two-people.ts";

type Here = Context<CheckData>;

function takeNik(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text") return undefined;
  const { text } = content;
  const { facts } = context;
  const numbers = [...new Set(writtenNumbers(text))];
  const [first, second] = numbers;
  const nik = typedNik(text, facts);
  if (!nik || first === undefined) return undefined;
  const two = twoPeopleIn(numbers, facts);
  if (two) return { to: "check.which-of-two", data: { asked: [...two.niks], kept: two.card, secondCard: two.card } };
  const isWhole = !("wrong" in nik);
  if (isWhole && second !== undefined && /^\d{16}$/.test(second)) {
    const pair = pairOf(first, second, text, facts);
    if ("asks" in pair) return { to: "check.which-of-two", data: { asked: [...pair.asks] } };
    const step = askProof(pair.nik, pair.kk, context);
    return pair.isSwapped ? { ...step, say: [{ key: "check.swapped" }, ...(step.say ?? [])] } : step;
  }
  if (saysCard(text, facts) && !saysNik(text, facts)) return takeCardFirst(first, withLeftNumbers(text, context));
  if (!isWhole) return { to: "check.number", wrong: nik.wrong };
  if (!couldBeNik(first, facts) && !saysNik(text, facts)) return { to: "check.which", data: { asked: [first] } };
  return askProof(nik.digits, second, withLeftNumbers(text, context));
}

function takeCardFirst(number: string, context: Here): Step<CheckData> {
  const { nik } = context.data;
  if (nik) {
    const step: Step<CheckData> = takeProof(number, context) ?? { to: "check.proof" };
    return { ...step, data: { nik, ...step.data } };
  }
  const card = typedFamilyCard(number, context.facts);
  if (!card || "wrong" in card) return { to: "check.number", ...(card ? { wrong: card.wrong } : {}) };
  return { to: "check.number", data: { kept: card.digits }, say: [{ key: "check.kkKept" }] };
}

const lookUpAgain = (nik: string, kk: string): Step<CheckData> => ({
  to: "check.looking",
  data: { nik, kk },
  lookUp: { find: "person", nik, proof: { kk } },
});

/** A question that names no other person is about the person of the last check. */
function showSamePerson(text: string, context: Here): Step<CheckData> | undefined {
  const { session, data } = context;
  if (asksForAnother(text, context.facts)) return undefined;
  if (session.at === "check.result" && data.found && session.proof?.tier === 2) return { to: "check.result" };
  const { proof } = session;
  if (flowOf(session.at) !== "check") {
    if (proof?.tier === 2 && proof.kk) return lookUpAgain(proof.nik, proof.kk);
    const { nik } = withLeftNumbers(text, { ...context, data: CheckData.parse({}) }).data;
    return nik && session.at !== "menu.choose" ? { to: "check.proof", data: { nik } } : undefined;
  }
  if (!data.nik) return undefined;
  if (session.at === "check.registered") return { to: "check.proof" };
  return session.at === "check.proof" || session.at === "check.name" ? { to: session.at } : undefined;
}

const checkFor = (who: NonNullable<CheckData["who"]>): Pick<Option<CheckData>, "to" | "step"> => ({
  to: "check.proof",
  step: (context) => {
    const { kept } = context.data;
    const step = kept === undefined ? undefined : takeProof(kept, context);
    return { to: "check.proof", ...step, data: { who, kept: undefined, ...step?.data } };
  },
});

const toReport = { id: ">complaint.category", title: { key: "check.complain" }, to: "complaint.category" } as const;

export const numberStates = {
  number: {
    ...answersWhileAsked,
    prompt: (context) => [askedFor("check.askNumber", "nik")(context)],
    takes: ["number"],
    asks: "number",
    hint: "check.numberHint",
    options: (context) => [
      { id: "none", title: { key: "check.noNumber" }, means: "none", to: "check.no-number" },
      ...cannotOpen(context),
      toReport,
      toMenu,
    ],
    leadsTo: [
      "menu.choose",
      "complaint.category",
      "check.no-number",
      "check.cannot-open",
      "check.proof",
      "check.for-whom",
      "check.looking",
      "check.number",
      "check.which",
      "check.which-of-two",
    ],
    take: takeNik,
    enter: (text, { data, ...rest }) => {
      if (text === undefined) return { to: "check.number" };
      const isOther = namesPerson(text, rest.facts);
      const context = { ...rest, data: isOther ? { ...data, ...NO_NUMBERS } : data };
      const step = takeNik({ type: "text", text }, context) ?? showSamePerson(text, context) ?? { to: "check.number" };
      const wants = context.facts.desils && asksForRank(text, context.facts.words) ? ("desil" as const) : undefined;
      const isFirst = step.to === "check.number" && !step.wrong && !step.say && context.session.at !== "check.number";
      const asksWhen = isFirst && context.facts.words.questions.whenPaid.isIn(plainText(text));
      const entered = {
        ...step,
        ...(asksWhen ? { say: [{ key: "check.whenPaid" }] } : {}),
        data: { ...(isOther ? NO_NUMBERS : {}), ...step.data, ...defined({ wants }) },
      };
      return isOther ? withoutLeftNumbers(entered, context) : entered;
    },
  },
  /** The number may be a family card's, because its date is no grown person's date of birth. */
  which: {
    prompt: ({ data: { asked } }) => [{ key: "check.which", values: { ending: asked[0]?.slice(-2) ?? "" } }],
    options: [
      {
        id: "kk",
        title: { key: "check.whichKk" },
        to: "check.number",
        step: (context) => takeCardFirst(context.data.asked[0] ?? "", context),
      },
      {
        id: "nik",
        title: { key: "check.whichNik" },
        to: "check.proof",
        step: (context) => askProof(context.data.asked[0] ?? "", undefined, context),
      },
      toMenu,
    ],
    takes: ["number"],
    take: takeNik,
    leadsTo: ["check.number"],
  },
  "which-of-two": {
    prompt: "check.whichOfTwo",
    options: ({ data: { asked } }) => [
      ...asked.map(
        (number, index): Option<CheckData> => ({
          id: String(index + 1),
          title: { key: "check.ending", values: { ending: number.slice(-2) } },
          to: "check.proof",
          step: (context) => checkOneOfTwo(index, undefined, context),
        }),
      ),
      toMenu,
    ],
    takes: ["text", "number"],
    free: ({ text }, context) => takeOneOfTwo(text, context) !== undefined,
    take: (content, context) =>
      (content.type === "text" ? takeOneOfTwo(content.text, context) : undefined) ?? takeNik(content, context),
    leadsTo: ["check.proof", "check.looking", "check.which-of-two", "menu.choose"],
  },
  "no-number": {
    prompt: "check.noNumberHelp",
    options: (context) => [
      ...withCards(context, [{ id: "card", title: { key: "check.useCard" }, to: "check.card" }]),
      { id: "have", title: { key: "check.haveNumber" }, to: "check.number" },
      { ...toOfficer, means: "none" },
      toReport,
      toMenu,
    ],
    leadsTo: ["check.card", "check.number", "officer.ask", "complaint.category", "menu.choose"],
  },
  "for-whom": {
    prompt: "check.askForWhom",
    options: [
      { id: "self", title: { key: "check.whoSelf" }, ...checkFor("self") },
      { id: "family", title: { key: "check.whoFamily" }, ...checkFor("family") },
      { id: "helped", title: { key: "check.whoHelped" }, ...checkFor("helped") },
      toMenu,
    ],
    leadsTo: ["check.looking"],
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
