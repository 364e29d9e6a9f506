import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDistrict, listChanges, loadCalendar, loadDistricts, loadLayout } from "../../src/districts/index.ts";
import { findPlaces, openPlaceIndex } from "../../src/register/places.ts";
import { helplinesFor } from "../../src/register/urgent-help.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";
import { words } from "../support/shipped-words.ts";

const EXAMPLE = join(import.meta.dirname, "../../docs/examples/districts");
const [shipped] = loadDistricts(DISTRICTS, ["lamongan"]);
if (!shipped) throw new Error("Lamongan ships");
const load = (files: Record<string, string | object>) => {
  const [district] = loadDistricts(ownPacks(files), ["lamongan"]);
  return district;
};
const officeOf = (district: typeof shipped | undefined, id: string) => district?.offices.find((one) => one.id === id);

describe("the example of the documents", () => {
  const root = { shipped: DISTRICTS, own: EXAMPLE };
  const [district] = loadDistricts(root, ["lamongan"]);
  if (!district) throw new Error("Lamongan ships");

  it("has no problem, and lists its changes", () => {
    expect(checkDistrict(root, "lamongan").problems).toEqual([]);
    const changes = listChanges(root, "lamongan").map(({ file, row, field }) => `${file} ${row} ${field}`);
    expect(changes).toContain("lamongan/offices.csv dinsos address");
    expect(changes).toContain("national/helplines.json emergency ");
    expect(listChanges(root, "jombang").every(({ file }) => file.startsWith("national/"))).toBe(true);
  });

  it("changes an office's address and hours and leaves its name", () => {
    expect(officeOf(district, "dinsos")).toMatchObject({
      name: "Dinas Sosial Kabupaten Lamongan",
      address: "Jalan Contoh Nomor 1, Lamongan",
      hours: { id: "Senin–Kamis 07.30–15.30", en: "Monday–Thursday 07.30–15.30" },
    });
    expect(officeOf(district, "puskesos-sembung")).toMatchObject({ area: "3524012001", phone: "" });
    expect(district.agency).toMatchObject({ source: "Surat edaran contoh 1/2026", name: shipped.agency.name });
  });

  it("changes words of a reason and of a programme, and no other words", () => {
    expect(district.reasons.KTP_LAMA.where.id).toMatch(/Rabu/);
    expect(district.reasons.KTP_LAMA.steps).toEqual(shipped.reasons.KTP_LAMA.steps);
    expect(district.programmes.map(({ code }) => code)).toEqual(shipped.programmes.map(({ code }) => code));
  });

  it("finds a village by its nickname", () => {
    const found = findPlaces("saya dari desa mbungan lor", openPlaceIndex(district.areas, words.places));
    expect(found.map(({ code }) => code)).toEqual(["3524012001"]);
    expect(findPlaces("saya dari desa mbungan lor", openPlaceIndex(shipped.areas, words.places))).toEqual([]);
  });

  it("removes a national number, and shows its own number only once it is signed", () => {
    expect(helplinesFor(["disaster"], district.urgent).map(({ id }) => id)).not.toContain("emergency");
    expect(helplinesFor(["violence"], district.urgent).map(({ id }) => id)).not.toContain("shelter");
  });

  it("adds words for a reason and for a status to the nation's", () => {
    expect(district.reasons.KTP_LAMA.spellings).toEqual([...shipped.reasons.KTP_LAMA.spellings, "KTP SIAK lama"]);
    expect(listChanges(root, "lamongan")).toContainEqual({
      file: "lamongan/reasons.json",
      row: "KTP_LAMA",
      field: "spellings",
      before: undefined,
      after: ["KTP SIAK lama"],
    });
    expect(district.statusWords[1]?.valid).toEqual(["COCOK"]);
  });

  it("adds a day on which offices are closed", () => {
    expect(loadCalendar(root).holidays.has("2026-12-09")).toBe(true);
    expect(loadCalendar(DISTRICTS).holidays.has("2026-12-09")).toBe(false);
  });
});

