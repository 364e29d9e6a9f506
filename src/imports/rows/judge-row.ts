import { maskNumbers } from "../../register/find-numbers.ts";
import { plainWords, type Status } from "../../register/status-words.ts";
import { REASONS, type Reason } from "../../vocabulary/lists.ts";
import { type Cell, cellText } from "./cell.ts";
import type { Header } from "./header.ts";
import type { ImportContext } from "./row.ts";
import type { Note } from "./row-findings.ts";

const MOST_SHOWN_LETTERS = 60;

export const shownWords = (written: string | undefined): string =>
  maskNumbers(written ?? "").slice(0, MOST_SHOWN_LETTERS);

/** A row with a reason is invalid, even if its status says "valid". */
export function judgeRow(written: string | undefined, why: string | undefined, { spellings, statuses }: ImportContext) {
  const listed = written === undefined ? undefined : statuses.get(plainWords(written));
  const status: Status = listed ?? "unknown";
  const { reasons, unmapped } = reasonsIn(why, spellings);
  if (status !== "valid" && status !== "invalid" && status !== "unknown") {
    const all = [...new Set([status, ...reasons])];
    return { valid: false, status, reasons: all, unmapped, isUnknown: false, isListed: true };
  }
  const isKnown =
    reasons.some((reason) => reason !== "TIDAK_DIKETAHUI") || (reasons.length > 0 && unmapped.length === 0);
  const isUnknown = !isKnown && (status === "unknown" || (status === "valid" && unmapped.length > 0));
  return {
    valid: status === "valid" && reasons.length === 0,
    status,
    reasons,
    unmapped,
    isUnknown,
    isListed: listed === "unknown",
  };
}

export function reasonsNotUsed(
  cells: readonly Cell[],
  { unused }: Header,
  spellings: ReadonlyMap<string, Reason>,
  has: readonly Reason[],
): Note[] {
  return unused.flatMap(({ name, index }): Note[] => {
    const text = cellText(cells[index]);
    const reason = text === undefined || text.length > MOST_SHOWN_LETTERS ? undefined : spellings.get(plainWords(text));
    return reason === undefined || has.includes(reason)
      ? []
      : [{ code: "REASON_NOT_USED", words: `${name}: ${reason}` }];
  });
}

function reasonsIn(
  text: string | undefined,
  spellings: ReadonlyMap<string, Reason>,
): { reasons: Reason[]; unmapped: string[] } {
  if (text === undefined) return { reasons: [], unmapped: [] };
  const whole = spellings.get(plainWords(text));
  if (whole) return { reasons: [whole], unmapped: [] };
  const reasons = new Set<Reason>();
  const unmapped: string[] = [];
  for (const part of text
    .split(/[;,/+|]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const reason =
      REASONS.find((code) => code === part.toUpperCase().replace(/[\s-]+/g, "_")) ?? spellings.get(plainWords(part));
    if (reason) reasons.add(reason);
    else unmapped.push(maskNumbers(part).slice(0, MOST_SHOWN_LETTERS));
  }
  if (unmapped.length > 0) reasons.add("TIDAK_DIKETAHUI");
  return { reasons: [...reasons], unmapped };
}
