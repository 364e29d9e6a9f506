import type { Option, State } from "../../flow.ts";
import { wordsOf } from "../../normalise.ts";
import type { RepairData } from "./data.ts";
import { reasonText } from "./reason-text.ts";

const file = (id: string, title: string, category: "death-report" | "listed-dead"): Option<RepairData> => ({
  id,
  title: { key: title },
  to: "ticket.collect",
  step: ({ data: { text } }) => ({ to: "ticket.collect", data: { category, reason: "MENINGGAL", text } }),
});

const LIVES = /\b(hidup|sehat)\b/;

const dead: Option<RepairData> = { id: "dead", title: { key: "repair.isDeceased" }, to: "repair.report" };
const alive: Option<RepairData> = { id: "alive", title: { key: "repair.isAlive" }, to: "repair.contest" };
const officer: Option<RepairData> = { id: "officer", title: { key: "common.toOfficer" }, to: "officer.ask" };
const menu: Option<RepairData> = { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" };

/** "Listed as deceased": asked first, then two roads; whoever tells by themselves which it is begins on theirs. Nothing said here changes anything until an officer has verified it. */
export const deceasedStates: Record<string, State<RepairData>> = {
  deceased: {
    prompt: ({ data: { reasons } }) => [{ key: reasons.length > 0 ? "repair.askDeceased" : "repair.askDied" }],
    options: [{ ...dead, id: "yes", means: "yes" }, { ...alive, id: "no", means: "no" }, officer, menu],
    leadsTo: [],
    enter: (said = "") => ({ to: LIVES.test(wordsOf(said).join(" ")) ? "repair.contest" : "repair.deceased" }),
  },
  report: {
    prompt: ({ facts }) => [{ key: "repair.condolence" }, ...reasonText("MENINGGAL", facts.district).slice(2)],
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileDeath", "death-report"), alive, officer, menu],
    leadsTo: [],
  },
  contest: {
    prompt: "repair.contest",
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileContest", "listed-dead"), dead, officer, menu],
    leadsTo: [],
  },
};