describe("layers of packs", () => {
  it.each([
    ["no folder at all", () => ({ shipped: DISTRICTS, own: join(DISTRICTS, "../none") })],
    ["an empty folder", () => ownPacks()],
    [
      "files of the office's own business",
      () => ownPacks({ "README.md": "x", ".git/HEAD": "x", "lamongan/.note": "x" }),
    ],
    ["empty files of lists", () => ownPacks({ "lamongan/programmes.json": "[]", "lamongan/offices.csv": "id\n" })],
    ["an object without a field", () => ownPacks({ "lamongan/district.json": "{}" })],
  ])("%s changes nothing", (_, root) => expect(loadDistricts(root(), ["lamongan"])).toEqual([shipped]));

  it("Indonesian words without English ones are shown in both languages", () => {
    const district = load({ "lamongan/answers/news.json": { words: { id: "Kabar baru." } } });
    expect(district?.answers.news?.words).toEqual({ id: "Kabar baru." });
  });

  it("English words alone replace the English ones", () => {
    const district = load({ "lamongan/answers/news.json": { words: { en: "News." } } });
    expect(district?.answers.news?.words).toEqual({ ...shipped.answers.news?.words, en: "News." });
  });

  it.each([
    ["with semicolons", "id;phone\ndinsos;(0322) 1\n"],
    ["with tabs", "id\tphone\ndinsos\t(0322) 1\n"],
    ["with a byte order mark and CRLF", "\ufeffid,phone\r\ndinsos,(0322) 1\r\n"],
  ])("a table %s", (_, text) => {
    expect(officeOf(load({ "lamongan/offices.csv": text }), "dinsos")).toEqual({
      ...officeOf(shipped, "dinsos"),
      phone: "(0322) 1",
    });
  });

  it("an empty cell keeps the shipped value, and a dash empties it", () => {
    const text = "id,address,phone,hours_id\ndisdukcapil,,-,-\n";
    expect(officeOf(load({ "lamongan/offices.csv": text }), "disdukcapil")).toMatchObject({ phone: "", hours: "" });
    const left = "id,address,phone\ndinsos,,(0322) 1\n";
    expect(officeOf(load({ "lamongan/offices.csv": left }), "dinsos")?.address).toBe(
      officeOf(shipped, "dinsos")?.address,
    );
  });

  it("a row that is marked as removed is gone", () => {
    const district = load({ "lamongan/offices.csv": "id,removed\nkec-352401,ya\n" });
    expect(officeOf(district, "kec-352401")).toBeUndefined();
    expect(district?.offices.length).toBe(shipped.offices.length - 1);
  });

  it("an office adds a layout and changes a shipped one", () => {
    const root = ownPacks({
      "national/layouts/kami.json": { "nomor induk": "nik" },
      "national/layouts/bnba.json": { x: "nik" },
    });
    expect(loadLayout(root, "kami")).toEqual({ "nomor induk": "nik" });
    expect(loadLayout(root, "bnba")).toEqual({ ...loadLayout(DISTRICTS, "bnba"), x: "nik" });
  });

  it("a folder that is a link is read, as a volume of settings is", () => {
    const root = ownPacks({ "..data/offices.csv": "id,phone\ndinsos,(0322) 1\n" });
    symlinkSync("..data", join(root.own, "lamongan"));
    expect(officeOf(loadDistricts(root, ["lamongan"])[0], "dinsos")?.phone).toBe("(0322) 1");
    expect(listChanges(root).map(({ row, field }) => `${row} ${field}`)).toEqual(["dinsos phone"]);
  });

  it("an office adds a district that does not ship", () => {
    const agency = { name: "Dinas Sosial Gresik", official: ["kantor"] };
    const source = { source: "contoh", checked_on: "2026-11-28", owner: "Dinas Sosial Gresik" };
    const root = ownPacks({
      "gresik/district.json": {
        id: "gresik",
        code: "3525",
        name: "Gresik",
        prefix: "GSK",
        notice: "1",
        agency: { ...agency, ...source },
      },
      "gresik/offices.csv":
        "id,kind,name,area,source,checked_on,owner\ndinsos,dinsos,Dinsos,3525,contoh,2026-11-28,Dinsos\n",
      "areas/kecamatan.csv": "kode6,nama\n352501,Dukun\n",
      "areas/desa_kelurahan.csv": "kode10,nama,jenis\n3525012001,Baron,desa\n",
    });
    const [district, other] = loadDistricts(root, ["gresik", "lamongan"]);
    const [dukun, ...others] = district?.areas ?? [];
    expect(dukun).toEqual({ code: "352501", name: "Dukun", kind: "kecamatan", parent: "3525" });
    expect(others.at(-1)).toEqual({ code: "3525012001", name: "Baron", kind: "desa", parent: "352501" });
    expect(others.filter(({ kind }) => kind === "kecamatan")).toHaveLength(17);
    expect(district?.programmes.map(({ code }) => code)).toContain("PKH");
    expect(other).toEqual(shipped);
  });
});

