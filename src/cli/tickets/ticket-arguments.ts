import { canonicalNumber } from "../../casework/number.ts";
import { wrongField } from "../../vocabulary/errors.ts";

export const NUMBER = "a ticket's number, in any case and with or without its dashes";

export const EXPECT = ["--expect <version>", "refuse it where something has happened since this version"] as const;

/** Throws BAD_REQUEST for any text that is no version. */
export function readVersion(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw wrongField("expect", `a ticket's version, a whole number from 1, not ${given}`);
}

export const readTicketNumber = (given: string): string => canonicalNumber(given);
