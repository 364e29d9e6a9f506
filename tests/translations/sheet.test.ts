import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openTranslator } from "../../src/i18n.ts";
import { checkRows } from "../../src/translations/check-rows.ts";
import { COLUMNS } from "../../src/translations/columns.ts";
import { placeholdersOf } from "../../src/translations/context.ts";
import { listTexts, type TranslatedText } from "../../src/translations/list.ts";
import { makeWorkbook } from "../../src/translations/workbook.ts";
import { DISTRICTS } from "../support/areas.ts";
import { sapaHere } from "../support/sapa.ts";
import { spreadsheet, workbook } from "../support/spreadsheet.ts";

const LOCALES = join(import.meta.dirname, "../../locales");

let folder: string;
const own = () => join(folder, "own");
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sapa-texts-"));
  mkdirSync(own());
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});
const sapa = (...args: string[]) => sapaHere(args, { cwd: folder, env: { DISTRICTS_DIR: own() } });
const file = (name: string) => join(folder, name);
const textsNow = (language = "jv") =>
  listTexts({ locales: LOCALES, packs: { shipped: DISTRICTS, own: own() }, own: own() }, language);
const textOf = (key: string) => textsNow().find((one) => one.key === key) ?? expect.fail(key);

const cellsOf = (text: TranslatedText) => COLUMNS.map(({ cell }) => cell(text));
function sheet(translations: Record<string, string>, name = "jv"): Buffer {
  const rows = Object.entries(translations).map(([key, text]) => cellsOf({ ...textOf(key), text }));
  return makeWorkbook(name, COLUMNS, rows);
}
const ownFile = () => JSON.parse(readFileSync(file("own/texts/jv.json"), "utf8"));

describe("the texts of a language go out and come back", () => {
  it.each(["jv", "en"])("%s: an export that is imported unchanged changes nothing", async (language) => {
    expect((await sapa("texts", "export", "--language", language, "out.xlsx")).status).toBe(0);
    const cells = await readSheet(file("out.xlsx"), language, { trim: false });
    expect(cells[0]).toEqual(["key", "context", "Indonesian", "translation", "limit (characters)", "state"]);
    expect(cells.slice(1).map(([, , , text]) => text ?? "")).toEqual(textsNow(language).map(({ text }) => text));
    const { status, out } = await sapa("texts", "import", "--json", "out.xlsx");
    expect([status, JSON.parse(out)]).toEqual([0, { language, rows: cells.length - 1, changed: 0 }]);
    expect(() => ownFile()).toThrow();
  });

  it("changed texts are used: of the chat, of the web chat's page, and of a pack", async () => {
    writeFileSync(
      file("in.xlsx"),
      sheet({
        "check.askNumber": "Ketik NIK panjenengan, 16 angka.",
        "webchat.send": "Kirimaken",
        "pairing.title": "Pindai ngangge WhatsApp kantor niki",
        "national/answers/desil/words": "Desil niku urutan.",
      }),
    );
    const { status, out } = await sapa("texts", "import", "in.xlsx");
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^jv: 4 rows, 4 texts changed; in .*texts\/jv\.json, not checked/),
    ]);
    const { translate, pageTexts } = await openTranslator(LOCALES, own());
    expect(translate("jv", { key: "check.askNumber" })).toBe("Ketik NIK panjenengan, 16 angka.");
    expect(pageTexts("webchat")).toMatchObject({ jv: { send: "Kirimaken" }, id: { send: "Kirim" } });
    expect(pageTexts("pairing")).toMatchObject({ jv: { title: "Pindai ngangge WhatsApp kantor niki" } });
    const words = { id: textOf("national/answers/desil/words").indonesian, jv: "lain" };
    expect([translate("jv", { words }), translate("id", { words })]).toEqual(["Desil niku urutan.", words.id]);
    expect((await sapa("check", "district", "lamongan")).out).not.toMatch(/^wrong/m);
  });

  it("a text that equals the shipped text again leaves the office's file", async () => {
    const { shipped } = textOf("menu.choose");
    writeFileSync(file("in.xlsx"), sheet({ "menu.choose": "Kersane napa?" }));
    await sapa("texts", "import", "in.xlsx");
    expect(Object.keys(ownFile())).toEqual(["menu.choose"]);
    writeFileSync(file("back.xlsx"), sheet({ "menu.choose": shipped }));
    await sapa("texts", "import", "back.xlsx");
    expect(ownFile()).toEqual({});
  });

  it("a translation of another Indonesian text is not used", async () => {
    const entry = { id: "Kalimat lama.", text: "Ukara lami." };
    writeFileSync(file("in.xlsx"), sheet({ "menu.choose": "Kersane napa?" }));
    await sapa("texts", "import", "in.xlsx");
    writeFileSync(file("own/texts/jv.json"), JSON.stringify({ "menu.choose": entry }));
    const { translate } = await openTranslator(LOCALES, own());
    expect(translate("jv", { key: "menu.choose" })).toBe(textOf("menu.choose").shipped);
    expect(textOf("menu.choose").state).toMatch(/of an older Indonesian text/);
  });

  it("a trial writes nothing", async () => {
    writeFileSync(file("in.xlsx"), sheet({ "menu.choose": "Kersane napa?" }));
    expect((await sapa("texts", "import", "--dry-run", "in.xlsx")).out).toContain("nothing was written");
    expect(() => ownFile()).toThrow();
  });

  it("spaces and line breaks around a text are those of the Indonesian", async () => {
    const { indonesian } = textOf("offices.address");
    expect(indonesian).toMatch(/^\n/);
    writeFileSync(file("in.xlsx"), sheet({ "offices.address": "Panggenan: {{value}}" }));
    await sapa("texts", "import", "in.xlsx");
    expect(ownFile()["offices.address"].text).toBe("\nPanggenan: {{value}}");
  });
});

