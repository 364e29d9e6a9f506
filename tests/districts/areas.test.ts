import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadAreaCodes, loadDistrictAreas } from "../../src/districts/areas.ts";
import { addAreas, checkDistrict, loadDistricts } from "../../src/districts/index.ts";
import { findPlaces, openPlaceIndex } from "../../src/register/places.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";
import { words } from "../support/shipped-words.ts";

const HEADER = "kode_kemendagri,kode10,nama,jenis,kec_kode,kec_nama,kab_kode,kab_nama";
/** Invented villages in shipped kecamatan of Gresik. */
const VILLAGES = [
  "35.25.01.2001,3525012001,Karangjati Contoh,desa,35.25.01,Dukun,35.25,Kabupaten Gresik",
  "35.25.16.1001,3525161001,Telagabiru,kelurahan,35.25.16,Gresik,35.25,Kabupaten Gresik",
];
const listOf = (...rows: string[]) => `${[HEADER, ...rows].join("\n")}\n`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sapa-areas-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listed = (text: string): string => {
  const file = join(folder, "desa.csv");
  writeFileSync(file, text);
  return file;
};

const sourced = { source: "contoh", checked_on: "2026-11-28", owner: "Dinas Sosial Gresik" };
const GRESIK = {
  "gresik/district.json": {
    ...{ id: "gresik", code: "3525", name: "Gresik", prefix: "GSK", notice: "1" },
    agency: { name: "Dinsos", official: ["kantor"], ...sourced },
  },
  "gresik/offices.csv": `id,kind,name,area,source,checked_on,owner\ndinsos,dinsos,Dinsos,3525,contoh,2026-11-28,Dinsos\n`,
};

function thrownBy(act: () => void): string[] {
  try {
    act();
  } catch (error) {
    return (error as Error).message.split("\n");
  }
  return [];
}

describe("the kecamatan of the whole country", () => {
  it("name those of a district whose villages do not ship", () => {
    expect(loadDistrictAreas(DISTRICTS, "3525").map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Dukun", "Manyar", "Sangkapura"]),
    );
  });

  it("agree with the own list of each shipped district", () => {
    const [header = "", ...rows] = readFileSync(join(DISTRICTS, "areas/kecamatan.csv"), "utf8").trim().split("\n");
    expect(header).toMatch(/^kode_kemendagri,kode6,nama,/);
    const own = rows.map((row) => row.split(",").slice(1, 3));
    const national = ["3524", "3517", "3375"].flatMap((code) =>
      loadDistrictAreas(DISTRICTS, code).flatMap(({ kind, code, name }) =>
        kind === "kecamatan" ? [[code, name]] : [],
      ),
    );
    expect(national.sort()).toEqual(own.sort());
  });

  it("follow an office's own list of renamed and removed kecamatan", () => {
    const root = ownPacks({ "areas/kecamatan.csv": "kode6,nama,removed\n352501,Dukun Baru,\n352502,,ya\n" });
    const names = loadDistrictAreas(root, "3525").map(({ name }) => name);
    expect(names).toContain("Dukun Baru");
    expect(names).not.toContain("Balongpanggang");
    expect(names).toHaveLength(17);
  });
});

describe("areas that are added", () => {
  it("make a new district complete, and its places are found", () => {
    const root = ownPacks(GRESIK);
    expect(checkDistrict(root, "gresik").problems).toEqual([
      expect.stringMatching(/district\.json:1: code 3525 has no villages; `npx --no sapa areas add FILE` takes them/),
    ]);
    const added = addAreas(root, listed(listOf(...VILLAGES)));
    expect(added).toEqual({ code: "3525", name: "Kabupaten Gresik", kecamatan: 2, villages: 2, added: 2, renamed: 0 });
    expect(checkDistrict(root, "gresik").problems).toEqual([]);
    const [gresik] = loadDistricts(root, ["gresik"]);
    const index = openPlaceIndex(gresik?.areas ?? [], words.places);
    const codesIn = (text: string) => findPlaces(text, index).map(({ code }) => code);
    expect(codesIn("saya dari desa karangjati contoh")).toEqual(["3525012001"]);
    expect(codesIn("kelurahan telaga biru")).toEqual(["3525161001"]);
    expect(codesIn("kecamatan sangkapura")).toEqual(["352517"]);
    expect(readdirSync(join(root.own, "areas"))).toEqual(["desa_kelurahan.csv"]);
  });

  it("leave known places alone, and rename places with another name", () => {
    const root = ownPacks();
    expect(addAreas(root, join(DISTRICTS, "areas/desa_kelurahan.csv"), "35.24")).toMatchObject({
      code: "3524",
      villages: 474,
      added: 0,
      renamed: 0,
    });
    expect(existsSync(join(root.own, "areas"))).toBe(false);
    expect(addAreas(root, listed("kode10,nama\n3524012001,Sembung Anyar\n"))).toMatchObject({ added: 0, renamed: 1 });
    expect(loadDistrictAreas(root, "3524")).toContainEqual({
      code: "3524012001",
      name: "Sembung Anyar",
      kind: "desa",
      parent: "352401",
    });
  });

  it("keep the rows, the separator and the other columns of the office's own list", () => {
    const before = "\uFEFFkode10;nama;jenis;removed\n3524012001;Sembung Lor;;\n3524012002;;;ya\n";
    const root = ownPacks({ "areas/desa_kelurahan.csv": before });
    const rows = "kode10,nama\n3524012002,Banggle\n3524012999,Contohsari\n";
    expect(addAreas(root, listed(rows))).toMatchObject({ added: 2, renamed: 0 });
    expect(readFileSync(join(root.own, "areas/desa_kelurahan.csv"), "utf8")).toBe(
      "\uFEFFkode10;nama;jenis;removed\n3524012001;Sembung Lor;;\n3524012002;Banggle;desa;\n3524012999;Contohsari;desa;\n",
    );
    const names = loadDistrictAreas(root, "3524").map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Sembung Lor", "Banggle", "Contohsari"]));
  });

  it("bring the missing kecamatan, for chats and for numbers", () => {
    const root = ownPacks();
    const rows = ["35.25.99.2001,3525992001,Contohrejo,desa,35.25.99,Contoh Baru,35.25,Kabupaten Gresik"];
    expect(addAreas(root, listed(listOf(...rows)))).toMatchObject({ kecamatan: 1, villages: 1, added: 2 });
    expect(loadDistrictAreas(root, "3525")).toContainEqual({
      code: "352599",
      name: "Contoh Baru",
      kind: "kecamatan",
      parent: "3525",
    });
    expect(loadAreaCodes(root).get("352599")).toEqual({ name: "Contoh Baru", retired: false });
  });

  it("may have kecamatan and villages in one list", () => {
    const root = ownPacks();
    const text = "kode_kemendagri;nama\n35.25.98;Contoh Lor\n35.25.98.2001;Contohsari\n";
    expect(addAreas(root, listed(text))).toMatchObject({ kecamatan: 1, villages: 1, added: 2 });
  });
});

