import type { Choice, Content, Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import type { Context, Option, StatesOf, Step } from "../../engine/flow.ts";
import { plainText, wordsOf } from "../../understanding/normalise.ts";
import type { RepairData } from "./data.ts";
import { bringFor, partAsked, reasonText } from "./reason-text.ts";

const file = (id: string, title: string, category: "death-report" | "listed-dead"): Option<RepairData> => ({
  id,
  title: { key: title },
  to: "ticket.collect",
  step: ({ data: { text } }) => ({ to: "ticket.collect", data: { category, reason: "MENINGGAL", text } }),
});

const dead: Option<RepairData> = { id: "dead", title: { key: "repair.isDeceased" }, to: "repair.report" };
const alive: Option<RepairData> = { id: "alive", title: { key: "repair.isAlive" }, to: "repair.contest" };
const officer: Option<RepairData> = { id: "officer", title: { key: "common.toOfficer" }, to: "officer.ask" };
const menu: Option<RepairData> = { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" };

const LONGEST = 16;

/** A question about the papers after a death; a story tells more. */
function asksForPapers(text: string, { words: { repair } }: Facts): boolean {
  const plain = plainText(text);
  const said = plain.split(" ");
  return said.length <= LONGEST && repair.deathPapers.isIn(plain) && said.some((word) => repair.how.has(word));
}

/** The office, the papers; whoever asks again is offered a person. */
function papersTold(content: Content, { data, facts }: Context<RepairData>): Step<RepairData> | undefined {
  if (content.type !== "text") return undefined;
  if (!asksForPapers(content.text, facts)) {
    const say = partAsked(wordsOf(content.text), "MENINGGAL", facts);
    return say.length > 0 ? { to: "repair.report", say } : undefined;
  }
  if (data.cardTold) return { to: "repair.report", say: [{ key: "repair.afterDeathAgain" }] };
  const { where } = facts.district.reasons.MENINGGAL;
  const say: Text[] = [
    { key: "repair.afterDeath", values: { where: { words: where } } },
    ...bringFor("MENINGGAL", facts.district),
  ];
  const choices = [file("file", "repair.fileDeath", "death-report"), alive, officer, menu].map(
    ({ id, title }): Choice => ({ id: `repair.report:${id}`, title }),
  );
  return { to: "repair.report", data: { cardTold: true }, say, quiet: true, choices };
}

/** "Listed as deceased": asked first, then two roads; whoever tells by themselves which it is begins on theirs. Nothing said here changes anything until an officer has verified it. */
export const deceasedStates = {
  deceased: {
    prompt: ({ data: { reasons } }) => [{ key: reasons.length > 0 ? "repair.askDeceased" : "repair.askDied" }],
    options: [{ ...dead, id: "yes", means: "yes" }, { ...alive, id: "no", means: "no" }, officer, menu],
    leadsTo: [],
    enter: (said = "", { facts: { words } }) => ({
      to: wordsOf(said).some((word) => words.repair.lives.has(word)) ? "repair.contest" : "repair.deceased",
    }),
  },
  report: {
    prompt: ({ facts }) => [{ key: "repair.condolence" }, ...reasonText("MENINGGAL", facts.district).slice(2)],
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileDeath", "death-report"), alive, officer, menu],
    takes: ["text"],
    free: ({ text }, { facts }) => asksForPapers(text, facts),
    take: papersTold,
    leadsTo: ["repair.report"],
  },
  contest: {
    prompt: "repair.contest",
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileContest", "listed-dead"), dead, officer, menu],
    leadsTo: [],
  },
} satisfies Partial<StatesOf<"repair", RepairData>>;
