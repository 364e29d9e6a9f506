import type { Reason } from "../../../vocabulary/lists.ts";
import type { StatesOf } from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import type { CheckData } from "./data.ts";
import { toAnother } from "./result.ts";

const REASON: Reason = "NIK_GANDA";

/** The NIK belongs to several people, so the chat shows no person's data. */
export const sharedStates = {
  shared: {
    prompt: ({ data: { asOf = "" }, facts }) => [
      {
        key: "check.sharedNik",
        values: { date: { date: asOf }, owner: { key: `owner.${facts.district.reasons[REASON].repaired_by}` } },
      },
    ],
    options: [
      {
        id: "repair",
        title: { key: "check.howToRepair" },
        to: "repair.explain",
        data: { reason: REASON, reasons: [REASON] },
      },
      toOfficer,
      toAnother,
      toMenu,
    ],
    leadsTo: ["repair.explain", "officer.ask", "check.number", "menu.choose"],
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