describe("a wrong row is named with its line, and nothing is written", () => {
  it.each<[string, string, RegExp[]]>([
    ["a code of a spreadsheet", "kode10,nama\n3.525E+09,Baron\n", [/^desa\.csv:2: code 3525E\+09 must have 6 digits/]],
    ["no code", "kode10,nama\n,Baron\n", [/^desa\.csv:2: code is missing; it must have/]],
    ["no name", "kode10,nama\n3525012001,\n", [/^desa\.csv:2: 3525012001: nama must be a name/]],
    ["a number for a name", "kode10,nama\n3525012001,12\n", [/nama must be a name/]],
    ["a name of two lines", 'kode10,nama\n3525012001,"Ba\nron"\n', [/^desa\.csv:2: 3525012001: nama must be a name/]],
    ["another kind", "kode10,nama,jenis\n3525012001,Baron,dusun\n", [/jenis is dusun; it must be desa or kelurahan/]],
    ["a kind against its code", "kode10,nama,jenis\n3525012001,Baron,kelurahan\n", [/the code is that of a desa$/]],
    ["a code of no kind", "kode10,nama\n3525019001,Baron\n", [/the seventh digit of a village is 1/]],
    ["two codes", "kode_kemendagri,kode10,nama\n35.25.01.2002,3525012001,Baron\n", [/kode_kemendagri is another code/]],
    ["another kecamatan", "kode10,nama,kec_kode\n3525012001,Baron,35.25.02\n", [/kec_kode is 35\.25\.02/]],
    [
      "a code twice",
      "kode10,nama\n3525012001,Baron\n3525012001,Boron\n",
      [/^desa\.csv:3: 3525012001 stands in line 2 too$/],
    ],
    ["a comma too many", "kode10,nama\n3525012001,Baron,x\n", [/^desa\.csv:2: has 3 cells, the header has 2$/]],
    ["an unknown kecamatan", "kode10,nama\n3525992001,Baron\n", [/^desa\.csv:2: 3525992001: kecamatan 352599 is not/]],
    ["a quote that is not closed", 'kode10,nama\n3525012001,"Baron\n', [/desa\.csv:2: a quote is not closed$/]],
    ["other columns", "kode,desa\n1,x\n", [/^desa\.csv:1: needs the columns kode10/]],
    ["an unknown kabupaten", "kode10,nama,kec_nama\n3599012001,Baron,X\n", [/no kabupaten or kota has the code 3599/]],
    ["nothing at all", "kode10,nama\n", [/holds no area$/]],
    [
      "two kabupaten",
      "kode10,nama\n3525012001,Baron\n3524012001,Sembung\n",
      [/holds areas of 3525, 3524; --code 3525 takes those of one$/],
    ],
    ["two rows", "kode10,nama\n1,Baron\n3525012001,Baik\n2,Baron\n", [/^desa\.csv:2: /, /^desa\.csv:4: /]],
    [
      "a list of them",
      `kode10,nama\n${"1,x\n".repeat(25)}`,
      [...Array.from({ length: 20 }, () => /must have 6 digits/), /^and 5 more rows$/],
    ],
  ])("%s", (_, text, sentences) => {
    const root = ownPacks();
    expect(thrownBy(() => addAreas(root, listed(text)))).toEqual(sentences.map((one) => expect.stringMatching(one)));
    expect(readdirSync(root.own)).toEqual([]);
  });

  it("a missing file, and a code that the file lacks, are refused", () => {
    const root = ownPacks();
    expect(thrownBy(() => addAreas(root, join(folder, "none.csv")))).toEqual([
      expect.stringMatching(/none\.csv: cannot be read \(ENOENT\)$/),
    ]);
    expect(thrownBy(() => addAreas(root, listed(listOf(...VILLAGES)), "3526"))).toEqual([
      expect.stringMatching(/holds no area of 3526$/),
    ]);
  });

  it("a broken list of the office's own is left as it is", () => {
    const root = ownPacks({ "areas/desa_kelurahan.csv": "kode10,nama,x\n3525012001,Baron,1\n" });
    expect(thrownBy(() => addAreas(root, listed(listOf(...VILLAGES))))).toEqual([
      expect.stringMatching(/desa_kelurahan\.csv:1: no column x; there are /),
    ]);
    expect(readFileSync(join(root.own, "areas/desa_kelurahan.csv"), "utf8")).toMatch(/Baron,1\n$/);
  });
});
