import { defineFlow } from "../../engine/flow.ts";
import { pageStates } from "./ask-number.ts";
import { CheckData } from "./data.ts";
import { desilStates } from "./desil.ts";
import { cardStates } from "./family-card.ts";
import { numbersTyped } from "./left-numbers.ts";
import { missedStates } from "./no-match.ts";
import { numberStates } from "./number.ts";
import { proofStates } from "./proof.ts";
import { resultStates } from "./result.ts";
import { sharedStates } from "./shared.ts";

export const check = defineFlow(
  "check",
  CheckData,
  {
    ...numberStates,
    ...pageStates,
    ...proofStates,
    ...missedStates,
    ...cardStates,
    ...resultStates,
    ...sharedStates,
    ...desilStates,
  },
  { lapsesTo: "check.number", kept: numbersTyped },
);
