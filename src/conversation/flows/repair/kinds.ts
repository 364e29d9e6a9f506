import { REASON_KINDS, type ReasonKind } from "../../../register/reason-kinds.ts";
import { REASONS, type Reason } from "../../../vocabulary/lists.ts";
import type { Option, StatesOf } from "../../engine/flow.ts";
import { backTo, toMenu, toOfficer } from "../../engine/usual-options.ts";
import { explained } from "../../flows-shared/explained-reason.ts";
import type { RepairData } from "./data.ts";

/** Death is in the first list and has its own state. */
const SHOWN = ["data", "payment", "unsure", "barred", "out"] as const satisfies readonly ReasonKind[];

const reasonsOf = (kind: ReasonKind): Reason[] => REASONS.filter((reason) => REASON_KINDS[reason] === kind);

/** A list of all reasons is too long for a small screen and for WhatsApp. */
export const kindsStates = {
  kinds: {
    prompt: "repair.whichKind",
    options: [
      ...SHOWN.map(
        (kind): Option<RepairData> => ({
          id: kind,
          title: { key: `repair.kind.${kind}` },
          to: "repair.of-kind",
          data: { kind },
        }),
      ),
      toOfficer,
      toMenu,
    ],
    leadsTo: [],
  },
  "of-kind": {
    prompt: "repair.whichReason",
    options: ({ data: { kind = "data" }, facts }) => [
      ...reasonsOf(kind).map((reason): Option<RepairData> => {
        const { to, data } = explained(reason);
        const title = { words: facts.district.reasons[reason].title };
        return { id: reason.toLowerCase(), title, to, data };
      }),
      backTo("repair.kinds"),
      toMenu,
    ],
    leadsTo: ["repair.explain", "repair.kinds", "menu.choose"],
  },
} satisfies Partial<StatesOf<"repair", RepairData>>;
