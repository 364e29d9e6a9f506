import { describe, expect, it } from "vitest";
import { contextOf, promptOf } from "../../src/conversation/engine/prompt.ts";
import { newSession } from "../../src/conversation/engine/session.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { checkDistrict, loadDistricts } from "../../src/districts/index.ts";
import { PERLINSOS_STATES } from "../../src/vocabulary/lists.ts";
import { factsAt, locales, NOW, translate } from "../conversation/dialogue.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const own = (perlinsos: object) => ownPacks({ "lamongan/district.json": { perlinsos } });
const told = { source: "Surat Kementerian Sosial 1/2026", checked_on: "2026-11-20", owner: "Dinas Sosial" };

function answerOf(perlinsos: object, locale: string): string {
  const [district] = loadDistricts(own(perlinsos), ["lamongan"]);
  if (!district) throw new Error("no district");
  const facts = { ...factsAt(NOW), district };
  const context = contextOf({ ...newSession(locale), at: "ask.show", data: { name: "perlinsos" } }, facts, flows);
  return promptOf(context)
    .parts.map((part) => translate(locale, part))
    .join("\n");
}

describe("each district's pack says whether Perlinsos Digital runs there", () => {
  it.each(locales.flatMap((locale) => PERLINSOS_STATES.map((state) => [locale, state] as const)))(
    "in %s: %s",
    (locale, state) => {
      const text = answerOf({ state, ...told }, locale);
      expect(text).toContain("Kabupaten Lamongan");
      expect(text).not.toMatch(/ask\.|\{\{/);
      expect([...text].length).toBeLessThanOrEqual(350);
    },
  );

  it("the answer has the day of the check, once the agency has said so", () => {
    expect(answerOf({ state: "pilot", ...told }, "id")).toContain("ikut uji coba (per 20 November 2026)");
    expect(answerOf({ state: "live", ...told }, "id")).toContain("sudah berjalan (per 20 November 2026)");
    expect(answerOf({ state: "none", ...told }, "id")).toContain("belum ikut (per 20 November 2026)");
  });

  it("the fact waits for a signature, and an unknown state is refused", () => {
    expect(checkDistrict(DISTRICTS, "lamongan").unsigned.map(({ text }) => text)).toContain("perlinsos");
    expect(checkDistrict(own({ state: "soon", ...told }), "lamongan").problems.join("\n")).toMatch(
      /district\.json:\d+: perlinsos\.state/,
    );
  });
});
