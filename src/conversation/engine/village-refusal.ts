import type { Category } from "../../vocabulary/lists.ts";
import { plainText } from "../understanding/normalise.ts";
import type { Understanding } from "../understanding/understanding.ts";
import { type Context, flowOf } from "./flow.ts";

/** The classifier mostly gives a refusal one of these categories. */
const OF_REFUSAL: ReadonlySet<Category | undefined> = new Set([
  undefined,
  "not-listed",
  "wrong-recipient",
  "cut",
  "officer-conduct",
  "other",
]);

/** A refusal with money or a wish to report is a complaint instead. */
export function isRefusedByVillage({ extracted }: Understanding, text: string, { session, facts }: Context): boolean {
  const { refused, announces, ofMoney } = facts.words.report;
  const plain = plainText(text);
  return (
    flowOf(session.at) !== "complaint" &&
    refused.isIn(plain) &&
    !announces.isIn(plain) &&
    !ofMoney.isIn(plain) &&
    OF_REFUSAL.has(extracted.category)
  );
}
