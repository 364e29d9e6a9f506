import type { Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import { leaveConsentOpen } from "./consent.ts";
import { addRequest } from "./danger.ts";
import { type Here, isSurvivors, noteText, type UrgentData } from "./data.ts";

/** "Not at night" or "no calls" does not refuse all contact. */
export function wantsNoContact(text: string, { data, session, facts }: Here): boolean {
  return isSurvivors(data.dangers) && (saysNoContact(text, facts) || isNotNeeded(text, { session, facts }));
}

export function saysNoContact(text: string, { words: { crisis } }: Here["facts"]): boolean {
  const plain = plainText(text);
  return crisis.noContact.isIn(plain) && !crisis.sometimes.isIn(plain);
}

const isNotNeeded = (text: string, { session, facts }: Pick<Here, "session" | "facts">): boolean =>
  session.at === "urgent.safely" && facts.words.crisis.notNeeded.isIn(plainText(text));

/** The officer reads our note in place of the citizen's words. */
export function refuseContact(here: Here): Step<UrgentData> {
  const { data, session, facts } = here;
  const { number } = data;
  if (number === undefined) return leaveConsentOpen([{ key: "urgent.notReferred" }]);
  const text = noteText("urgent.noContactNote", facts);
  return {
    to: session.at === "urgent.safely" ? "urgent.open" : session.at,
    say: [{ key: "urgent.reach.none" }],
    requests: [addRequest(number, here, { text })],
  };
}
