import type { Category } from "../../vocabulary/lists.ts";
import { plainText } from "../understanding/normalise.ts";
import type { Understanding } from "../understanding/understanding.ts";
import { type Context, flowOf } from "./flow.ts";

/** A message about a refusal mostly has one of these categories. */
const OF_REFUSAL: ReadonlySet<Category | undefined> = new Set([
  undefined,
  "not-listed",
  "wrong-recipient",
  "cut",
  "officer-conduct",
  "other",
]);

/**
 * Whether a message only tells that the village refuses. With a wish to report, or with money, the message is a
 * complaint.
 */
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
