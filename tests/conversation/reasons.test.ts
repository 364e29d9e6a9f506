import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KINDS_OF_REASON, REASON_KINDS, type ReasonKind } from "../../src/register/reason-kinds.ts";
import { REASONS, type Reason } from "../../src/vocabulary/lists.ts";
import { chat } from "./dialogue.ts";
import { KK, NIK, service } from "./people.ts";

const languages = ["id", "en"] as const;
type Language = (typeof languages)[number];

/** Only reasons of these kinds may say these words. */
const ONLY: Record<string, { kinds: readonly ReasonKind[]; words: Record<Language, string> }> = {
  "that the data need repair": {
    kinds: ["data"],
    words: { id: "⚠ Data perlu", en: "⚠ The data need" },
  },
  "that nobody is removed": { kinds: ["data"], words: { id: "tidak dihapus", en: "not removed" } },
  "that the data wait": { kinds: ["data"], words: { id: "menunggu diperbaiki", en: "wait to be repaired" } },
  "how to repair": { kinds: ["data", "payment"], words: { id: "Cara memperbaiki", en: "How to repair" } },
};

/** A reason of each kind must say these words. */
const MUST: Record<ReasonKind, Record<Language, string>> = {
  data: { id: "menunggu diperbaiki", en: "wait to be repaired" },
  payment: { id: "penyaluran", en: "payment" },
  unsure: { id: "kami belum tahu", en: "do not know yet" },
  barred: { id: "keberatan", en: "object" },
  out: { id: "keberatan", en: "object" },
  deceased: { id: "masih hidup", en: "alive" },
};

const NEVER_DATA: readonly Reason[] = [
  "MENINGGAL",
  "PINDAH",
  "DI_BAWAH_17",
  "SUDAH_PROGRAM_LAIN",
  "PEKERJAAN_DIKECUALIKAN",
  "DESIL_DI_ATAS_BATAS",
  "GRADUASI",
  "TIDAK_DIKETAHUI",
];

function shown(reasons: readonly Reason[], language: Language) {
  const talk = chat(service({ recipient: { valid: false, reasons: [...reasons] } }), language);
  talk.press("menu.choose:check");
  talk.say(NIK);
  const result = talk.say(KK);
  const titles = (result.replies.at(-1)?.choices ?? []).map(({ title }) => JSON.stringify(title)).join(" ");
  const mend = talk.press("check.result:repair");
  return { result, titles, mend };
}

describe.each(languages)("in %s", (language) => {
  test.each(REASONS)("the result says of %s only what its kind allows", (reason) => {
    const kind = REASON_KINDS[reason];
    const { result, titles, mend } = shown([reason], language);
    expect(result.at).toBe("check.result");
    expect(result.text).toContain(MUST[kind][language]);
    expect(["repair.explain", "repair.deceased"]).toContain(mend.at);
    const said = `${result.text}\n${titles}\n${mend.text}`;
    for (const { kinds, words } of Object.values(ONLY))
      if (!kinds.includes(kind)) expect(said).not.toContain(words[language]);
    if (NEVER_DATA.includes(reason)) expect(said).not.toContain(ONLY["that nobody is removed"]?.words[language]);
    const mends = kind === "data" || kind === "payment";
    expect(titles.includes("check.howToRepair")).toBe(mends);
    if (kind === "out") expect(mend.choices.some((id) => id.endsWith("done"))).toBe(false);
    if (kind === "out" || kind === "barred")
      expect(mend.text).not.toContain(language === "id" ? "Yang memperbaiki" : "Repaired by");
  });

  test("a result with a reason that ends a programme does not say that the person is not removed", () => {
    const { result } = shown(["NAMA_BEDA", "GRADUASI"], language);
    expect(result.text).not.toContain(ONLY["that nobody is removed"]?.words[language]);
    expect(result.text).toContain(MUST.out[language]);
  });
});

test("no reason that ends or bars a programme, or is unclear, has the kind `data`", () => {
  expect(NEVER_DATA.filter((reason) => REASON_KINDS[reason] === "data")).toEqual([]);
});

describe.each(languages)("payments in %s", (language) => {
  const resultOf = (known: Parameters<typeof service>[0]) => {
    const talk = chat(service(known), language);
    talk.press("menu.choose:check");
    talk.say(NIK);
    return talk.say(KK).text;
  };

  test("a result without an aid list does not say that no aid is recorded", () => {
    const text = resultOf({ noAidList: true });
    expect(text).not.toContain(language === "id" ? "Belum tercatat bantuan" : "No aid is recorded");
    expect(text).toContain(language === "id" ? "operator desa" : "village operator");
    expect(text).toContain("Dinsos");
  });

  test("a result without a row in the aid list tells the list's date", () => {
    expect(resultOf({})).toMatch(
      language === "id" ? /Belum tercatat bantuan.* per 1 November 2026/ : /No aid is .* 1 November 2026/,
    );
  });
});

test("the page on the register names every reason under its kind", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/register.md"), "utf8");
  for (const kind of KINDS_OF_REASON) {
    const row = new RegExp(`^\\| ${kind} \\| ([^|]*) \\|`, "m").exec(page)?.[1] ?? "";
    const named = [...row.matchAll(/`([^`]+)`/g)].map(([, reason]) => reason);
    expect(named).toEqual(REASONS.filter((reason) => REASON_KINDS[reason] === kind));
  }
});
