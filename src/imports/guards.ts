import type { Generation } from "../register/recipient.ts";
import type { ImportSummary } from "./import.ts";
import { REJECTIONS } from "./rows/cell.ts";

/** Guards that an operator has lifted, each by its option. */
export type Allowed = { shrink: boolean; unknown: boolean; refused: boolean; invalid: boolean };

/** The share of people that may go, or become invalid, from one list to the next. */
const MOST_REMOVED = 0.2;
const MOST_INVALIDATED = 0.2;
/** The share of rows that may be refused, or kept without a judgement. */
const MOST_UNREAD = 0.05;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Every guard that stops the list, a sentence each that names the option that lifts it. */
export function findStops(summary: ImportSummary, live: Generation | undefined, allowed: Allowed): string[] {
  return [
    refusedRows(summary, allowed),
    unknownStatuses(summary, allowed),
    lostPeople(summary, live, allowed),
    invalidated(summary, live, allowed),
  ].filter((stop) => stop !== undefined);
}

function refusedRows({ read, rejected, firstRejected }: ImportSummary, { refused }: Allowed): string | undefined {
  if (refused || rejected <= read * MOST_UNREAD) return undefined;
  const first = firstRejected.map(({ row, code }) => `row ${row}: ${REJECTIONS[code]}`).join(", ");
  return `${rejected} of ${read} rows (${percent(rejected / read)}) were refused (${first}); --allow-refused takes the others`;
}

function unknownStatuses(summary: ImportSummary, { unknown }: Allowed): string | undefined {
  const { taken, unknownStatuses } = summary;
  const unread = unmappedOf(summary);
  if (unknown || unread <= taken * MOST_UNREAD) return undefined;
  const words = Object.entries(unknownStatuses)
    .slice(0, 5)
    .map(([text, count]) => `${text === "" ? "an empty cell" : `"${text}"`} ${count}`);
  const said = words.length > 0 ? ` (${words.join(", ")})` : "";
  return `the status of ${unread} of ${taken} people (${percent(unread / taken)}) is in words that nobody has mapped${said}; status-words.json of the district maps them, --allow-unknown keeps them as not readable yet`;
}

function lostPeople({ changes, kind }: ImportSummary, live: Generation | undefined, { shrink }: Allowed) {
  if (shrink || !live || changes.removed <= live.rows * MOST_REMOVED) return undefined;
  const what = kind === "register" ? "register" : "aid list";
  return `this ${what} drops ${changes.removed} people, ${percent(changes.removed / live.rows)} of the live one; if that is meant, say --allow-shrink`;
}

/** Only where the live register says how many of its people were valid; one of an older release does not. */
function invalidated({ kind, valid, taken }: ImportSummary, live: Generation | undefined, { invalid }: Allowed) {
  if (kind !== "register" || invalid || live?.valid === undefined || live.rows === 0 || taken === 0) return undefined;
  const lost = live.valid / live.rows - valid / taken;
  if (lost <= MOST_INVALIDATED) return undefined;
  return `the share of valid people falls from ${percent(live.valid / live.rows)} to ${percent(valid / taken)}; if that is meant, say --allow-invalid`;
}

/** People whose status nobody has mapped; what a list says to be looked at is mapped. */
export const unmappedOf = ({ unread, held }: Pick<ImportSummary, "unread" | "held">): number =>
  Math.max(0, unread - held);
