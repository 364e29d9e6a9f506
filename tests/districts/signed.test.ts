import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkDistrict, loadDistricts, loadSignedTexts, writeSignatures } from "../../src/districts/index.ts";
import { helplinesFor } from "../../src/register/urgent-help.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const SIGNER = { name: "Siti Aminah, Kepala Dinas Sosial", date: "2026-11-20" };
type Root = { shipped: string; own: string };

function sign(root: Root, ids?: string[]) {
  const texts = loadSignedTexts(root, "lamongan").filter(({ id }) => ids?.includes(id) ?? true);
  writeSignatures(root.own, texts, SIGNER);
}
const unsigned = (root: Root) => checkDistrict(root, "lamongan").unsigned.map(({ text, why }) => `${text}: ${why}`);
const changedBelow = (root: Root) => checkDistrict(root, "lamongan").changedBelow.map(({ text }) => text);

/** A test may change the packs of this release, like an upgrade. */
function release(files: Record<string, string | object> = {}) {
  const { own, write } = ownPacks(files);
  const shipped = mkdtempSync(join(tmpdir(), "sapa-release-"));
  onTestFinished(() => rmSync(shipped, { recursive: true, force: true }));
  cpSync(DISTRICTS, shipped, { recursive: true });
  const upgrade = (path: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(shipped, path), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(shipped, path), text.replace(from, to));
  };
  return { root: { shipped, own }, write, upgrade };
}

