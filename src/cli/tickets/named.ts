import { canonicalNumber } from "../../casework/number.ts";
import { wrongField } from "../../vocabulary/errors.ts";

export const NUMBER = "a ticket's number, in any case and with or without its dashes";

/** An option of every act: its flags and what they say. */
export const EXPECT = ["--expect <version>", "refuse it where something has happened since this version"] as const;

/** The version that was read. */
export function versionNamed(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw wrongField("expect", `a ticket's version, a whole number from 1, not ${given}`);
}

/** The ticket that a command's argument names, in any case and with spaces. */
export const ticketNamed = (given: string): string => canonicalNumber(given);
