import { many } from "../many.ts";
import type { Generation, RowKind } from "../register/recipient.ts";
import { MOST_WORDS, rowsOf } from "./findings.ts";
import type { ImportSummary } from "./import.ts";
import { usualNamesOf } from "./rows/column-names.ts";
import { REJECTIONS, type Rejection } from "./rows/sentences.ts";

/** Guards that an operator has lifted, each by its option. */
export type Allowed = { shrink: boolean; unknown: boolean; refused: boolean; invalid: boolean; older: boolean };

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
    olderList(summary, live, allowed),
    refusedRows(summary, allowed),
    unknownStatuses(summary, allowed),
    lostPeople(summary, live, allowed),
    invalidated(summary, live, allowed),
  ].filter((stop) => stop !== undefined);
}

function refusedRows({ read, rejected, findings }: ImportSummary, { refused }: Allowed): string | undefined {
  if (refused || rejected <= read * MOST_UNREAD) return undefined;
  const why = (Object.keys(REJECTIONS) as Rejection[]).flatMap((code) => {
    const finding = findings[code];
    return finding ? [`${REJECTIONS[code]}: ${rowsOf(finding)}`] : [];
  });
  return `${rejected} of ${many(read, "row")} (${percent(rejected / read)}) ${rejected === 1 ? "was" : "were"} refused (${why.join("; ")}); --allow-refused takes the others`;
}

/** The most frequent words, with how often each. */
function wordsOf(counts: Record<string, number>, all: number): string {
  const counted = Object.entries(counts);
  const shown = counted.slice(0, MOST_NAMED);
  const words = shown.map(([text, count]) => `${text === "" ? "an empty cell" : `"${text}"`} ${count}`);
  const others = shown.reduce((left, [, count]) => left - count, all);
  const least = counted.length < MOST_WORDS ? "" : "at least ";
  return [...words, ...(others > 0 ? [`${least}${counted.length - MOST_NAMED} more ${others}`] : [])].join(", ");
}

/** Where an office writes what is its own; a setting may name another place. */
const folderOf = ({ district }: ImportSummary): string => `DATA_DIR/districts/${district}`;

function unknownStatuses(summary: ImportSummary, allowed: Allowed): string | undefined {
  const { taken, unknown, unknownStatuses, doubted, doubts } = summary;
  if (allowed.unknown || unknown + doubted <= taken * MOST_UNREAD) return undefined;
  const absent = summary.absentColumns.find(({ column }) => column === "status_data");
  if (absent) return withoutStatus(absent.like);
  const of = (count: number) => `${count} of ${many(taken, "person", "people")} (${percent(count / taken)})`;
  const what = [
    ...(unknown > 0
      ? [
          `the status of ${of(unknown)} is in words that nobody has mapped (${wordsOf(unknownStatuses, unknown)}), which status-words.json of your folder maps (${folderOf(summary)})`,
        ]
      : []),
    ...(doubted > 0
      ? [
          `${of(doubted)} ${doubted === 1 ? "is" : "are"} called valid beside a reason in words that nobody has mapped (${wordsOf(doubts, doubted)}), which the spellings in reasons.json of your folder map (${folderOf(summary)})`,
        ]
      : []),
  ];
  return `${what.join("; ")}; --allow-unknown keeps them as not readable yet`;
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

const nameOf = (kind: RowKind): string => (kind === "register" ? "register" : "aid list");

/** Citizens would read yesterday's news with an older date, and nobody would notice. */
function olderList({ kind, asOf }: ImportSummary, live: Generation | undefined, { older }: Allowed) {
  if (older || live === undefined || asOf >= live.asOf) return undefined;
  return `this ${nameOf(kind)} is of ${asOf} and the live one of ${live.asOf}: it would put an older list in the place of a newer one; --as-of says when it was made, and if it is meant, say --allow-older`;
}

function lostPeople({ changes, kind }: ImportSummary, live: Generation | undefined, { shrink }: Allowed) {
  if (shrink || !live || changes.removed <= live.rows * MOST_REMOVED) return undefined;
  return `this ${nameOf(kind)} drops ${kind === "register" ? many(changes.removed, "person", "people") : many(changes.removed, "payment")}, ${percent(changes.removed / live.rows)} of the live one; if that is meant, say --allow-shrink`;
}

/** Only where the live register says how many of its people were valid; one of an older release does not. */
function invalidated({ kind, valid, taken }: ImportSummary, live: Generation | undefined, { invalid }: Allowed) {
  if (kind !== "register" || invalid || live?.valid === undefined || live.rows === 0 || taken === 0) return undefined;
  const lost = live.valid / live.rows - valid / taken;
  if (lost <= MOST_INVALIDATED) return undefined;
  return `the share of valid people falls from ${percent(live.valid / live.rows)} to ${percent(valid / taken)}; if that is meant, say --allow-invalid`;
}

/**
 * People whose status nobody has mapped: what a list says to be looked at is mapped, and an empty cell, or a list without the
 * column, has no words to map.
 */
export function unmappedOf({ unread, held, findings, absentColumns }: ImportSummary): number {
  if (absentColumns.some(({ column }) => column === "status_data")) return 0;
  return Math.max(0, unread - held - (findings.NO_STATUS?.count ?? 0));
}