describe("a pack that is signed", () => {
  it("has nothing left to sign, and reads the same", () => {
    const root = ownPacks();
    sign(root);
    const { problems, unsigned: left, changedBelow: below } = checkDistrict(root, "lamongan");
    expect({ problems, left, below }).toEqual({ problems: [], left: [], below: [] });
    const [signed, shipped] = [root, DISTRICTS].flatMap((one) => loadDistricts(one, ["lamongan"]));
    expect(JSON.stringify(signed).replaceAll('"signed_off":true', '"signed_off":false')).toBe(JSON.stringify(shipped));
  });

  it("is complete with an office's own facts in it", () => {
    const root = ownPacks();
    cpSync(join(import.meta.dirname, "../../docs/examples/districts"), root.own, { recursive: true });
    sign(root);
    expect(unsigned(root)).toEqual([]);
    const [district] = loadDistricts(root, ["lamongan"]);
    expect(helplinesFor(["violence"], district?.urgent ?? expect.fail()).map(({ id }) => id)).toContain("shelter");
  });

  it("can be read on the disk only by its owner", () => {
    const root = ownPacks();
    sign(root, ["office/dinsos"]);
    expect(statSync(join(root.own, "lamongan")).mode & 0o777).toBe(0o700);
    expect(statSync(join(root.own, "lamongan/offices.csv")).mode & 0o777).toBe(0o600);
  });

  it("keeps the cells and the separator of the office's files", () => {
    const root = ownPacks({
      "lamongan/offices.csv": '\ufeffid;address\r\ndinsos;"Jalan ""A""; Lamongan"\r\n',
      "lamongan/programmes.json": [{ code: "PKH", payer: "Bank" }],
    });
    sign(root, ["office/dinsos", "office/disdukcapil", "programme/PKH"]);
    sign(root, ["office/dinsos"]);
    const table = readFileSync(join(root.own, "lamongan/offices.csv"), "utf8").split("\n");
    expect(table[0]).toBe(
      "\ufeffid;address;signed_off_name;signed_off_date;signed_off_text;signed_off_below;signed_off_words",
    );
    expect(table[1]).toMatch(/^dinsos;"Jalan ""A""; Lamongan";"Siti Aminah, Kepala Dinas Sosial";2026-11-20;p/);
    expect(table[2]).toMatch(/^disdukcapil;;"Siti/);
    expect(table).toHaveLength(4);
    expect(JSON.parse(readFileSync(join(root.own, "lamongan/programmes.json"), "utf8"))).toEqual([
      {
        code: "PKH",
        payer: "Bank",
        signed_off: { ...SIGNER, text: expect.any(String), below: expect.any(String), words: expect.any(String) },
      },
    ]);
  });
});

describe("a text that changes after it was signed", () => {
  it.each([
    ["an office's address", "lamongan/offices.csv", "id,address\ndinsos,Jalan Baru 2\n", "office/dinsos"],
    ["a programme's words", "lamongan/programmes.json", [{ code: "PKH", payer: "Bank" }], "programme/PKH"],
    ["the agency's name", "lamongan/district.json", { agency: { name: "Dinas Baru" } }, "agency"],
    ["an answer", "lamongan/answers/news.json", { words: { id: "Lain." } }, "answer/news"],
    ["a number for help", "national/helplines.json", [{ id: "police", number: "111" }], "helpline/police"],
  ] as const)("is unsigned again after a change by the office: %s", (_, path, content, id) => {
    const root = ownPacks();
    sign(root);
    const signatures = readFileSync(join(root.own, path), "utf8");
    root.write(path, typeof content === "string" ? withSignature(content, signatures) : merged(content, signatures));
    expect(unsigned(root)).toEqual([`${id}: has changed since ${SIGNER.name} signed it on ${SIGNER.date}`]);
    sign(root);
    expect(unsigned(root)).toEqual([]);
  });

  it("is unsigned again after an upgrade has changed it", () => {
    const { root, upgrade } = release();
    sign(root);
    upgrade("national/reasons.json", "Rekam foto, sidik jari", "Rekam wajah, sidik jari");
    upgrade("lamongan/offices.csv", "(0322) 321322", "(0322) 321323");
    expect(unsigned(root).map((line) => line.split(":")[0])).toEqual(["reason/KTP_LAMA", "office/disdukcapil"]);
  });

  it("stays signed and is named if an upgrade has changed the shipped text below it", () => {
    const own = {
      words: { id: "Kabar kami.", en: "Our news." },
      source: "kami",
      owner: "kami",
      checked_on: "2026-11-28",
    };
    const { root, upgrade } = release({ "lamongan/answers/news.json": own });
    sign(root);
    expect(changedBelow(root)).toEqual([]);
    upgrade("lamongan/answers/news.json", "Kabar resmi", "Berita resmi");
    expect({ below: changedBelow(root), unsigned: unsigned(root) }).toEqual({ below: ["answer/news"], unsigned: [] });
    sign(root, ["answer/news"]);
    expect(changedBelow(root)).toEqual([]);
  });

  it("stays signed if only the day of the check changes", () => {
    const { root, upgrade } = release();
    sign(root);
    upgrade("national/programmes.json", /"checked_on": "[^"]+"/, '"checked_on": "2027-01-01"');
    expect(unsigned(root)).toEqual([]);
  });

  it("stays signed if only the Javanese translation changes, which a native reader checks", () => {
    const { root, upgrade } = release();
    sign(root);
    upgrade("national/answers/desil.json", /"jv": "Desil niku/, '"jv": "Desil punika');
    expect(unsigned(root)).toEqual([]);
  });

  it.each([
    [
      "hours of an office",
      "lamongan/offices.csv",
      (text: string) => text.replace("Senin 07.00", "Senin 09.00"),
      "id,hours_id,hours_en\ndinsos,Senin 07.00,Monday 07.00\n",
      "office/dinsos: has changed since .*; hours has changed in id and not in en, where citizens still read the old words$",
    ],
    [
      "the English words of an answer",
      "lamongan/answers/news.json",
      (text: string) => text.replace("Old.", "New."),
      { words: { id: "Lama.", en: "Old.", jv: "Lawas." } },
      "answer/news: has changed since .*; words has changed in en and not in id, jv, where",
    ],
    [
      "all languages at once",
      "lamongan/answers/news.json",
      (text: string) => text.replace("Old.", "New.").replace("Lama.", "Baru."),
      { words: { id: "Lama.", en: "Old." } },
      "answer/news: has changed since [^;]*$",
    ],
    [
      "a language that is new",
      "lamongan/answers/news.json",
      (text: string) => text.replace('"id": "Lama."', '"id": "Lama.", "en": "Old."'),
      { words: { id: "Lama." } },
      "answer/news: has changed since [^;]*$",
    ],
  ] as const)("names the languages that were left behind: %s", (_, path, change, content, expected) => {
    const root = ownPacks({ [path]: content });
    sign(root);
    root.write(path, change(readFileSync(join(root.own, path), "utf8")));
    expect(unsigned(root)).toEqual([expect.stringMatching(expected)]);
    sign(root);
    expect(unsigned(root)).toEqual([]);
  });

  it("names a language that keeps the shipped words beside the office's own ones, before any signature", () => {
    const [shipped] = loadDistricts(DISTRICTS, ["lamongan"]);
    const en = shipped?.answers.news?.words.en;
    const root = ownPacks({ "lamongan/answers/news.json": { words: { id: "Lain.", en } } });
    expect(unsigned(root).find((line) => line.startsWith("answer/news"))).toMatch(
      /words has changed in id and not in en/,
    );
  });

  it("is not shown to a person in danger until it is signed again", () => {
    const source = { source: "x", checked_on: "2026-11-28", owner: "x" };
    const line = { id: "shelter", number: "(0322) 2", does: { id: "rumah aman" }, signals: ["violence"], ...source };
    const root = ownPacks({ "lamongan/helplines.json": [line] });
    const shown = () => {
      const [district] = loadDistricts(root, ["lamongan"]);
      return helplinesFor(["violence"], district?.urgent ?? expect.fail()).some(({ id }) => id === "shelter");
    };
    expect(shown()).toBe(false);
    sign(root, ["helpline/shelter"]);
    expect(shown()).toBe(true);
    const [{ signed_off }] = JSON.parse(readFileSync(join(root.own, "lamongan/helplines.json"), "utf8"));
    root.write("lamongan/helplines.json", [{ ...line, number: "(0322) 3", signed_off }]);
    expect(shown()).toBe(false);
    const why = checkDistrict(root, "lamongan").unsigned.find(({ text }) => text === "helpline/shelter")?.why;
    expect(why).toMatch(/has changed since .*; until it is signed, nobody in danger reads this number/);
  });
});

describe("a wrong signature", () => {
  it.each<[string, unknown, RegExp]>([
    ["a date to come", { name: "Siti", date: "2999-01-01" }, /news\.json:2: signed_off\.date: is in the future$/],
    ["a day that no month has", { name: "Siti", date: "2026-02-30" }, /signed_off\.date: is no date/],
    ["a date in another form", { name: "Siti", date: "28/11/2026" }, /signed_off\.date: is no date/],
    ["no date", { name: "Siti" }, /signed_off\.date: /],
    ["an empty name", { name: "  ", date: "2026-11-20" }, /signed_off\.name: must not be empty$/],
    ["another field", { name: "Siti", date: "2026-11-20", nip: "1" }, /signed_off: .*nip/],
    ["a text", "ya", /signed_off: /],
  ])("%s is a problem", (_, signed_off, sentence) => {
    const root = ownPacks({ "lamongan/answers/news.json": { signed_off } });
    expect(checkDistrict(root, "lamongan").problems).toEqual([expect.stringMatching(sentence)]);
    expect(() => loadDistricts(root, ["lamongan"])).toThrow(expect.objectContaining({ code: "DISTRICT_INVALID" }));
  });

  it.each<[string, unknown, string]>([
    [
      "a name without a print",
      { name: "Siti", date: "2026-11-20" },
      "Siti signed on 2026-11-20, and it is not known which words",
    ],
    ["the bare mark of older packs", true, "it is marked as signed without name and date"],
    ["no", false, "nobody has signed it"],
  ])("%s counts as unsigned", (_, signed_off, why) => {
    const root = ownPacks({ "lamongan/answers/news.json": { signed_off } });
    expect(unsigned(root)).toContain(`answer/news: ${why}`);
  });
});

it("packs that an office of an older release has edited and marked itself are read", () => {
  const { root, upgrade } = release();
  upgrade("national/helplines.json", '"signed_off": false', '"signed_off": true');
  upgrade("lamongan/district.json", '"official": [', '"official": ["(0322) 1", ');
  const [edited] = loadDistricts(root, ["lamongan"]);
  const [alone] = loadDistricts(root.shipped, ["lamongan"]);
  expect(edited).toEqual(alone);
  expect(edited?.urgent.national[0]?.signed_off).toBe(true);
  expect(edited?.agency.official[0]).toBe("(0322) 1");
});

it("every table cell is signed as it is, whatever it holds", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", " ", '"', ",", ";", "\n", "é", "-"),
    minLength: 1,
    maxLength: 12,
  });
  const separator = fc.constantFrom(",", ";", "\t");
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(cell, separator, (address, by) => {
      const root = ownPacks({ "lamongan/offices.csv": `id${by}address\ndinsos${by}${quoted(address)}\n` });
      const before = loadDistricts(root, ["lamongan"])[0]?.offices[0];
      sign(root, ["office/dinsos"]);
      expect(loadDistricts(root, ["lamongan"])[0]?.offices[0]).toEqual({ ...before, signed_off: true });
    }),
    { numRuns: 12 },
  );
});

function withSignature(table: string, signatures: string): string {
  const [header = "", ...rows] = table.trim().split("\n");
  const signed = signatures.trim().split("\n");
  const joined = rows.map((row) => {
    const id = row.split(",")[0];
    const old = signed.find((line) => line.startsWith(`${id},`)) ?? "";
    return `${row}${old.slice(old.indexOf(","))}`;
  });
  const others = signed.slice(1).filter((line) => !rows.some((row) => row.split(",")[0] === line.split(",")[0]));
  const shifted = others.map((line) => line.replace(",", ",,"));
  return `${[`${header}${(signed[0] ?? "").slice(2)}`, ...joined, ...shifted].join("\n")}\n`;
}

function merged(content: object, signatures: string): object {
  const signed = JSON.parse(signatures);
  if (!Array.isArray(content)) {
    const { agency } = content as { agency?: object };
    return agency ? { ...signed, agency: { ...signed.agency, ...agency } } : { ...signed, ...content };
  }
  const key = Object.keys(content[0])[0] ?? "";
  return signed.map((row: Record<string, unknown>) => ({ ...row, ...content.find((one) => one[key] === row[key]) }));
}
