import { FIRST_ROWS } from "../imports/findings.ts";
import type { ImportSummary } from "../imports/import-summary.ts";
import type { FindingCode } from "../imports/rows/row-findings.ts";
import { describeUnusedMapping } from "../imports/rows/unused-mappings.ts";
import { many } from "../many.ts";
import { MOST_ROWS_OF_NUMBER } from "../register/placeholder.ts";
import { describeRows } from "../register/row-count.ts";
import { describeTakenWords } from "../register/status-words.ts";
import { describeFindings } from "./import-findings.ts";

const MOST_PROGRAMMES = 20;

export function describeImport(summary: ImportSummary, rejects: string | null): string[] {
  const { kind, district, read, taken, repeated, rejected, valid, unread, changes, live, asOf } = summary;
  const { aboutNobody, headerRow, sheet, ignoredColumns, stops } = summary;
  return [
    `${kind} of ${district} as of ${asOf}: ${many(read, "row")} read, ${taken} taken, ${repeated} stood there twice, ${rejected} refused`,
    ...(rejects ? [`rows to look at, by number and reason: ${rejects}`] : []),
    ...(summary.cutAt === undefined
      ? []
      : [
          `the last row (${summary.cutAt}) has another number of columns than the header: perhaps the file was cut on its way; compare how many rows it should have`,
        ]),
    ...(sheet === undefined ? [] : [`sheet: ${sheet}`]),
    ...(headerRow > 1 ? [`the columns are named in row ${headerRow}`] : []),
    ...(aboutNobody > 0
      ? [
          `${many(aboutNobody, "row")} of titles, totals, signatures or nothing ${aboutNobody === 1 ? "was" : "were"} passed over`,
        ]
      : []),
    ...(kind === "register"
      ? [
          `valid ${valid}, to be repaired ${taken - valid - unread}${describeRepairsWithoutNik(summary)}, not readable yet ${unread}`,
        ]
      : []),
    ...(summary.desils > 0 ? [`${many(summary.desils, "person has", "people have")} a desil`] : []),
    ...describeReasons(summary),
    ...describeOwnShared(summary),
    ...describeOtherJudgements(summary),
    ...summary.takenWords.map((taken) => `status-words.json: ${describeTakenWords(taken)}`),
    ...describeMissingNiks(summary),
    ...describeMissingCards(summary),
    ...describeFindings(summary.findings, taken),
    ...(ignoredColumns.length > 0 ? [`columns not used: ${ignoredColumns.join(", ")}`] : []),
    ...summary.absentColumns.map(
      ({ column, means, like }) =>
        `no column for ${column}: ${means}${like === undefined ? "" : proposeMapping(like, column)}`,
    ),
    ...(summary.unusedLayout === undefined
      ? []
      : [
          `none of the column names of --layout ${summary.unusedLayout} is in the sheet, whose columns were read by their usual names`,
        ]),
    ...summary.unusedMappings.map((one) => `${describeUnusedMapping(one)}; ${one.column} is read from another`),
    `against the live list: ${changes.added} new, ${changes.changed} changed, ${changes.removed} gone, ${changes.unchanged} as before`,
    ...describePayments(summary),
    ...(live ? ["live now"] : ["dry run, nothing was changed"]),
    ...(stops.length > 0 ? [`this list would be refused: ${stops.join("; ")}`] : []),
  ];
}

function describePayments({ kind, payments, livePayments }: ImportSummary): string[] {
  if (kind !== "aid") return [];
  const before = new Map(livePayments?.map(({ programme, count }) => [programme, count]));
  const names = new Set([...Object.keys(payments), ...before.keys()]);
  const counts = [...names].slice(0, MOST_PROGRAMMES).map((name) => {
    const was = livePayments === undefined ? "" : ` (${before.get(name) ?? 0} in the live list)`;
    return `${name} ${payments[name] ?? 0}${was}`;
  });
  const others = names.size - counts.length;
  return [`payments: ${[...counts, ...(others > 0 ? [`${others} programmes more`] : [])].join(", ")}`];
}

function describeReasons({ invalid, taken, valid, unread }: ImportSummary): string[] {
  const all = Object.values(invalid).reduce((sum, count) => sum + count, 0);
  const several = all > taken - valid - unread ? ["  (one person may have several)"] : [];
  return [...Object.entries(invalid).map(([reason, count]) => `  ${reason}: ${count}`), ...several];
}

/** Offices often write "ganda" for a repeated row, not for a shared NIK. */
function describeOwnShared({ invalid, findings }: ImportSummary): string[] {
  const byWord = (invalid.NIK_GANDA ?? 0) - (findings.NIK_SHARED?.count ?? 0);
  if (byWord <= 0) return [];
  return [
    `  NIK_GANDA of ${many(byWord, "person", "people")} is the list's own word (as "ganda"), and they read that two people have their NIK; if it means a row that stands there twice, put the word of the status under "valid" or "unread" in status-words.json`,
  ];
}

