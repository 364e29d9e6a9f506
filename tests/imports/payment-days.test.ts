import { describe, expect, it } from "vitest";
import { readAidRow } from "../../src/imports/rows/aid-row.ts";
import type { Cell } from "../../src/imports/rows/cell.ts";
import { findHeader } from "../../src/imports/rows/header.ts";
import { areas } from "../support/areas.ts";

const { header } = findHeader([["NIK", "Program", "Status", "Tanggal", "Batas Ambil"]], "aid");
const TODAY = "2026-11-29";

function read(status: string, paidOn: string, lastDay: string) {
  const context = {
    today: TODAY,
    areas,
    spellings: new Map(),
    statuses: new Map(),
    areaNamed: () => ({}),
    isArea: () => true,
  };
  const row: Cell[] = ["3524011203859001", "PKH", status, paidOn, lastDay];
  const found = readAidRow(row, header, context as unknown as Parameters<typeof readAidRow>[2]);
  if (!("value" in found)) return found;
  return { paidOn: found.value.paidOn, lastDay: found.value.lastDay, notes: found.notes.map(({ code }) => code) };
}

describe("the days of a payment", () => {
  it.each<[string, string, string, string, object]>([
    ["paid yesterday", "TERSALUR", "2026-11-28", "", { paidOn: "2026-11-28", notes: [] }],
    ["paid on a day to come", "TERSALUR", "2027-02-20", "", { paidOn: undefined, notes: ["PAID_TO_COME"] }],
    ["planned for a day to come", "DIRENCANAKAN", "2026-12-20", "", { paidOn: "2026-12-20", notes: [] }],
    ["to be collected by today", "SIAP_SALUR", "", TODAY, { lastDay: TODAY, notes: [] }],
    [
      "to be collected until July",
      "SIAP_SALUR",
      "",
      "2026-07-31",
      { lastDay: "2026-07-31", notes: ["PAST_COLLECTING"] },
    ],
    ["paid, with a last day in July", "TERSALUR", "2026-07-20", "2026-07-31", { lastDay: "2026-07-31", notes: [] }],
  ])("%s", (_, status, paidOn, lastDay, expected) => {
    expect(read(status, paidOn, lastDay)).toMatchObject(expected);
  });
});
