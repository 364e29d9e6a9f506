import type { Content, Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Context, Option, StatesOf, Step } from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { answerAboutReason } from "../../flows-shared/reason-answers.ts";
import { bareFollowUpIn, followUpsIn } from "../../understanding/follow-up.ts";
import { plainText, wordsOf } from "../../understanding/normalise.ts";
import type { ShortQuestion } from "../../understanding/short-question.ts";
import type { TextContent } from "../../understanding/understood-once.ts";
import type { RepairData } from "./data.ts";
import { bareTexts, bringFor, detailsOf, partAsked, stepsFor } from "./reason-text.ts";

const fileOption = (id: string, title: string, category: "death-report" | "listed-dead"): Option<RepairData> => ({
  id,
  title: { key: title },
  ...(category === "death-report" ? { means: "agreed" as const } : {}),
  to: "ticket.collect",
  step: ({ data: { text }, session: { told } }) => ({
    to: "ticket.collect",
    data: { category, reason: "MENINGGAL", text: text || (told?.category === undefined ? (told?.text ?? "") : "") },
  }),
});

const fileDeath = fileOption("file", "repair.fileDeath", "death-report");
const dead: Option<RepairData> = { id: "dead", title: { key: "repair.isDeceased" }, to: "repair.report" };
const alive: Option<RepairData> = { id: "alive", title: { key: "repair.isAlive" }, to: "repair.contest" };
const moneyTexts = (): Text[] => [{ key: "repair.money" }];
const money: Option<RepairData> = {
  id: "money",
  title: { key: "repair.askMoney" },
  to: "repair.report",
  step: ({ session }) => ({ to: session.at, say: moneyTexts() }),
};
const more: Option<RepairData> = { id: "more", title: { key: "ask.more" }, to: "repair.death-details" };
/** The chat does not ask a citizen who mourns whether the person is alive. */
const AFTER_DEATH = [fileDeath, money, more, toOfficer, toMenu];

const LONGEST = 16;

function asksForPapers(text: string, { words: { repair } }: Facts): boolean {
  const plain = plainText(text);
  const said = plain.split(" ");
  return said.length <= LONGEST && repair.deathPapers.isIn(plain) && said.some((word) => repair.how.has(word));
}

const asksForMoney = (text: string, { words: { repair } }: Facts): boolean => repair.takesMoney.isIn(plainText(text));

function afterDeathTexts(text: string, facts: Facts): Text[] {
  const part = partAsked(wordsOf(text, facts.words), "MENINGGAL", facts);
  return part.length > 0 ? part : bareTexts(text, "MENINGGAL", facts);
}

const isAskedHere = ({ text }: TextContent, { facts }: Context<RepairData>): boolean =>
  asksForPapers(text, facts) || asksForMoney(text, facts) || afterDeathTexts(text, facts).length > 0;

function answerAfterDeath(
  content: Content,
  { data, facts, session }: Context<RepairData>,
): Step<RepairData> | undefined {
  if (content.type !== "text") return undefined;
  const to = session.at;
  if (asksForMoney(content.text, facts)) return { to, say: moneyTexts() };
  if (!asksForPapers(content.text, facts)) {
    const say = afterDeathTexts(content.text, facts);
    return say.length > 0 ? { to, say } : undefined;
  }
  if (data.cardTold) return { to, say: [{ key: "repair.afterDeathAgain" }] };
  const { where } = facts.district.reasons.MENINGGAL;
  const say: Text[] = [
    { key: "repair.afterDeath", values: { where: { words: where } } },
    ...bringFor("MENINGGAL", facts.district),
  ];
  const choices = AFTER_DEATH.map(({ id, title }) => ({ id: `repair.report:${id}`, title }));
  return { to: "repair.report", data: { cardTold: true }, say, quiet: true, choices };
}

const asksOfContest = (text: string, words: Facts["words"]): boolean =>
  followUpsIn(text, words).length > 0 || bareFollowUpIn(text, words) !== undefined;

/** After a death, "how much is it" asks about money that the family may not take. */
function answerAboutDeath(
  question: ShortQuestion,
  { facts, session }: Context<RepairData>,
  isTaken: boolean,
): Step<RepairData> | undefined {
  if (isTaken) return undefined;
  const { district } = facts;
  const say =
    question === "amount"
      ? moneyTexts()
      : question === "next"
        ? stepsFor("MENINGGAL", district)
        : answerAboutReason(question, "MENINGGAL", district);
  return { to: session.at, say };
}

/** The text `repair.contest` tells who checks, how soon, where and with which papers. */
const answerAboutContest = (question: ShortQuestion, { session }: Context<RepairData>): Step<RepairData> => ({
  to: session.at,
  say: [{ key: question === "price" ? "answers.cost" : "repair.contest" }],
});

/** An officer verifies the citizen's words before the register changes. */
export const deceasedStates = {
  deceased: {
    prompt: ({ data: { reasons } }) => [{ key: reasons.length > 0 ? "repair.askDeceased" : "repair.askDied" }],
    options: [{ ...dead, id: "yes", means: "yes" }, { ...alive, id: "no", means: "no" }, toOfficer, toMenu],
    leadsTo: [],
    enter: (said = "", { facts: { words } }) => ({
      to: wordsOf(said, words).some((word) => words.repair.lives.has(word)) ? "repair.contest" : "repair.deceased",
    }),
  },
  report: {
    prompt: ({ facts }) => [
      { key: "repair.condolence" },
      ...stepsFor("MENINGGAL", facts.district),
      { key: "repair.reportNow" },
    ],
    brief: "repair.reportNow",
    options: AFTER_DEATH,
    answers: answerAboutDeath,
    takes: ["text"],
    free: isAskedHere,
    take: answerAfterDeath,
    leadsTo: ["repair.report"],
  },
  "death-details": {
    prompt: ({ facts }) => [{ key: "repair.nothingChanges" }, ...detailsOf("MENINGGAL", facts.district)],
    brief: "repair.reportNow",
    options: [fileDeath, money, toOfficer, toMenu],
    answers: answerAboutDeath,
    takes: ["text"],
    free: isAskedHere,
    take: answerAfterDeath,
    leadsTo: ["repair.report"],
  },
  contest: {
    prompt: "repair.contest",
    brief: "common.chooseOrWrite",
    answers: answerAboutContest,
    takes: ["text"],
    free: ({ text }, { facts: { words } }) => asksOfContest(text, words),
    take: (content, { facts: { words } }) =>
      content.type === "text" && asksOfContest(content.text, words)
        ? { to: "repair.contest", say: [{ key: "repair.contest" }] }
        : undefined,
    options: [fileOption("file", "repair.fileContest", "listed-dead"), dead, toOfficer, toMenu],
    leadsTo: [],
  },
} satisfies Partial<StatesOf<"repair", RepairData>>;
