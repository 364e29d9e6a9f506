import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reasonText } from "../../src/conversation/flows/repair/reason-text.ts";
import { readCsv } from "../../src/districts/csv.ts";
import { checkDistrict, listDistrictIds, loadCalendar, loadDistricts } from "../../src/districts/index.ts";
import { openTranslator } from "../../src/i18n.ts";
import { REASONS } from "../../src/vocabulary/lists.ts";
import { DISTRICTS } from "../support/areas.ts";

const ids = listDistrictIds(DISTRICTS);
const packs = loadDistricts(DISTRICTS, ids);
const { translate, locales } = await openTranslator(join(import.meta.dirname, "../../locales"));

it("ships three districts", () => expect(ids.sort()).toEqual(["jombang", "lamongan", "pekalongan"]));

describe.each(packs.map((pack) => [pack.id, pack] as const))("%s", (id, pack) => {
  it("has no problem, and lists its unsigned texts", () => {
    const { problems, unsigned } = checkDistrict(DISTRICTS, id);
    expect(problems).toEqual([]);
    expect(unsigned.length).toBeGreaterThan(0);
  });

  it.each(locales.flatMap((locale) => REASONS.map((reason) => [locale, reason] as const)))(
    "says in %s within one bubble what to do about %s",
    (locale, reason) => {
      const text = reasonText(reason, pack, "repair.general")
        .map((part) => translate(locale, part))
        .join("\n\n");
      expect(text.length).toBeLessThanOrEqual(1_000);
      expect(text).not.toMatch(/undefined|\{\{|\$t\(|repair\./);
    },
  );

  it("has programmes with source, date, owner and titles that fit a list", () => {
    const codes = pack.programmes.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["PKH", "BPNT", "BST", "PBI-JK"]));
    for (const { code, name, source, checked_on, owner } of pack.programmes) {
      for (const locale of locales)
        expect(translate(locale, { words: name }).length, `${code} ${locale}`).toBeLessThanOrEqual(24);
      expect([source !== "", owner !== "", checked_on]).toEqual([
        true,
        true,
        expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      ]);
    }
  });
});

it("has the holidays of two years", () => {
  const { holidays } = loadCalendar(DISTRICTS);
  for (const day of ["2026-01-01", "2026-08-17", "2026-12-25", "2027-01-01", "2027-08-17"])
    expect(holidays.has(day), day).toBe(true);
});

describe("a broken pack gives all its problems together", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "sapa-pack-"));
    cpSync(DISTRICTS, root, { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const edit = (path: string, change: (text: string) => string) => {
    const file = join(root, path);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  };

  it("missing texts, wrong dates and unknown areas stand in one list", () => {
    edit("national/reasons.json", (text) => text.replace('"MENINGGAL"', '"MATI"'));
    edit("lamongan/programmes.json", (text) => text.replace(/"checked_on": "[^"]+"/, '"checked_on": "kemarin"'));
    edit("lamongan/offices.csv", (text) => text.replace(/\b3524(\d*)/, "9999$1"));
    const { problems } = checkDistrict(root, "lamongan");
    expect(problems.join("\n")).toMatch(/reasons\.json/);
    expect(problems.join("\n")).toMatch(/MENINGGAL/);
    expect(problems.join("\n")).toMatch(/programmes\.json:\d+: PERINTIS: checked_on/);
    expect(problems.join("\n")).toMatch(/offices\.csv:\d+: .*9999/);
    expect(() => loadDistricts(root, ["lamongan"])).toThrow(expect.objectContaining({ code: "DISTRICT_INVALID" }));
  });

  it.each([
    ["no JSON", (text: string) => text.slice(1), /district\.json/],
    ["another id", (text: string) => text.replace('"lamongan"', '"lamong"'), /id is lamong/],
    ["a code without areas", (text: string) => text.replace('"3524"', '"3500"'), /no areas/],
  ])("district.json: %s", (_, change, message) => {
    edit("lamongan/district.json", change);
    expect(checkDistrict(root, "lamongan").problems.join("\n")).toMatch(message);
  });

  it("the error for an unknown district names the known ones", () => {
    expect(checkDistrict(root, "gresik").problems).toEqual([
      expect.stringMatching(/gresik.*jombang, lamongan, pekalongan/),
    ]);
  });
});

describe("CSV", () => {
  it.each([
    ["plain", "a,b\n1,2\n", [{ a: "1", b: "2" }]],
    ["CRLF and a byte order mark", "\ufeffa,b\r\n1,2\r\n", [{ a: "1", b: "2" }]],
    ["no line end", "a,b\n1,2", [{ a: "1", b: "2" }]],
    ["quotes, commas, quotes in quotes", 'a,b\n"1,5","say ""hi"""\n', [{ a: "1,5", b: 'say "hi"' }]],
    ["line breaks in quotes", 'a,b\n"x\ny",2\n', [{ a: "x\ny", b: "2" }]],
    ["empty lines", "a,b\n\n1,2\n\n", [{ a: "1", b: "2" }]],
    ["cells that are not there", "a,b\n1\n", [{ a: "1", b: "" }]],
    ["an empty last cell", 'a,b\n"1",\n', [{ a: "1", b: "" }]],
    ["nothing", "", []],
  ])("%s", (_, text, rows) => expect(readCsv(text).map(({ values }) => values)).toEqual(rows));

  it("counts lines as an editor does", () => {
    expect(readCsv('a\n"x\ny"\n\nz\n').map(({ line }) => line)).toEqual([2, 5]);
  });
});
