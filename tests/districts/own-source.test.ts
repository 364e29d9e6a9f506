import { describe, expect, it } from "vitest";
import { checkDistrict, loadDistricts } from "../../src/districts/index.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const OFFICE = "Dinas Sosial Kabupaten Jombang";
const [shipped] = loadDistricts(DISTRICTS, ["jombang"]);
const nation = shipped?.answers["how-to-register"]?.source;
const words = { id: "Datang ke meja Dinas Sosial di mal pelayanan.", en: "Come to the desk in the mall." };

describe("the source of an answer with an office's own words", () => {
  it.each<[string, object, string | undefined, boolean]>([
    ["without a source is the office's", { words, checked_on: "2026-11-30" }, OFFICE, true],
    ["without a source is its owner, where it names one", { words, owner: "Disdukcapil" }, "Disdukcapil", true],
    ["with a source is that", { words, source: "Surat edaran contoh 1/2026" }, "Surat edaran contoh 1/2026", false],
    ["stays where only the day of the check is the office's", { checked_on: "2026-11-30" }, nation, false],
    ["stays where only a translation into Javanese is the office's", { words: { jv: "Dhateng." } }, nation, false],
  ])("%s", (_, own, source, isNamed) => {
    const root = ownPacks({ "jombang/answers/how-to-register.json": own });
    const [district] = loadDistricts(root, ["jombang"]);
    expect(district?.answers["how-to-register"]?.source).toBe(source);
    const named = checkDistrict(root, "jombang").unsourced.map(({ text, why }) => `${text}: ${why}`);
    expect(named).toEqual(
      isNamed ? [expect.stringMatching(`answer/how-to-register: .* citizens read ${source} as its source`)] : [],
    );
  });

  it("holds for answers to questions, reasons and programmes, and not for a phrase or a spelling alone", () => {
    const root = ownPacks({
      "jombang/answers/desil.json": { words },
      "jombang/answers/moved.json": { phrases: ["pindah rumah"] },
      "jombang/reasons.json": [
        { reason: "KTP_LAMA", where: words },
        { reason: "NIK_GANDA", spellings: ["NIK KELIRU"] },
      ],
      "national/programmes.json": [{ code: "PKH", payer: "Bank Contoh" }],
    });
    const { problems, unsourced } = checkDistrict(root, "jombang");
    expect(problems).toEqual([]);
    expect(unsourced.map(({ text }) => text)).toEqual(["programme/PKH", "reason/KTP_LAMA", "answer/desil"]);
    const [district] = loadDistricts(root, ["jombang"]);
    expect(district?.knowledge.desil).toMatchObject({ source: OFFICE, owner: OFFICE });
    expect(district?.reasons.KTP_LAMA.source).toBe(OFFICE);
  });

  it("every shipped text has its own", () => expect(checkDistrict(DISTRICTS, "jombang").unsourced).toEqual([]));
});
