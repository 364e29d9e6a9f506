import { describe, expect, it } from "vitest";
import { greetsOnly, keepsGathering, mergeContents } from "../../src/conversation/engine/gather.ts";
import { newSession } from "../../src/conversation/engine/session.ts";
import type { StateName } from "../../src/conversation/engine/state-names.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import type { Content } from "../../src/vocabulary/message.ts";
import { factsAt, NOW } from "./dialogue.ts";
import { KK, NIK } from "./people.ts";

const text = (words: string): Content => ({ type: "text", text: words });
const photo = (file: string, caption?: string): Content => ({
  type: "media",
  kind: "image",
  file,
  ...(caption ? { caption } : {}),
});

describe("whether the engine waits for more bubbles after", () => {
  it.each([
    ["free words where the state takes free words", "complaint.what", text("pak saya mau lapor"), true],
    ["a photo where the state takes photos", "complaint.what", photo("a"), true],
    ["a photo anywhere else", "menu.choose", photo("a"), false],
    ["a command", "complaint.what", text("menu"), false],
    ["an option by its number", "menu.choose", text("1"), false],
    ["an option by its title", "menu.choose", text("lapor masalah"), false],
    ["words that mean something", "menu.choose", text("apakah saya dapat bansos?"), false],
    ["words that mean nothing yet", "menu.choose", text("pak"), true],
    ["a complaint with a story", "menu.choose", text("lapor uang pkh saya dipotong kepala dusun"), true],
    ["a complaint without a story", "menu.choose", text("mau lapor potongan pkh"), false],
    [
      "a story at the question for the category",
      "complaint.category",
      text("di balai desa semua disuruh pulang"),
      true,
    ],
    [
      "a question at the question for the category",
      "complaint.category",
      text("kapan bantuan pkh saya cair pak"),
      false,
    ],
    ["half a number", "check.number", text("3524 0152"), true],
    ["a whole number", "check.number", text(NIK), false],
    ["a whole proof", "check.proof", text(KK), false],
    ["a button", "complaint.what", { type: "choice", id: ">menu.choose" }, false],
    ["a sticker", "complaint.what", { type: "other", kind: "sticker" }, false],
  ] as [string, StateName, Content, boolean][])("%s", (_, at, content, expected) => {
    const data = at === "check.proof" ? { nik: NIK } : {};
    const session = { ...newSession("id"), at, data, notice: { version: "1", at: NOW } };
    expect(keepsGathering(content, session, factsAt(NOW), flows)).toBe(expected);
  });

  it("the engine gathers at most 20 bubbles", () => {
    const gathered = Array.from({ length: 20 }, () => text("dan lagi"));
    const session = { ...newSession("id"), at: "complaint.what" as const, gathered };
    expect(keepsGathering(text("dan lagi"), session, factsAt(NOW), flows)).toBe(false);
  });
});

describe("a mere greeting at the menu is read with the messages behind it", () => {
  it.each<[string, StateName, boolean]>([
    ["halo", "menu.choose", true],
    ["assalamualaikum bu", "menu.choose", true],
    ["selamat pagi pak", "menu.suggest", true],
    ["kulonuwun", "menu.choose", true],
    ["terima kasih", "menu.choose", false],
    ["halo", "complaint.what", false],
    ["halo pak apakah saya dapat bansos", "menu.choose", false],
    ["1", "menu.choose", false],
  ])("%s at %s: %s", (said, at, expected) => {
    const session = { ...newSession("id"), at };
    expect(greetsOnly(text(said), session, factsAt(NOW))).toBe(expected);
  });
});

describe("mergeContents joins", () => {
  it.each([
    ["words", [text("pak"), text("beras saya"), text("bau")], text("pak\nberas saya\nbau")],
    [
      "photos and words",
      [photo("a", "beras"), photo("b"), text("bau"), photo("c")],
      { ...photo("a", "beras\nbau"), more: [photo("b"), photo("c")].map(({ type: _, ...file }) => file) },
    ],
    ["one photo", [photo("a")], photo("a")],
    [
      "a text and a forwarded text into a forwarded one",
      [text("lihat"), { type: "text", text: "ini", forwarded: true }],
      { type: "text", text: "lihat\nini", forwarded: true },
    ],
  ] as [string, Content[], Content][])("%s", (_, parts, whole) => expect(mergeContents(parts)).toEqual(whole));
});
