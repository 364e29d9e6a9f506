import type { Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import { leaveConsentOpen } from "./consent.ts";
import { addRequest } from "./danger.ts";
import { type Here, isSurvivors, type UrgentData } from "./data.ts";

/** Whether a citizen who told of violence wants no contact at all, and not only none at some hour or by telephone. */
export function wantsNoContact(text: string, { data, facts }: Here): boolean {
  const { noContact, sometimes } = facts.words.crisis;
  const plain = plainText(text);
  return isSurvivors(data.dangers) && noContact.isIn(plain) && !sometimes.isIn(plain);
}

/**
 * The citizen told of violence and takes back the consent, or does not give it. The officer reads a note of ours in
 * place of the citizen's words.
 */
export function refuseContact(here: Here): Step<UrgentData> {
  const { data, session, facts } = here;
  const { number } = data;
  if (number === undefined) return leaveConsentOpen([{ key: "urgent.notReferred" }]);
  const text = facts.wordings({ key: "urgent.noContactNote" })[0] ?? "";
  return {
    to: session.at === "urgent.safely" ? "urgent.open" : session.at,
    say: [{ key: "urgent.reach.none" }],
    requests: [addRequest(number, here, { text })],
  };
}
