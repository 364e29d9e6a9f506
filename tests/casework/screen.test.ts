import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import { screenWords } from "../../src/casework/screen.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { words } from "../support/shipped-words.ts";

const reader = openSignals(join(import.meta.dirname, "../../locales"));
const SEMBUNG = "3524152001";
const officer = (id: string, name: string, more: Partial<Officer> = {}): Officer => ({
  id,
  name,
  district: "lamongan",
  rung: "village",
  areas: [SEMBUNG],
  sensitive: false,
  active: true,
  ...more,
});
const officers = [
  officer("ratna", "Ratna Wulandari, S.Sos."),
  officer("slamet", "H. Slamet Riyadi", { rung: "tksk", areas: [SEMBUNG.slice(0, 6)] }),
  officer("dewi", "Dewi Anggraini", { rung: "companion" }),
  officer("marta", "Marta Sihombing", { rung: "dinsos", areas: [], sensitive: true }),
  officer("agus", "Agus Salim", { areas: ["3524101001"] }),
];
const read = (text: string, areas: string[] = []) => screenWords(text, { reader, words, officers, areas });

describe("an officer named with blame is barred", () => {
  it.each([
    ["Bu Ratna minta uang 50 ribu", ["ratna"]],
    ["kartu saya dipegang bu ratna", ["ratna"]],
    ["bantuane dipotong karo bu Ratnane", ["ratna"]],
    ["oknum ratna nahan buku tabungan saya", ["ratna"]],
    ["ratna wulandari itu korupsi", ["ratna"]],
    ["bansos saya dipotong. yang ambil pak slamet", ["slamet"]],
    ["pendamping dewi minta pulsa terus", ["dewi"]],
    ["bu marta dinsos minta 100 ribu supaya saya dapat", ["marta"]],
    ["bantuan saya bu ratna yang potong", ["ratna"]],
    ["pak slamet sama bu dewi minta uang 20 ribu", ["dewi", "slamet"]],
  ])("%s", (text, barred) => {
    const found = read(text);
    expect(found.sensitive).toBe(true);
    expect([...found.barred].sort()).toEqual(barred);
  });
});

describe("an officer named without blame and the writer's own name are not barred", () => {
  it.each([
    ["kata bu ratna tunggu bulan depan", false],
    ["saya diantar pak slamet ke kantor", false],
    ["nama saya Ratna Wulandari, bantuan saya dipotong 100 ribu", true],
    ["saya bu Ratna, bantuan saya dipotong 100 ribu", true],
    ["saya dewi, kartu saya ditahan", true],
    ["bantuan saya dipotong 50 ribu", true],
  ])("%s", (text, sensitive) => expect(read(text)).toEqual({ sensitive, barred: [] }));
});

describe("an accused post bars the officers who hold it at the place", () => {
  it.each([
    ["pendamping minta uang 20 ribu", [SEMBUNG], ["dewi"]],
    ["tksk minta uang 20 ribu", [SEMBUNG], ["slamet"]],
    ["pak kades minta uang 100 ribu", [SEMBUNG], ["ratna"]],
    ["operator desa minta jatah 100 ribu", [SEMBUNG], ["ratna"]],
    ["pak kades minta uang 100 ribu", [], []],
    ["pak kades minta uang 100 ribu", ["3524101001"], ["agus"]],
    ["kata pendamping tunggu bulan depan", [SEMBUNG], []],
  ])("%s at %j", (text, areas, barred) => expect(read(text, areas).barred).toEqual(barred));
});

describe("a witness is not barred", () => {
  it.each([
    ["kata bu Ratna uang saya dipotong pak kades"],
    ["menurut pak Slamet bantuan saya dipotong pak lurah 50 ribu"],
    ["jare bu dewi bantuane dipotong pak kasun"],
    ["bu Ratna ngomong uang saya dipotong pak kades"],
    ["bu Ratna bilang ke saya kalau kartu saya dipegang ketua kelompok"],
    ["kata pendamping dewi uang saya diambil pak kades"],
    ["kata bu Ratna pak kades minta uang 100 ribu"],
    ["kata bu dewi uang saya dipotong pak slamet", "slamet"],
  ])("%s", (text, ...accused) => {
    const found = read(text);
    expect(found).toEqual({ sensitive: true, barred: accused });
  });

  it.each([
    ["katanya bu Ratna motong uang saya"],
    ["jarene bu ratna motong bantuan karo pak kades"],
    ["kata tetangga bu Ratna motong uang saya sama pak kades"],
    ["kata bu Ratna saya harus bayar 50 ribu buat pak kades"],
    ["kata bu Ratna kalau mau dapat harus bayar dulu"],
    ["bu Ratna bilang kalau tidak kasih uang dicoret pak kades"],
    ["kata bu Ratna uang saya dipotong"],
    ["kata bu Ratna uang saya dipotong dia, bukan pak kades"],
    ["kata bu Ratna uang saya dipotong bukan pak kades"],
    ["kata bu Ratna uang saya dipotong pak kades, bu Ratna juga minta 20 ribu"],
    ["kata bu Ratna uang saya dipotong pak kades. dia juga minta 20 ribu"],
    ["kata bu Ratna uang saya dipotong pak kades dan dibagi sama bu ratna"],
    ["kata bu Ratna minta uang 50 ribu buat pak kades"],
    ["kata bu Ratna sama pak kades uang saya dipotong"],
    ["kata bu Ratna uang saya dipotong operator desa"],
    ["kata bu Ratna disuruh setor ke pak kades 50 ribu"],
    ["bu Ratna ngomong minta uang rokok buat pak kades"],
    ["uang saya dipotong bu Ratna kata pak kades"],
    ["kata bu Ratna saya diminta bayar pak kades 50 ribu"],
  ])("but is barred in doubt: %s", (text) => {
    const found = read(text);
    expect(found.sensitive).toBe(true);
    expect(found.barred).toContain("ratna");
  });

  it("a post that is only a witness bars no officer, and the accused post does", () => {
    expect(read("kata pendamping uang saya dipotong pak kades", [SEMBUNG]).barred).toEqual(["ratna"]);
    expect(read("kata pak kades uang saya dipotong pendamping", [SEMBUNG]).barred).toEqual(["dewi"]);
  });
});

it("fear alone makes a ticket confidential and bars no officer", () => {
  expect(read("tolong jangan bilang desa ya")).toEqual({ sensitive: true, barred: [] });
});
