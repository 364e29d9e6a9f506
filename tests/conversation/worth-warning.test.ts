import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isWorthWarning } from "../../src/conversation/engine/worth-warning.ts";
import { openIntents } from "../../src/intent-model.ts";
import { openSignals } from "../../src/signal-tables.ts";

const locales = join(import.meta.dirname, "../../locales");
const { isNearDanger } = openSignals(locales, openIntents(locales).rank);

describe("the menu warns of danger", () => {
  it.each([
    [0.2, 0.9, false, true],
    [0.19, 0.3, true, true],
    [0.19, 0.3, false, false],
    [0.05, 0.3, true, true],
    [0.04, 0.3, true, false],
    [0.19, 0.6, true, false],
  ])("of likelihood %d beside a matter of %d, near a danger %s: %s", (danger, confidence, near, warns) => {
    const alternatives = [{ intent: "urgent" as const, confidence: danger }];
    expect(isWorthWarning({ alternatives, confidence }, "x", { isNearDanger: () => near })).toBe(warns);
  });

  it("not if danger is no guess", () =>
    expect(isWorthWarning({ alternatives: [], confidence: 0 }, "x", { isNearDanger: () => true })).toBe(false));
});

describe("a text is near a danger", () => {
  it.each([
    "kamar sebelah udah amblas ke kali, tinggal ruang depan yg kami tempati berlima",
    "tnggul jebol, bpk ibu sy msh d atap, hp mreka udh mati",
    "saya dipukuli suami",
    "anak saya sakit dan di rumah tidak ada apa apa",
  ])("%s", (text) => expect(isNearDanger(text)).toBe(true));

  it.each([
    "",
    "kodenya belum masuk ke email, ditunggu berapa hari",
    "anak ketiga saya belum muncul di profil keluarga, nambahnya gimana",
    "cukup bu, kepesertaan saya tutup",
    "kapan pkh tahap tiga cair di kecamatan saya",
  ])("not: %s", (text) => expect(isNearDanger(text)).toBe(false));
});
