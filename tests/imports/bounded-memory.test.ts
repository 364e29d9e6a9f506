import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeFindings } from "../../src/cli/import-findings.ts";
import { openWordCounter } from "../../src/imports/count-words.ts";
import { MOST_DIFFERENT_WORDS, openFindingCounter } from "../../src/imports/findings.ts";
import { handOnInOrder } from "../../src/imports/hand-on-in-order.ts";
import { openLineSpool } from "../../src/imports/line-spool.ts";
import { openRejectedRows } from "../../src/imports/rejected-rows.ts";
import { openRowMarks } from "../../src/imports/row-marks.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-bounded-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const MANY = 3 * MOST_DIFFERENT_WORDS;

describe("the memory of an import does not grow with the faults of a list", () => {
  it("the finding counter counts every row, and keeps the first thousand words of a kind", () => {
    const findings = openFindingCounter();
    for (let row = 2; row < MANY + 2; row += 1) findings.add(row, "UNKNOWN_VILLAGE", `Desa ${row}`);
    findings.add(MANY + 2, "UNKNOWN_VILLAGE", "Desa 2");
    const found = findings.found().UNKNOWN_VILLAGE;
    expect(found).toMatchObject({ count: MANY + 1, rows: [2, 3, 4, 5, 6], further: MANY - MOST_DIFFERENT_WORDS });
    expect(found?.words).toHaveLength(MOST_DIFFERENT_WORDS);
    expect(found?.words[0]).toEqual({ text: "Desa 2", count: 2, rows: [2, MANY + 2] });
    expect(describeFindings(findings.found(), 10 * MANY).at(-1)).toBe(
      `  more than ${MOST_DIFFERENT_WORDS - 20} more, ${MANY - 20} rows`,
    );
  });

  it("the word counter counts the first thousand words of an office separately", () => {
    const words = openWordCounter();
    for (let row = 0; row < MANY; row += 1) words.add(`sebab ${row % (MANY / 2)}`);
    expect(Object.keys(words.counted())).toHaveLength(MOST_DIFFERENT_WORDS);
    expect(new Set(Object.values(words.counted()))).toEqual(new Set([2]));
  });

  it("the line spool keeps lines in a file without a name, and returns them unchanged", () => {
    const spool = openLineSpool(() => directory);
    const lines = Array.from({ length: 60_000 }, (_, index) => `${index} ${"désa ".repeat(index % 12)}`);
    for (const line of lines.slice(0, 40_000)) spool.add(line);
    const from = spool.size();
    for (const line of lines.slice(40_000)) spool.add(line);
    expect(from).toBeGreaterThan(1_024 * 1_024);
    expect(readdirSync(directory)).toEqual([]);
    expect([...spool.read(0, from)]).toEqual(lines.slice(0, 40_000));
    expect([...spool.read(from, spool.size())]).toEqual(lines.slice(40_000));
  });

  it("the line spool uses the temporary folder if it may not write in its own", () => {
    const spool = openLineSpool(() => join(directory, "absent"));
    const line = "x".repeat(40_000);
    for (let count = 0; count < 40; count += 1) spool.add(line);
    expect([...spool.read(0, spool.size())]).toEqual(Array(40).fill(line));
  });
});

it("the file of rejected rows is in the list's order, also for findings that need the whole list", () => {
  const listed = openRejectedRows(() => directory);
  const marks = openRowMarks();
  for (let row = 2; row < 30_000; row += 1) {
    listed.add(row, "KK_LENGTH");
    listed.add(row, "UNKNOWN_STATUS", `kata "${row}"\nke dua`);
    if (row % 3 === 0) marks.add(32_001 - row, "SPELT_TWICE");
    if (row % 3 === 0) marks.add(32_001 - row, "NIK_SHARED");
  }
  for (const [row, mark] of marks.inOrder()) listed.add(row, mark);
  const path = listed.writeFile(join(directory, "rows.csv"));
  const text = readFileSync(path ?? "", "utf8");
  const rows = [...text.matchAll(/^(\d+),([A-Z_]+),/gm)].map(([, row, code]) => ({ row: Number(row), code }));
  expect(rows).toHaveLength(2 * 29_998 + 2 * 9_999);
  expect(rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row).toSorted((a, b) => a - b));
  expect(rows.filter(({ row }) => row === 3_000).map(({ code }) => code)).toEqual([
    "KK_LENGTH",
    "UNKNOWN_STATUS",
    "NIK_SHARED",
    "SPELT_TWICE",
  ]);
  expect(text).toContain('"kata ""17""\nke dua"');
});

it("chunks that come back in any order are handed on in the file's order", async () => {
  const orders = fc.integer({ min: 1, max: 12 }).chain((count) => {
    const keys = Array.from({ length: count }, (_, index) => index * 1_000 + 1);
    return fc.shuffledSubarray(keys, { minLength: count }).map((order) => ({ keys, order }));
  });
  await fc.assert(
    fc.asyncProperty(orders, async ({ keys, order }) => {
      const handed: number[] = [];
      const inOrder = handOnInOrder<number>(async (item) => {
        await Promise.resolve();
        handed.push(item);
      });
      for (const key of keys) inOrder.await(key);
      await Promise.all(order.map((key) => inOrder.arrive(key, key)));
      expect(handed).toEqual(keys);
    }),
  );
});

it("a failed turn rejects the later turns", async () => {
  const handed: number[] = [];
  const inOrder = handOnInOrder<number>(async (item) => {
    if (item === 2) throw new Error("the disk is full");
    handed.push(item);
  });
  for (const key of [1, 2, 3]) inOrder.await(key);
  const arrived = await Promise.allSettled([3, 2, 1].map((key) => inOrder.arrive(key, key)));
  expect(handed).toEqual([1]);
  expect(arrived.at(-1)).toMatchObject({ status: "rejected" });
});
