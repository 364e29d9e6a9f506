import type { Localised, Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Context, State, Step } from "../../engine/flow.ts";
import { explained } from "../../flows-shared/explained-reason.ts";
import { answerAboutReason } from "../../flows-shared/reason-answers.ts";
import type { ShortQuestion } from "../../understanding/short-question.ts";
import { type CheckData, type Found, reasonsShown } from "./data.ts";
import { moneyTexts, nextTexts } from "./follow-up-text.ts";

/** `take` may have a better answer to these questions. */
const TAKEN: ReadonlySet<ShortQuestion> = new Set(["where", "next", "way", "amount", "other"]);

export function answerAboutResult(
  question: ShortQuestion,
  { data: { found }, facts, session }: Context<CheckData>,
  isTaken: boolean,
): Step<CheckData> | undefined {
  if (!found || (isTaken && TAKEN.has(question))) return undefined;
  const reasons = reasonsShown(found);
  const [reason] = reasons;
  if (reason && question !== "amount") {
    const { to, data: shown } = explained(reason);
    const data = { ...shown, reasons };
    if (question === "bring" && to === "repair.explain") return { to: "repair.details", data };
    return { to, data, say: answerAboutReason(question, reason, facts.district) };
  }
  const say = textsOfGood(question, found, facts);
  return say.length > 0 ? { to: session.at, say } : undefined;
}

function textsOfGood(question: ShortQuestion, found: Found, facts: Facts): Text[] {
  const { collect } = facts.district.knowledge;
  const known = (words: Localised | undefined): Text[] => (words ? [{ words }] : []);
  switch (question) {
    case "bring":
      return known(collect?.bring);
    case "price":
      return [{ key: "answers.cost" }];
    case "other":
      return known(collect?.instead);
    case "howLong":
      return known(collect?.howLong);
    case "here":
      return [{ key: "check.asked.nothingToDo" }, ...known(collect?.where)];
    case "ifNot":
      return [{ key: "check.asked.late" }];
    case "where":
    case "until":
    case "amount":
      return moneyTexts(found, facts);
    case "next":
    case "way":
      return nextTexts(found, facts);
  }
}

const WHILE_ASKED: Readonly<Record<ShortQuestion, string>> = {
  bring: "check.asked.bring",
  price: "check.asked.price",
  amount: "check.asked.amount",
  until: "check.asked.howLong",
  howLong: "check.asked.howLong",
  ifNot: "check.asked.ifNot",
  here: "check.asked.here",
  other: "check.asked.other",
  where: "check.asked.where",
  next: "check.asked.next",
  way: "check.asked.next",
};

/** Before the result, "how long" may mean the check or the money. */
function textsOfMoney(question: ShortQuestion, { session, facts }: Context<CheckData>): Text[] {
  if (session.at !== "check.number") return [];
  const { collect } = facts.district.knowledge;
  const words = question === "howLong" ? collect?.howLong : question === "other" ? collect?.instead : undefined;
  return words ? [{ words }] : [];
}

export const answersWhileAsked: Pick<State<CheckData>, "answers"> = {
  answers: (question, context) => ({
    to: context.session.at,
    say: [{ key: WHILE_ASKED[question] }, ...textsOfMoney(question, context)],
  }),
};