describe("a native reader's check", () => {
  const KEY = "menu.choose";
  const sign = (...more: string[]) =>
    sapa("texts", "sign", "--language", "jv", "--name", "Siti Aminah, Dinsos", ...more);

  it("is missing for every shipped text, and `sapa check` says so", async () => {
    expect(textsNow().filter(({ checked }) => checked)).toEqual([]);
    const { out } = await sapa("check", "district", "lamongan");
    expect(out).toMatch(/^language jv: \d+ texts not yet checked by a native reader/m);
  });

  it("is written by `sign`, and lost when the text changes", async () => {
    expect((await sign(KEY)).out).toMatch(/^jv: 1 text checked by Siti Aminah, Dinsos/);
    expect(textOf(KEY).checked).toBe(true);
    writeFileSync(file("in.xlsx"), sheet({ [KEY]: "Kersane napa?" }));
    await sapa("texts", "import", "in.xlsx");
    expect(textOf(KEY)).toMatchObject({ text: "Kersane napa?", checked: false });
  });

  it("is lost when somebody changes the file by hand", async () => {
    await sign(KEY);
    const changed = { ...ownFile()[KEY], text: "Lain." };
    writeFileSync(file("own/texts/jv.json"), JSON.stringify({ [KEY]: changed }));
    expect(textOf(KEY).state).toMatch(/^changed since Siti Aminah/);
  });

  it("of all leaves nothing to say", async () => {
    await sign("--all");
    expect((await sapa("check", "district", "lamongan")).out).not.toContain("language jv");
  });

  it.each([
    ["nobody's office", ["--name", "Siti", KEY], /must name the office/],
    ["no text", [], /name the texts/],
    ["a text that is none", ["nope.nope"], /no text nope\.nope/],
  ])("of %s is refused", async (_, args, told) => {
    const { status, errors } = await sign(...args);
    expect([status, errors]).toEqual([2, expect.stringMatching(told)]);
  });
});

describe("a sheet that cannot be taken says why, and nothing is written", () => {
  const refused = async (content: Buffer | string, told: RegExp) => {
    writeFileSync(file("in.xlsx"), content);
    const { status, errors } = await sapa("texts", "import", "in.xlsx");
    expect([status, errors]).toEqual([2, expect.stringMatching(told)]);
    expect(() => ownFile()).toThrow();
  };
  const HEADINGS = COLUMNS.map(({ heading }) => heading);
  const row = (key: string, indonesian: string, translation: string | number) => [
    key,
    "",
    indonesian,
    translation,
    "",
    "",
  ];

  it("another sheet", () =>
    refused(sheet({ "menu.choose": "x" }, "Sheet1"), /no sheet named after a language \(en, jv\); it has "Sheet1"/));
  it("a missing column", () =>
    refused(makeWorkbook("jv", COLUMNS.slice(0, 3), [["menu.choose", "", "x"]]), /row 1 has no column "translation"/));
  it("a CSV with another name", () => refused("key,Indonesian,translation\nmenu.choose,x,y\n", /is no XLSX/));
  it("a cut file", () => refused(sheet({ "menu.choose": "x" }).subarray(0, 400), /cut|readable/));
  it("a file that is not there", async () =>
    expect((await sapa("texts", "import", "gone.xlsx")).errors).toMatch(/gone\.xlsx: cannot be read \(ENOENT\)/));
  it("a number for a text", () =>
    refused(
      named(spreadsheet([HEADINGS, row("menu.choose", textOf("menu.choose").indonesian, 12)])),
      /row 2: holds a number/,
    ));
  it("a formula", () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const headings = HEADINGS.map((text, index) => cell(`${String.fromCharCode(65 + index)}1`, text)).join("");
    const made = `<row r="1">${headings}</row><row r="2">${cell("A2", "menu.choose")}${cell("C2", textOf("menu.choose").indonesian)}<c r="D2" t="str"><f>CONCATENATE("a","b")</f><v>ab</v></c></row>`;
    return refused(named(workbook(`<sheetData>${made}</sheetData>`)), /row 2: holds a formula/);
  });
  it("one wrong row among good rows", () =>
    refused(
      sheet({ "menu.choose": "Kersane napa?", "check.found": "Data {{name}}:" }),
      /row 3: check\.found: \{\{date\}\} is missing/,
    ));

  const named = (bytes: Buffer): Buffer =>
    Buffer.from(bytes.toString("latin1").replace('name="data"', 'name="jv"  '), "latin1");
});

