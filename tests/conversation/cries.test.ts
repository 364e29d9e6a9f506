import { describe, expect, it } from "vitest";
import { isCry, isPoisonTaken, isThreatNow } from "../../src/conversation/flows/urgent/cries.ts";
import { words } from "../support/shipped-words.ts";

const despair = { dangers: ["self-harm" as const] };

describe("words say that somebody has taken poison or pills", () => {
  it.each([
    "sudah minum baygon",
    "saya mau bunuh diri, sudah minum racun",
    "sudah saya minum obatnya semua",
    "obatnya sudah saya telan semua",
    "aku wis ngombe potas",
    "anak saya minum racun tikus",
    "kulo sampun ngombe obat kathah",
    "i already took all the pills",
    "istri saya keracunan",
    "barusan nelan pil banyak sekali",
  ])("%s", (text) => expect(isPoisonTaken(text, despair, words)).toBe(true));

  it.each([
    "mau minum racun saja",
    "kepikiran minum baygon",
    "belum minum obat",
    "saya tidak minum racun",
    "hampir minum potas",
    "capek hidup",
    "anak saya belum makan",
  ])("not: %s", (text) => expect(isPoisonTaken(text, despair, words)).toBe(false));

  it("medicine is no poison without self-harm", () => {
    expect(isPoisonTaken("sudah minum obat dari puskesmas", { dangers: ["urgent-medical"] }, words)).toBe(false);
  });
});

describe("words say that the person who threatens is there", () => {
  it.each([
    "dia mau bunuh saya sekarang",
    "dia di depan pintu",
    "bojoku nggowo peso",
    "dia gedor gedor",
    "saya ngumpet di kamar mandi",
    "he is at the door",
  ])("%s", (text) => expect(isThreatNow(text, words)).toBe(true));
  it.each(["tahun lalu dia memukul saya", "dia mabuk", "siang saja, jangan telepon", "dia tidak di rumah"])(
    "not: %s",
    (text) => expect(isThreatNow(text, words)).toBe(false),
  );
});

describe("words only cry for help, or say that the danger grows", () => {
  it.each(["tolong", "tolong cepat", "airnya naik terus tolong", "cepat pak tolong", "apinya makin besar"])(
    "%s",
    (text) => expect(isCry(text, words)).toBe(true),
  );
  it.each(["desa Jegreg", "adiknya masih bayi", "terima kasih", "ya"])("not: %s", (text) =>
    expect(isCry(text, words)).toBe(false),
  );
});
