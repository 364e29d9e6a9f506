import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { samplePeople } from "../../src/demo/sample/people.ts";
import { sampleAid, sampleRegister } from "../../src/demo/sample/rows.ts";
import { checkFamilyCard, checkNik } from "../../src/register/nik.ts";
import { areas, areasOf, DISTRICTS } from "../support/areas.ts";

describe.each([
  ["lamongan", "3524", 5_000],
  ["jombang", "3517", 2_000],
  ["pekalongan", "3375", 1_000],
])("the sample of %s", (id, regency, size) => {
  const { seed, families } = JSON.parse(readFileSync(join(DISTRICTS, id, "sample/sample.json"), "utf8"));
  const options = { areas: areasOf(regency), regency, families, seed };
  const rows = [...sampleRegister(options)];
  const context = { today: "2026-11-23", areas };

  it("has its families, 14 % of them not valid, for many reasons", () => {
    expect(rows).toHaveLength(size);
    const invalid = rows.filter(([, , , , , , , status]) => status === "TIDAK_VALID");
    expect(invalid).toHaveLength((size * 14) / 100);
    expect(new Set(invalid.map((row) => row[8])).size).toBeGreaterThanOrEqual(8);
  });

  it("has each number once, and no real person's number", () => {
    const numbers = rows.flatMap((row) => row.slice(0, 2)).filter((text) => /^\d{16}$/.test(text));
    expect(numbers.filter((number) => Number(number.slice(-4)) < 9_000)).toEqual([]);
    const niks = rows.map(([nik]) => nik).filter(Boolean);
    expect(new Set(niks).size).toBe(niks.length);
  });

  it("has real area codes, and numbers that match the row", () => {
    const known = new Set(options.areas.map(({ code }) => code));
    expect(rows.filter((row) => !known.has(row[5].replaceAll(".", "")))).toEqual([]);
    const valid = rows.filter((row) => row[7] === "VALID");
    expect(valid.filter(([nik, kk]) => !checkNik(nik, context).valid || !checkFamilyCard(kk, context).valid)).toEqual(
      [],
    );
    expect(valid.filter(([nik]) => checkNik(nik, context).warnings.length > 0)).toEqual([]);
  });

  it("is the same every time", () => {
    const digest = () =>
      createHash("sha256")
        .update(JSON.stringify([...sampleRegister(options), ...sampleAid(options)]))
        .digest("hex");
    expect(digest()).toBe(digest());
    expect([...sampleRegister({ ...options, seed: seed + 1 })]).not.toEqual(rows);
  });

  it("begins with five people to try", () => {
    const people = samplePeople(options);
    expect(people).toHaveLength(5);
    for (const [index, { nik, kk }] of people.entries()) expect(rows[index]?.slice(0, 2)).toEqual([nik, kk]);
  });
});