function describeOtherJudgements({ findings, contradicted, doubted, unread }: ImportSummary): string[] {
  const codes = ["NO_STATUS", "UNKNOWN_STATUS", "HELD_STATUS"] as const;
  const told = codes.reduce((sum, code) => sum + (findings[code]?.count ?? 0), doubted + contradicted);
  const others = told - unread;
  if (others <= 0) return [];
  return [
    `  ${many(others, "row")} more ${others === 1 ? "is" : "are"} told below as not readable yet: to be repaired without a readable NIK or with a shared one, or told twice`,
  ];
}

const proposeMapping = (theirs: string, ours: string): string =>
  `; if "${theirs}" is meant, --mapping FILE with ${JSON.stringify({ [theirs]: ours })}`;

function describeRowsWith(findings: ImportSummary["findings"], codes: readonly FindingCode[]): string {
  const found = codes.flatMap((code) => findings[code] ?? []);
  const count = found.reduce((sum, one) => sum + one.count, 0);
  const rows = found.flatMap((one) => one.rows).sort((a, b) => a - b);
  return count === 0 ? "" : ` (${describeRows({ count, rows: rows.slice(0, FIRST_ROWS) })})`;
}

function describeNumberFaults(length: number, impossible: number): string {
  const parts = [
    ...(length > 0 ? [`${length} with too few or too many digits`] : []),
    ...(impossible > 0 ? [`${impossible} with letters or a date that cannot be`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

function describeMissingNiks({ kind, nikFaults, findings }: ImportSummary): string[] {
  const { NO_NIK = 0, NIK_LENGTH = 0, NIK_IMPOSSIBLE = 0, NIK_CROWDED = 0 } = nikFaults;
  const all = NO_NIK + NIK_LENGTH + NIK_IMPOSSIBLE;
  const counted = (count: number) => (kind === "register" ? many(count, "person", "people") : many(count, "payment"));
  const crowded =
    NIK_CROWDED > 0
      ? [
          `${counted(NIK_CROWDED)} with a NIK that more than ${MOST_ROWS_OF_NUMBER} rows have, so that it is nobody's own; taken as without a NIK${describeRowsWith(findings, ["NIK_CROWDED"])}`,
        ]
      : [];
  if (all === 0) return crowded;
  return [
    ...crowded,
    `${counted(all)} without a readable NIK${describeNumberFaults(NIK_LENGTH, NIK_IMPOSSIBLE)}; their own number finds nobody${describeRowsWith(findings, ["NO_NIK", "NIK_LENGTH", "NIK_IMPOSSIBLE"])}`,
  ];
}

function describeRepairsWithoutNik({ nikFaults }: ImportSummary): string {
  const count = Object.values(nikFaults).reduce((sum, one) => sum + one, 0);
  return count === 0 ? "" : ` (${count} of them without a readable NIK)`;
}

function describeMissingCards({ kkFaults, findings }: ImportSummary): string[] {
  const { NO_KK = 0, KK_LENGTH = 0, KK_IMPOSSIBLE = 0, KK_IS_NIK = 0, KK_CROWDED = 0 } = kkFaults;
  const all = KK_LENGTH + KK_IMPOSSIBLE;
  return [
    ...(NO_KK > 0
      ? [
          `${many(NO_KK, "person", "people")} without a family-card number; ${NO_KK === 1 ? "this person reads" : "these people read"} 'registered' only${describeRowsWith(findings, ["NO_KK"])}`,
        ]
      : []),
    ...(KK_CROWDED > 0
      ? [
          `${many(KK_CROWDED, "person", "people")} with a family-card number that more than ${MOST_ROWS_OF_NUMBER} rows have, so that it proves nothing and is not taken; they read 'registered' only${describeRowsWith(findings, ["KK_CROWDED"])}`,
        ]
      : []),
    ...(KK_IS_NIK > 0
      ? [
          `${many(KK_IS_NIK, "family-card number")} ${KK_IS_NIK === 1 ? "is" : "are"} the person's own NIK, and not taken; ${KK_IS_NIK === 1 ? "this person reads" : "these people read"} 'registered' only${describeRowsWith(findings, ["KK_IS_NIK"])}`,
        ]
      : []),
    ...(all > 0
      ? [
          `${many(all, "family-card number")} cannot be read${describeNumberFaults(KK_LENGTH, KK_IMPOSSIBLE)}; ${all === 1 ? "this person keeps the status and reads" : "these people keep their status and read"} 'registered' only${describeRowsWith(findings, ["KK_LENGTH", "KK_IMPOSSIBLE"])}`,
        ]
      : []),
  ];
}
