import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameName } from "../../src/register/person-names.ts";
import { anyCharacter } from "../support/any-character.ts";
import { words } from "../support/shipped-words.ts";

/** Each row: the typed name, and the registered name. */
const SAME: [string, string][] = [
  ["Siti Aminah", "SITI AMINAH"],
  ["siti aminah", "SITI AMINAH"],
  ["  Siti   Aminah ", "SITI AMINAH"],
  ["Sitti Aminah", "SITI AMINAH"],
  ["St. Aminah", "SITI AMINAH"],
  ["SitiAminah", "SITI AMINAH"],
  ["Ibu Siti Aminah", "SITI AMINAH"],
  ["Hj. Siti Aminah", "SITI AMINAH"],
  ["Siti Aminah", "HJ SITI AMINAH"],
  ["Siti Aminah S.Pd", "SITI AMINAH"],
  ["Mohammad Arif", "MOHAMMAD ARIF"],
  ["Moh. Arif", "MOHAMMAD ARIF"],
  ["Muhammad Arif", "MOCHAMAD ARIF"],
  ["Moch Arif", "MUHAMMAD ARIF"],
  ["M. Arif", "MOHAMMAD ARIF"],
  ["M Arif", "MUH. ARIF"],
  ["Arif", "MOHAMMAD ARIF"],
  ["Mohammad Arif", "ARIF"],
  ["Achmad Yani", "AHMAD YANI"],
  ["Akhmad Yani", "ACHMAD YANI"],
  ["Abd Rahman", "ABDUL RAHMAN"],
  ["Abdul Rahman", "ABDULRAHMAN"],
  ["Noer Hayati", "NUR HAYATI"],
  ["Nurhayati", "NUR HAYATI"],
  ["Soejono", "SUJONO"],
  ["Sujono", "SOEJONO"],
  ["Djoko Susilo", "JOKO SUSILO"],
  ["Tjokro", "COKRO"],
  ["Zaenal Abidin", "ZAINAL ABIDIN"],
  ["Saiful Anwar", "SYAIFUL ANWAR"],
  ["Khoirul Anam", "CHOIRUL ANAM"],
  ["Kholifah", "CHOLIFAH"],
  ["Ramdhan", "RAMDAN"],
  ["Fatimah", "FATIMA"],
  ["Ma'ruf", "MARUF"],
  ["Nu’man", "NUMAN"],
  ["José", "JOSE"],
  ["Pak Paimin", "PAIMIN"],
  ["Mbah Sukarmi", "SUKARMI"],
  ["Sukarmi (almh)", "SUKARMI"],
  ["Sri Wahyuni", "SRI WAHYUNI"],
  ["Siti Rahayu", "SITI NUR RAHAYU"],
  ["Budi Santosa", "BUDI SANTOSA"],
  ["Arif Rahman, S.T.", "ARIF RAHMAN"],
  ["Arif Rahman ST", "ARIF RAHMAN"],
];

const OTHER: [string, string][] = [
  ["Suwarno", "SUWARNI"],
  ["Suwarni", "SUWARNO"],
  ["Siti Aminah", "SITI AMINATUN"],
  ["Siti Aminah", "SITI AISYAH"],
  ["Siti", "SITI AMINAH"],
  ["Aminah", "SITI AMINAH"],
  ["Siti Aminah", "SITI"],
  ["Aminah Siti", "SITI AMINAH"],
  ["Slamet", "SLAMETO"],
  ["Slamet Riyadi", "SLAMET RIYANTO"],
  ["Sri Wahyuni", "SRI WAHYUDI"],
  ["Wahyudi", "WAHYUNI"],
  ["Kasiyem", "KASIYAN"],
  ["Sutini", "SUTINO"],
  ["Sumiati", "SUMIATUN"],
  ["Budi Santoso", "BUDI SUSANTO"],
  ["Budi", "RUDI"],
  ["Rudi Hartono", "BUDI HARTONO"],
  ["Dewi", "DEWA"],
  ["Ani", "ANA"],
  ["Eko", "EKA"],
  ["Dwi Lestari", "TRI LESTARI"],
  ["Tri Lestari", "DWI LESTARI"],
  ["Mohammad", "MOHAMMAD ARIF"],
  ["Mohammad Arif", "MOHAMMAD ALI"],
  ["Arif", "MOHAMMAD ALI"],
  ["Ahmad Arif", "MOHAMMAD ARIF"],
  ["Paimin", "PAIMAN"],
  ["Paiman", "PAIMIN"],
  ["Sukarmi", "SUKARNI"],
  ["Sukarti", "SUKARMI"],
  ["Nur Hayati", "NUR HASANAH"],
  ["Kusnan", "KUSNIN"],
  ["Ngatini", "NGATINEM"],
  ["Ngatemi", "NGATEMO"],
  ["Joko Susilo", "JOKO SUSANTO"],
  ["Siti Nur Rahayu", "SITI RAHAYU WULANDARI"],
  ["A", "ARIF"],
  ["", "ARIF"],
  ["Arif", ""],
  ["-", "-"],
  ["Bapak", "BAPAK"],
  ["12345", "12345"],
  ["Haji", "HAJI SLAMET"],
];

describe("one name in two spellings", () => {
  it.each(SAME)("%s is %s", (typed, registered) => expect(isSameName(typed, registered, words)).toBe(true));
});

describe("two people", () => {
  it.each(OTHER)("%s is not %s", (typed, registered) => expect(isSameName(typed, registered, words)).toBe(false));
});

const word = fc.stringMatching(/^[a-z]{2,9}$/);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

it("a name is itself, in any case and spacing, unless nothing of it is a name", () => {
  fc.assert(
    fc.property(name, (one) => {
      fc.pre(isSameName(one, one, words));
      expect(isSameName(` ${one.toUpperCase().replaceAll(" ", "  ")} `, one, words)).toBe(true);
    }),
  );
});

it("two unlike names are two people", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      fc.pre(a[0] !== b[0] && a.at(-1) !== b.at(-1) && Math.min(a.length, b.length) > 3);
      expect(isSameName(`tuti ${a}`, `tuti ${b}`, words)).toBe(false);
    }),
  );
});

it("any two texts get an answer", () => {
  const anything = fc.string({ unit: anyCharacter, maxLength: 60 });
  fc.assert(fc.property(anything, anything, (a, b) => typeof isSameName(a, b, words) === "boolean"));
});
