import type { Reason } from "../../../vocabulary/lists.ts";
import type { StatesOf } from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import type { CheckData } from "./data.ts";
import { toAnother } from "./result.ts";

const REASON: Reason = "NIK_GANDA";

/**
 * The state for a NIK that several people of one family card have. It shows no data, because the data could be another
 * person's.
 */
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
