import { many } from "../many.ts";
import type { Generation, RowKind } from "../register/recipient.ts";
import { describeRows, type RowCount } from "../register/row-count.ts";
import { FIRST_ROWS, type Findings, MOST_DIFFERENT_WORDS } from "./findings.ts";
import type { ImportSummary } from "./import-summary.ts";
import { usualNamesOf } from "./rows/column-names.ts";
import { REJECTIONS, type Rejection } from "./rows/row-findings.ts";

export type LiftedGuards = {
  shrink: boolean;
  unknown: boolean;
  refused: boolean;
  invalid: boolean;
  older: boolean;
  elsewhere: boolean;
  cut: boolean;
};

/**
 * A new list may lack at most this share of people or payments. The share of valid people may fall by at most
 * `MOST_INVALIDATED`.
 */
const MOST_REMOVED = 0.2;
const MOST_INVALIDATED = 0.2;
const MOST_NAMED = 5;
const MOST_UNREAD = 0.05;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function findStops(summary: ImportSummary, live: Generation | undefined, allowed: LiftedGuards): string[] {
  return [
    cutStop(summary, allowed),
    elsewhereStop(summary, allowed),
    roundedStop(summary),
    olderListStop(summary, live, allowed),
    refusedRowsStop(summary, allowed),
    unknownStatusStop(summary, allowed),
    lostPeopleStop(summary, allowed),
    lostPaymentsStop(summary, allowed),
    invalidatedStop(summary, live, allowed),
  ].filter((stop) => stop !== undefined);
}

/** The chat would tell people after the cut that they are on no list. */
function cutStop({ cutAt, kind }: ImportSummary, { cut }: LiftedGuards): string | undefined {
  if (cut || cutAt === undefined) return undefined;
  return `this ${listNameOf(kind)} perhaps ends in the middle, in row ${cutAt}: fetch the whole file; if nothing is missing, say --allow-cut`;
}

const MOST_ELSEWHERE = 0.5;
const MOST_ENDING_IN_0 = 0.9;
const FEWEST_NUMBERS = 20;

function elsewhereStop({ district, numbers }: ImportSummary, { elsewhere }: LiftedGuards): string | undefined {
  const share = numbers.elsewhere / numbers.read;
  if (elsewhere || numbers.read < FEWEST_NUMBERS || share <= MOST_ELSEWHERE) return undefined;
  return `${percent(share)} of the people have a NIK and a family card of another district than ${district}: this is perhaps the list of a neighbour; if it is meant, say --allow-elsewhere`;
}

/** The last digits of these numbers are lost, so no option turns this guard off. */
function roundedStop({ numbers }: ImportSummary): string | undefined {
  const share = numbers.endingIn0 / numbers.read;
  if (numbers.read < FEWEST_NUMBERS || share <= MOST_ENDING_IN_0) return undefined;
  return `${percent(share)} of the NIKs end in 0: a spreadsheet has rounded them and their last digits are lost; fetch the list anew with the column as text`;
}

function refusedRowsStop({ read, rejected, findings }: ImportSummary, { refused }: LiftedGuards): string | undefined {
  if (refused || rejected <= read * MOST_UNREAD) return undefined;
  return `${rejected} of ${many(read, "row")} (${percent(rejected / read)}) ${rejected === 1 ? "was" : "were"} refused (${describeRefusals(findings)}); --allow-refused takes the others`;
}

export const describeRefusals = (findings: Findings): string =>
  (Object.keys(REJECTIONS) as Rejection[])
    .flatMap((code) => {
      const finding = findings[code];
      return finding ? [`${REJECTIONS[code]}: ${describeRows(finding)}`] : [];
    })
    .join("; ");

export function refusedRows({ rejected, findings }: Pick<ImportSummary, "rejected" | "findings">): RowCount {
  const rows = (Object.keys(REJECTIONS) as Rejection[]).flatMap((code) => findings[code]?.rows ?? []);
  return { count: rejected, rows: rows.sort((a, b) => a - b).slice(0, FIRST_ROWS) };
}

function describeWords(counts: Record<string, number>, all: number): string {
  const counted = Object.entries(counts);
  const shown = counted.slice(0, MOST_NAMED);
  const words = shown.map(([text, count]) => `${text === "" ? "an empty cell" : `"${text}"`} ${count}`);
  const others = shown.reduce((left, [, count]) => left - count, all);
  const least = counted.length < MOST_DIFFERENT_WORDS ? "" : "at least ";
  return [...words, ...(others > 0 ? [`${least}${counted.length - MOST_NAMED} more ${others}`] : [])].join(", ");
}

