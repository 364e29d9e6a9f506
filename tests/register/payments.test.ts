import { describe, expect, it } from "vitest";
import { findContradictedPayments, listPayments } from "../../src/register/payments.ts";
import type { Aid } from "../../src/register/recipient.ts";

type Row = Omit<Aid, "nik">;
const paid: Row = { programme: "PKH", stage: "4", month: "2026-10", amount: 750_000, state: "TERSALUR" };
const { stage: _, month: __, ...undated } = paid;

describe("rows about the payments of one person", () => {
  it.each<[string, Row, Row, boolean]>([
    ["paid and failed", paid, { ...paid, state: "GAGAL_SALUR" }, true],
    ["paid, and ready to collect", paid, { ...paid, state: "SIAP_SALUR" }, true],
    ["two amounts", paid, { ...paid, amount: 500_000 }, true],
    ["an amount and none", paid, { ...paid, amount: undefined }, false],
    ["another month", paid, { ...paid, month: "2026-07", state: "GAGAL_SALUR" }, false],
    ["another stage", paid, { ...paid, stage: "3", amount: 500_000 }, false],
    ["another programme", paid, { ...paid, programme: "BPNT", state: "GAGAL_SALUR" }, false],
    ["the same with another note", paid, { ...paid, note: "RAPEL" }, false],
    ["neither stage nor month", undated, { ...undated, state: "GAGAL_SALUR" }, false],
    ["no month", { ...undated, stage: "4" }, { ...undated, stage: "4", state: "GAGAL_SALUR" }, true],
  ])("%s", (___, one, other, contradicts) => {
    expect(findContradictedPayments([one, other])).toEqual(contradicts ? [[one, other]] : []);
    const told = listPayments([one, other]);
    expect(told.map(({ isContradicted }) => isContradicted)).toEqual(contradicts ? [true] : [false, false]);
  });
});
