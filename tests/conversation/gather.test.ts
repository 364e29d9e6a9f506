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

describe("what may be a part of something longer", () => {
  it.each([
    ["words of one's own where any are taken", "complaint.what", text("pak saya mau lapor"), true],
    ["a photo where photos are taken", "complaint.what", photo("a"), true],
    ["a photo anywhere else", "menu.choose", photo("a"), false],
    ["a command", "complaint.what", text("menu"), false],
    ["a thing on offer, by number", "menu.choose", text("1"), false],
    ["a thing on offer, by name", "menu.choose", text("lapor masalah"), false],
    ["words that mean something", "menu.choose", text("apakah saya dapat bansos?"), false],
    ["words that mean nothing yet", "menu.choose", text("pak"), true],
    ["a complaint that is told", "menu.choose", text("lapor uang pkh saya dipotong kepala dusun"), true],
    ["words that only name a complaint", "menu.choose", text("mau lapor potongan pkh"), false],
    ["a story where its kind is asked", "complaint.category", text("di balai desa semua disuruh pulang"), true],
    ["a question there", "complaint.category", text("kapan bantuan pkh saya cair pak"), false],
    ["half a number", "check.number", text("3524 0152"), true],
    ["a whole number", "check.number", text(NIK), false],
    ["a whole proof", "check.proof", text(KK), false],
    ["a button", "complaint.what", { type: "choice", id: ">menu.choose" }, false],
    ["a sticker's like", "complaint.what", { type: "other", kind: "sticker" }, false],
  ] as [string, StateName, Content, boolean][])("%s", (_, at, content, expected) => {
    const data = at === "check.proof" ? { nik: NIK } : {};
    const session = { ...newSession("id"), at, data, notice: { version: "1", at: NOW } };
    expect(keepsGathering(content, session, factsAt(NOW), flows)).toBe(expected);
  });

  it("ends somewhere", () => {
    const gathered = Array.from({ length: 20 }, () => text("dan lagi"));
    const session = { ...newSession("id"), at: "complaint.what" as const, gathered };
    expect(keepsGathering(text("dan lagi"), session, factsAt(NOW), flows)).toBe(false);
  });
});

describe("a greeting, to which belongs what waits behind it", () => {
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

describe("put together", () => {
  it.each([
    ["words", [text("pak"), text("beras saya"), text("bau")], text("pak\nberas saya\nbau")],
    [
      "ten photos and a word",
      [photo("a", "beras"), photo("b"), text("bau"), photo("c")],
      { ...photo("a", "beras\nbau"), more: [photo("b"), photo("c")].map(({ type: _, ...file }) => file) },
    ],
    ["one photo", [photo("a")], photo("a")],
    [
      "a forwarded word stays one",
      [text("lihat"), { type: "text", text: "ini", forwarded: true }],
      { type: "text", text: "lihat\nini", forwarded: true },
    ],
  ] as [string, Content[], Content][])("%s", (_, parts, whole) => expect(mergeContents(parts)).toEqual(whole));
});