describe("each row is held against its text", () => {
  const texts = listTexts({ locales: LOCALES, packs: DISTRICTS, own: "/nowhere" }, "jv");
  const known = (key: string) => texts.find((one) => one.key === key) ?? expect.fail(key);
  const faultOf = (key: string, translation: string, indonesian?: string) =>
    checkRows([{ row: 7, key, indonesian: indonesian ?? known(key).indonesian, translation }], texts).faults;

  it.each([
    ["an unknown key", () => faultOf("menu.nope", "x", "x"), "row 7: menu.nope: there is no such text"],
    [
      "a gap in other words",
      () => faultOf("check.found", "Data {{nama}} {{date}}:"),
      "row 7: check.found: {{name}} is missing",
    ],
    ["a gap too many", () => faultOf("menu.choose", "Napa {{name}}?"), "row 7: menu.choose: {{name}} has no place"],
    [
      "a gap twice",
      () => faultOf("check.found", "{{name}} {{name}} {{date}}"),
      "row 7: check.found: {{name}} has no place",
    ],
    ["half a gap", () => faultOf("menu.choose", "Napa {{ name }}?"), "row 7: menu.choose: {{ and }} stand only"],
    ["a nesting", () => faultOf("menu.choose", "$t(menu.check)"), "row 7: menu.choose: {{ and }} stand only"],
    [
      "a button too long",
      () => faultOf("menu.check", "x".repeat(25)),
      "row 7: menu.check: has 25 characters, 24 at most",
    ],
    [
      "an answer too long",
      () => faultOf("national/answers/desil/words", "x".repeat(351)),
      "row 7: national/answers/desil/words: has 351",
    ],
    ["nothing", () => faultOf("menu.choose", "  "), "row 7: menu.choose: the translation is empty"],
    [
      "an unseen character",
      () => faultOf("menu.choose", "Napa\u202e?"),
      "row 7: menu.choose: holds a character that nobody sees",
    ],
    [
      "an older Indonesian",
      () => faultOf("menu.choose", "Napa?", "Mau apa?"),
      "row 7: menu.choose: the Indonesian is not",
    ],
  ])("%s", (_, faults, told) => expect(faults()).toEqual([expect.stringContaining(told)]));

  it("a key that is there twice", () => {
    const one = { key: "menu.choose", indonesian: known("menu.choose").indonesian, translation: "Napa?" };
    const { faults } = checkRows(
      [
        { ...one, row: 2 },
        { ...one, row: 5 },
      ],
      texts,
    );
    expect(faults).toEqual(["row 5: menu.choose: stands in row 2 too; keep one of them"]);
  });

  it.each(["jv", "en"])("every text that ships in %s keeps its own limit and gaps", (language) => {
    const all = listTexts({ locales: LOCALES, packs: DISTRICTS, own: "/nowhere" }, language);
    expect(all.filter(({ text, limit }) => text.length > limit).map(({ key }) => key)).toEqual([]);
    expect(all.filter(({ text, indonesian }) => `${placeholdersOf(text)}` !== `${placeholdersOf(indonesian)}`)).toEqual(
      [],
    );
    expect(all.filter(({ text }) => text === "").map(({ key }) => key)).toEqual([]);
  });

  it("accepts any translation that keeps gaps and limit, and returns it unchanged", () => {
    const free = texts.filter(({ limit }) => limit > 60);
    fc.assert(
      fc.property(fc.constantFrom(...free), fc.stringMatching(/^[a-zA-Z?“” ,.-]{1,20}$/), (text, words) => {
        fc.pre(words.trim() !== "");
        const translation = `${text.text}${words}`;
        fc.pre(translation.length <= text.limit && translation.trim() === translation);
        const { changes, faults } = checkRows(
          [{ row: 2, key: text.key, indonesian: text.indonesian, translation }],
          texts,
        );
        expect(faults).toEqual([]);
        expect(changes.map((change) => change.translation.trim())).toEqual([translation]);
      }),
    );
  });
});