describe("a wrong file gives one sentence with file, line and field", () => {
  const office = "source,checked_on,owner";
  it.each<[string, string, string | object, RegExp]>([
    [
      "an unknown field",
      "lamongan/district.json",
      '{\n "agency": {\n  "fone": "1" } }',
      /district\.json:3: agency\.fone: there is no such field$/,
    ],
    [
      "a wrong type",
      "lamongan/district.json",
      '{ "agency": {\n "name": 322 } }',
      /district\.json:2: agency\.name: must be text$/,
    ],
    ["null", "lamongan/district.json", '{ "agency": { "name": null } }', /district\.json:1: agency\.name: /],
    ["an object where a list is", "lamongan/programmes.json", "{}", /programmes\.json:1: must be a list of code/],
    ["a list where an object is", "lamongan/district.json", "[]", /district\.json:1: must be an object/],
    ["no JSON", "lamongan/district.json", '{\n "agency": {\n', /district\.json:3: is no JSON: /],
    ["a comma too many", "lamongan/district.json", '{ "agency": {}, }', /district\.json:1: is no JSON: /],
    ["words without quotes", "lamongan/district.json", "{ agency: {} }", /district\.json:1: is no JSON: /],
    ["an empty file", "lamongan/district.json", "", /district\.json:1: is no JSON: a value is missing/],
    [
      "a field twice",
      "lamongan/district.json",
      '{ "agency": {},\n "agency": {} }',
      /district\.json:2: agency stands there twice$/,
    ],
    [
      "a row twice",
      "lamongan/offices.csv",
      "id,phone\ndinsos,1\ndinsos,2\n",
      /offices\.csv:3: id dinsos: stands at .*offices\.csv:2 too$/,
    ],
    [
      "a row without its key",
      "lamongan/programmes.json",
      '[\n{ "state": "ended" }]',
      /programmes\.json:2: code is missing$/,
    ],
    [
      "a key that nothing has",
      "lamongan/offices.csv",
      "id,phone\ndinsoss,1\n",
      /offices\.csv:2: dinsoss: nothing that ships has it \(the nearest is dinsos\), and a new one needs source, checked_on, owner, kind/,
    ],
    [
      "a programme that nothing has",
      "lamongan/programmes.json",
      '[{ "code": "PHK", "state": "ended" }]',
      /programmes\.json:1: PHK: nothing that ships has it \(the nearest is PKH\), and a new one needs /,
    ],
    [
      "a reason that is none",
      "lamongan/reasons.json",
      '[{ "reason": "KTP_BARU" }]',
      /reasons\.json:1: KTP_BARU: nothing that ships has it/,
    ],
    [
      "a removed row that nothing has",
      "lamongan/offices.csv",
      "id,removed\ndinsoss,ya\n",
      /offices\.csv:2: id dinsoss: is to be removed, and nothing/,
    ],
    [
      "removed by another word",
      "lamongan/offices.csv",
      "id,removed\ndinsos,hapus\n",
      /offices\.csv:2: removed: hapus is not ya/,
    ],
    [
      "an unknown column",
      "lamongan/offices.csv",
      "id,telepon\ndinsos,1\n",
      /offices\.csv:1: no column telepon; there are id, /,
    ],
    [
      "a column twice",
      "lamongan/offices.csv",
      "id,phone,phone\ndinsos,1,2\n",
      /offices\.csv:1: column phone stands there twice/,
    ],
    ["no key column", "lamongan/offices.csv", "phone\n1\n", /offices\.csv:1: column id is missing/],
    [
      "a comma without quotes",
      "lamongan/offices.csv",
      "id,address\ndinsos,Jalan A, Lamongan\n",
      /offices\.csv:2: has 3 cells, the header has 2/,
    ],
    [
      "a cell that slipped",
      "lamongan/offices.csv",
      "id,address,phone\ndinsos,Jalan A, Lamongan\n",
      /offices\.csv:2: dinsos: phone: must hold a number/,
    ],
    [
      "a letter in a telephone number",
      "lamongan/offices.csv",
      "id,phone\ndinsos,(0322) 32X322\n",
      /offices\.csv:2: dinsos: phone: has a letter beside a digit/,
    ],
    [
      "a number without its first 0 in a table",
      "lamongan/offices.csv",
      "id,phone\ndinsos,811-2345-6789\n",
      /offices\.csv:2: dinsos: phone: begins with neither 0 nor \+62/,
    ],
    [
      "a letter in a number of the agency",
      "lamongan/district.json",
      JSON.stringify({ agency: { official: ["lamongankab.go.id", "WA o811-1291-2912"] } }),
      /district\.json:1: agency\.official\.1: is a number that nobody answers/,
    ],
    [
      "a letter in a number for people in danger",
      "national/helplines.json",
      JSON.stringify([{ id: "police", number: "11o" }]),
      /helplines\.json:1.*number: has a letter beside a digit/,
    ],
    [
      "a quote that is not closed",
      "lamongan/offices.csv",
      'id,address\ndinsos,"Jalan A\n',
      /offices\.csv:\d: a quote is not closed/,
    ],
    [
      "an area of another district",
      "lamongan/offices.csv",
      `id,area\ndinsos,3517\n`,
      /offices\.csv:2: dinsos: area 3517 is not of this district/,
    ],
    [
      "a date as a spreadsheet writes it",
      "lamongan/offices.csv",
      `id,${office}\ndinsos,x,28/11/2026,y\n`,
      /offices\.csv:2: dinsos: checked_on: is no date/,
    ],
    [
      "a nickname of nowhere",
      "lamongan/nicknames.csv",
      "nickname,area\nMbung,3524999999\n",
      /nicknames\.csv:2: Mbung: area 3524999999 is not of this district/,
    ],
    [
      "a nickname that is none",
      "lamongan/nicknames.csv",
      "nickname,area\n12,3524012001\n",
      /nicknames\.csv:2: .*nickname: must be three letters/,
    ],
    [
      "a village's code too short",
      "areas/desa_kelurahan.csv",
      "kode10,nama,jenis\n352401,Baru,desa\n",
      /desa_kelurahan\.csv:2: 352401: kode10: must have 10 digits/,
    ],
    [
      "a day that is no date",
      "national/holidays.csv",
      "date,name\n17 Agustus,x\n",
      /holidays\.csv:2: 17 Agustus: date: is no date/,
    ],
    [
      "a month that is none",
      "national/holidays.csv",
      "date,name\n2026-13-45,x\n",
      /holidays\.csv:2: 2026-13-45: date: is no date; write it as 2026-11-28/,
    ],
    ["a layout that is none", "national/layouts/kami.json", '{ "x": 1 }', /kami\.json:1: x: /],
    [
      "a file that nothing reads",
      "lamongan/Offices.csv",
      "id\n",
      /Offices\.csv: nothing reads this file; there are .*offices\.csv/,
    ],
    [
      "an answer whose name is misspelled",
      "lamongan/answers/hwo-to-register.json",
      "{}",
      /hwo-to-register\.json:1: nothing that ships has it \(the nearest is how-to-register\), and a new one needs source, /,
    ],
    [
      "a file beside the folders",
      "offices.csv",
      "id\n",
      /offices\.csv: nothing reads this file; facts lie in a folder/,
    ],
    [
      "a folder of no district",
      "lamonga/offices.csv",
      "id\n",
      /lamonga: no such district ships, and there is no district\.json/,
    ],
    ["another id", "lamongan/district.json", '{ "id": "jombang" }', /id is jombang, the folder is lamongan/],
  ])("%s", (_, path, content, sentence) => {
    const root = ownPacks({ [path]: content });
    const heard = thrownBy(() => {
      loadDistricts(root, ["lamongan"]);
      loadCalendar(root);
    });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(sentence);
    expect(checkDistrict(root, "lamongan").problems).toEqual(heard);
  });

  it("a prefix of another served district is refused", () => {
    const root = ownPacks({ "lamongan/district.json": { prefix: "JBG" } });
    const heard = thrownBy(() => loadDistricts(root, ["lamongan", "jombang"]));
    expect(heard).toEqual(["district.json: prefix JBG is that of lamongan and jombang"]);
  });

  it("a file in another encoding is refused", () => {
    const root = ownPacks();
    mkdirSync(join(root.own, "lamongan"));
    writeFileSync(join(root.own, "lamongan/offices.csv"), Buffer.from("id,address\ndinsos,Senin\x96Kamis\n", "latin1"));
    expect(thrownBy(() => loadDistricts(root, ["lamongan"]))).toEqual([
      expect.stringMatching(/offices\.csv:1: is not in UTF-8/),
    ]);
  });

  it("a folder in place of a file is refused", () => {
    const root = ownPacks({ "lamongan/offices.csv/x.csv": "" });
    expect(thrownBy(() => loadDistricts(root, ["lamongan"])).join("\n")).toMatch(
      /offices\.csv: cannot be read \(EISDIR\)/,
    );
  });

  it("listChanges names a file that cannot be laid over", () => {
    const root = ownPacks({ "lamongan/offices.csv": "id,telepon\ndinsos,1\n" });
    expect(thrownBy(() => listChanges(root))).toEqual([expect.stringMatching(/offices\.csv:1: no column telepon/)]);
  });

  it("a link that leads nowhere is refused in place of a file", () => {
    const root = ownPacks({ "lamongan/README.md": "x" });
    symlinkSync("/nowhere", join(root.own, "lamongan/ofices.csv"));
    expect(thrownBy(() => loadDistricts(root, ["lamongan"]))).toEqual([
      expect.stringMatching(/ofices\.csv: nothing reads/),
    ]);
  });

  it("the shipped folder, or a folder in it, is refused as an office's own", () => {
    for (const own of [DISTRICTS, join(DISTRICTS, "lamongan")]) {
      expect(thrownBy(() => loadDistricts({ shipped: DISTRICTS, own }, ["lamongan"]))[0]).toMatch(
        /lies among the packs that ship/,
      );
    }
  });
});

/** Returns the lines of the error's message. */
function thrownBy(act: () => void): string[] {
  try {
    act();
  } catch (error) {
    expect(error).toMatchObject({ code: "DISTRICT_INVALID" });
    return (error as Error).message.split("\n");
  }
  return [];
}
