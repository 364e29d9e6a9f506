import { describe, expect, it } from "vitest";
import { findPlaces, openPlaceIndex, readPlaces } from "../../src/register/places.ts";
import { areasOf } from "../support/areas.ts";
import { words } from "../support/shipped-words.ts";

const DISTRICTS = { lamongan: areasOf("3524"), jombang: areasOf("3517"), pekalongan: areasOf("3375") };

/** Usual answers to "Di desa mana?" with a village (V) and its kecamatan (K). */
const FORMS: [string, (village: string, kecamatan: string) => string][] = [
  ["V K", (v, k) => `${v} ${k}`],
  ["v k", (v, k) => `${v} ${k}`.toLowerCase()],
  ["desa V kecamatan K", (v, k) => `desa ${v} kecamatan ${k}`],
  ["V kec. K", (v, k) => `${v} kec. ${k}`],
  ["V kec K", (v, k) => `${v} kec ${k}`],
  ["KEC K DS V", (v, k) => `KEC ${k} DS ${v}`.toUpperCase()],
  ["V, K", (v, k) => `${v}, ${k}`],
  ["V/K", (v, k) => `${v}/${k}`],
  ["K V", (v, k) => `${k} ${v}`],
  ["kel. V kec. K", (v, k) => `kel. ${v} kec. ${k}`],
  ["di desa V, K pak", (v, k) => `di desa ${v}, ${k} pak`],
  ["dsn krajan ds V kec K", (v, k) => `dsn krajan ds ${v} kec ${k}`],
  ["rt 02 rw 01 V K", (v, k) => `rt 02 rw 01 ${v} ${k}`],
  ["V K, kemarin", (v, k) => `${v} ${k}, kemarin`],
  ["saya dari V K sudah tiga bulan tidak dapat", (v, k) => `saya dari ${v} ${k} sudah tiga bulan tidak dapat`],
  ["desa V kec K belum cair", (v, k) => `desa ${v} kec ${k} belum cair`],
];

describe.each(Object.entries(DISTRICTS))("every village of %s", (_, areas) => {
  const index = openPlaceIndex(areas, words.places);
  const villages = areas.filter(({ kind }) => kind !== "kecamatan");
  const kecamatanOf = (code: string) => areas.find((area) => area.code === code)?.name ?? "";

  it.each(FORMS)("is found as “%s”", (form, write) => {
    const isStory = form.includes("tidak dapat") || form.includes("belum cair");
    const missed = villages.flatMap(({ code, name, parent }) => {
      const text = write(name, kecamatanOf(parent));
      const ways = isStory ? [findPlaces(text, index)] : [findPlaces(text, index), readPlaces(text, index)];
      return ways.every((found) => found.length === 1 && found[0]?.code === code) ? [] : [text];
    });
    expect(missed).toEqual([]);
  });

  it("is found by its name alone, unless several places share it", () => {
    const wrong = villages.flatMap(({ name }) => {
      const found = readPlaces(name, index).map((place) => place.code);
      const bearers = areas.filter((area) => area.name.toLowerCase() === name.toLowerCase());
      const expected = bearers.filter(({ code }) => !bearers.some(({ parent }) => parent === code));
      return found.sort().join() ===
        expected
          .map(({ code }) => code)
          .sort()
          .join()
        ? []
        : [name];
    });
    expect(wrong).toEqual([]);
  });
});

describe("an address that contradicts itself", () => {
  const index = openPlaceIndex(DISTRICTS.lamongan, words.places);
  it.each([
    ["desa jegreg kecamatan babat", ["Jegreg", "Babat"]],
    ["jegreg kec babat", ["Jegreg", "Babat"]],
    ["jegreg babat", ["Jegreg", "Babat"]],
  ])("%s gives both places, for a question", (text, names) => {
    expect(readPlaces(text, index).map(({ name }) => name)).toEqual(names);
    expect(findPlaces(text, index).map(({ name }) => name)).toEqual(names);
  });
});
