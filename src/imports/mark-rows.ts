import { openVault } from "../privacy/vault.ts";
import { rowSeal } from "../register/recipient.ts";
import type { NewGeneration } from "../store/ports/register.ts";
import { markContradictedPayments } from "./contradicted-payments.ts";
import type { openFindingCounter } from "./findings.ts";
import type { ImportOptions } from "./import.ts";
import type { ImportSummary } from "./import-summary.ts";
import { type Marking, type RemovedNumbers, removePlaceholders } from "./placeholders.ts";
import type { RowsByHash } from "./repeated-rows.ts";
import { openRowMarks } from "./row-marks.ts";
import { type Marks, markSharedNiks } from "./shared-niks.ts";

export async function markWholeList(
  generation: NewGeneration,
  { kind, keys, district, words, onFinding }: ImportOptions,
  tally: ImportSummary,
  rows: RowsByHash,
  findings: ReturnType<typeof openFindingCounter>,
): Promise<void> {
  const marks = openRowMarks();
  const marking: Marking = {
    vault: openVault(keys),
    seal: rowSeal(kind, district.id),
    rows,
    mark: (hash, code) => marks.add(rows.rowOf(hash), code),
  };
  countRemoved(tally, await removePlaceholders(generation, kind, marking));
  if (kind === "register") countMarks(tally, await markSharedNiks(generation, words, marking));
  else await markContradictedPayments(generation, marking);
  for (const [row, mark] of marks.inOrder()) {
    findings.add(row, mark);
    onFinding?.(row, mark);
  }
}

function countRemoved(tally: ImportSummary, { niks, kks, wasValid, wasUnread, withoutReason }: RemovedNumbers): void {
  if (niks > 0) tally.nikFaults.NIK_CROWDED = niks;
  if (kks > 0) tally.kkFaults.KK_CROWDED = kks;
  if (withoutReason > 0) tally.invalid.TIDAK_DIKETAHUI = (tally.invalid.TIDAK_DIKETAHUI ?? 0) + withoutReason;
  tally.valid -= wasValid;
  tally.unread -= wasUnread;
}

function countMarks(tally: ImportSummary, { shared, contradicted, wasValid, wasUnread, reasonsGone }: Marks): void {
  if (shared > 0) tally.invalid.NIK_GANDA = (tally.invalid.NIK_GANDA ?? 0) + shared;
  for (const reason of reasonsGone) {
    const left = (tally.invalid[reason] ?? 1) - 1;
    if (left > 0) tally.invalid[reason] = left;
    else delete tally.invalid[reason];
  }
  tally.contradicted = contradicted;
  tally.valid -= wasValid;
  tally.unread += contradicted - wasUnread;
  tally.held += contradicted;
}