const officeFolderOf = ({ district }: ImportSummary): string => `DATA_DIR/districts/${district}`;

function unknownStatusStop(summary: ImportSummary, allowed: LiftedGuards): string | undefined {
  const { taken, unknown, unknownStatuses, doubted, doubts } = summary;
  if (allowed.unknown || unknown + doubted <= taken * MOST_UNREAD) return undefined;
  const absent = summary.absentColumns.find(({ column }) => column === "status_data");
  if (absent) return describeMissingStatus(absent.like);
  const shareOf = (count: number) => `${count} of ${many(taken, "person", "people")} (${percent(count / taken)})`;
  const what = [
    ...(unknown > 0
      ? [
          `the status of ${shareOf(unknown)} is in words that nobody has mapped (${describeWords(unknownStatuses, unknown)}), which status-words.json of your folder maps (${officeFolderOf(summary)})`,
        ]
      : []),
    ...(doubted > 0
      ? [
          `${shareOf(doubted)} ${doubted === 1 ? "is" : "are"} called valid beside a reason in words that nobody has mapped (${describeWords(doubts, doubted)}), which the spellings in reasons.json of your folder map (${officeFolderOf(summary)})`,
        ]
      : []),
  ];
  return `${what.join("; ")}; --allow-unknown keeps them as not readable yet`;
}

function describeMissingStatus(like: string | undefined): string {
  const names = usualNamesOf("register", "status_data").map((name) => `"${name}"`);
  const example = JSON.stringify({ [like ?? "their name"]: "status_data" });
  return (
    `there is no column status_data, which says whether each person's data is valid (${names.join(", ")} are read as it too); ` +
    `where it has another name, --mapping FILE with ${example}; where the list has none, --allow-unknown takes everybody with a readable NIK as not readable yet`
  );
}

const listNameOf = (kind: RowKind): string => (kind === "register" ? "register" : "aid list");

function olderListStop({ kind, asOf }: ImportSummary, live: Generation | undefined, { older }: LiftedGuards) {
  if (older || live === undefined || asOf >= live.asOf) return undefined;
  return `this ${listNameOf(kind)} is of ${asOf} and the live one of ${live.asOf}: it would put an older list in the place of a newer one; --as-of says when it was made, and if it is meant, say --allow-older`;
}

function lostPeopleStop({ changes, kind }: ImportSummary, { shrink }: LiftedGuards) {
  const { people, peopleGone } = changes;
  if (shrink || peopleGone <= people * MOST_REMOVED) return undefined;
  return `this ${listNameOf(kind)} drops ${many(peopleGone, "person", "people")}, ${percent(peopleGone / people)} of the live one; if that is meant, say --allow-shrink`;
}

/** A programme with so few payments may be a typing mistake. */
const FEWEST_PAYMENTS = 5;

function lostPaymentsStop({ payments, livePayments = [] }: ImportSummary, { shrink }: LiftedGuards) {
  if (shrink) return undefined;
  const lost = livePayments.flatMap(({ programme, count }) => {
    const left = payments[programme] ?? 0;
    if (count < FEWEST_PAYMENTS || count - left <= count * MOST_REMOVED) return [];
    return [`${programme} ${left} (${count} in the live one)`];
  });
  if (lost.length === 0) return undefined;
  const more = lost.length > MOST_NAMED ? [`${lost.length - MOST_NAMED} programmes more`] : [];
  return `this aid list lacks payments of the live one: ${[...lost.slice(0, MOST_NAMED), ...more].join(", ")}; citizens would read of them no more; if that is meant, say --allow-shrink`;
}

function invalidatedStop(
  { kind, valid, taken }: ImportSummary,
  live: Generation | undefined,
  { invalid }: LiftedGuards,
) {
  if (kind !== "register" || invalid || live?.valid === undefined || live.rows === 0 || taken === 0) return undefined;
  const lost = live.valid / live.rows - valid / taken;
  if (lost <= MOST_INVALIDATED) return undefined;
  return `the share of valid people falls from ${percent(live.valid / live.rows)} to ${percent(valid / taken)}; if that is meant, say --allow-invalid`;
}

/** Words that the office wants to look at have a mapping. */
export function countUnmapped({ unread, held, findings, absentColumns }: ImportSummary): number {
  if (absentColumns.some(({ column }) => column === "status_data")) return 0;
  return Math.max(0, unread - held - (findings.NO_STATUS?.count ?? 0));
}
