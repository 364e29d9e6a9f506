import type { Option, State } from "../../flow.ts";
import type { RepairData } from "./data.ts";
import { reasonText } from "./reason-text.ts";

const file = (id: string, title: string, category: "death-report" | "listed-dead"): Option<RepairData> => ({
  id,
  title: { key: title },
  to: "ticket.collect",
  step: () => ({ to: "ticket.collect", data: { category, reason: "MENINGGAL" } }),
});

const officer: Option<RepairData> = { id: "officer", title: { key: "common.toOfficer" }, to: "officer.ask" };
const menu: Option<RepairData> = { id: "menu", title: { key: "common.toMenu" }, to: "menu.choose" };

/** "Listed as deceased": asked first, then two roads. Nothing said here changes anything until an officer has verified it. */
export const deceasedStates: Record<string, State<RepairData>> = {
  deceased: {
    prompt: "repair.askDeceased",
    options: [
      { id: "yes", title: { key: "repair.isDeceased" }, means: "yes", to: "repair.report" },
      { id: "no", title: { key: "repair.isAlive" }, means: "no", to: "repair.contest" },
      officer,
      menu,
    ],
    leadsTo: [],
    enter: () => ({ to: "repair.deceased", data: { reason: "MENINGGAL" } }),
  },
  report: {
    prompt: ({ facts }) => [{ key: "repair.condolence" }, ...reasonText("MENINGGAL", facts.district).slice(1)],
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileDeath", "death-report"), officer, menu],
    leadsTo: [],
  },
  contest: {
    prompt: "repair.contest",
    brief: "common.chooseOrWrite",
    options: [file("file", "repair.fileContest", "listed-dead"), officer, menu],
    leadsTo: [],
  },
};
