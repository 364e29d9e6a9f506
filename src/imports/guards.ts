import { many } from "../many.ts";
import type { Generation } from "../register/recipient.ts";
import type { ImportSummary } from "./import.ts";
import { usualNamesOf } from "./rows/column-names.ts";
import { REJECTIONS } from "./rows/sentences.ts";

/** Guards that an operator has lifted, each by its option. */
export type Allowed = { shrink: boolean; unknown: boolean; refused: boolean; invalid: boolean };

/** The share of people that may go, or become invalid, from one list to the next. */
const MOST_REMOVED = 0.2;
const MOST_INVALIDATED = 0.2;
/** Words that are named at once. */
const MOST_NAMED = 5;
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
  return `${rejected} of ${many(read, "row")} (${percent(rejected / read)}) ${rejected === 1 ? "was" : "were"} refused (${first}); --allow-refused takes the others`;
}

function unknownStatuses(summary: ImportSummary, { unknown }: Allowed): string | undefined {
  const { taken, unknownStatuses } = summary;
  const counts = Object.values(unknownStatuses);
  const unread = counts.reduce((sum, count) => sum + count, 0);
  if (unknown || unread <= taken * MOST_UNREAD) return undefined;
  const absent = summary.absentColumns.find(({ column }) => column === "status_data");
  if (absent) return withoutStatus(absent.like);
  const words = Object.entries(unknownStatuses)
    .slice(0, MOST_NAMED)
    .map(([text, count]) => `${text === "" ? "an empty cell" : `"${text}"`} ${count}`);
  const others = counts.slice(MOST_NAMED).reduce((sum, count) => sum + count, 0);
  const rest = others > 0 ? [`${counts.length - MOST_NAMED} more ${others}`] : [];
  return `the status of ${unread} of ${many(taken, "person", "people")} (${percent(unread / taken)}) is in words that nobody has mapped (${[...words, ...rest].join(", ")}); status-words.json of the district maps them, --allow-unknown keeps them as not readable yet`;
}

/** `like`: a column of the sheet that perhaps holds the status. */
function withoutStatus(like: string | undefined): string {
  const names = usualNamesOf("register", "status_data").map((name) => `"${name}"`);
  const example = JSON.stringify({ [like ?? "their name"]: "status_data" });
  return (
    `there is no column status_data, which says whether each person's data is valid (${names.join(", ")} are read as it too); ` +
    `where it has another name, --mapping FILE with ${example}; where the list has none, --allow-unknown takes everybody with a readable NIK as not readable yet`
  );
}

function lostPeople({ changes, kind }: ImportSummary, live: Generation | undefined, { shrink }: Allowed) {
  if (shrink || !live || changes.removed <= live.rows * MOST_REMOVED) return undefined;
  const what = kind === "register" ? "register" : "aid list";
  return `this ${what} drops ${kind === "register" ? many(changes.removed, "person", "people") : many(changes.removed, "payment")}, ${percent(changes.removed / live.rows)} of the live one; if that is meant, say --allow-shrink`;
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
