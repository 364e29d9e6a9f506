import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSession } from "../../src/conversation/engine/session.ts";
import { takeTurn } from "../../src/conversation/engine/turn.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { openWords } from "../../src/word-files.ts";
import { words as shipped } from "../support/shipped-words.ts";
import { factsAt, NOW } from "./dialogue.ts";

const LOCALES = join(import.meta.dirname, "../../locales");
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "sapa-language-"));
  cpSync(LOCALES, root, { recursive: true });
  cpSync(join(LOCALES, "id"), join(root, "xx"), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (topic: string, content: object | string): void =>
  writeFileSync(join(root, `xx/words/${topic}.json`), typeof content === "string" ? content : JSON.stringify(content));
const read = (topic: string) => JSON.parse(readFileSync(join(LOCALES, `id/words/${topic}.json`), "utf8"));

describe("the folder of a language", () => {
  it("adds commands and numerals beside those of other languages", () => {
    write("commands", { commands: { menu: ["zibo", "zibo lor"], officer: "zukka" }, numerals: ["zin", "zwaa"] });
    write("answers", { yes: "zja", no: "znee" });
    const words = openWords(root);
    const said = (at: "menu.choose" | "privacy.choose" | "language.choose", text: string, lists: typeof words) => {
      const facts = { ...factsAt(NOW), words: lists };
      const before = { ...newSession("id"), at, lastAt: NOW - 1_000 };
      return takeTurn(before, { type: "message", content: { type: "text", text } }, facts, flows).session.at;
    };
    expect(said("privacy.choose", "Zibo lor!", words)).toBe("menu.choose");
    expect(said("privacy.choose", "menu", words)).toBe("menu.choose");
    expect(said("menu.choose", "zukka", words)).toBe("officer.ask");
    const typedHere = said("menu.choose", "1", words);
    expect(said("menu.choose", "zin", words)).toBe(typedHere);
    // Without the folder, these words mean nothing.
    expect(said("privacy.choose", "Zibo lor!", shipped)).toBe("privacy.choose");
    expect(said("menu.choose", "zukka", shipped)).not.toBe("officer.ask");
  });

  it.each([
    ["an unknown list", { comands: { menu: "zibo" } }, "commands.json: comands: no such list"],
    ["an unknown command", { commands: { menoo: "zibo" } }, /commands\.json: commands: .*menoo/],
    ["words with capitals or punctuation", { wait: "Zibo, zibo" }, /commands\.json: wait: .*small letters/],
    ["a file that is no JSON", "{", /commands\.json: /],
  ])("with %s is refused with the file's name", (_, content, told) => {
    write("commands", content);
    expect(() => openWords(root)).toThrow(told);
    write("commands", read("commands"));
    expect(() => openWords(root)).not.toThrow();
  });

  it("with an unknown topic or a broken phrase is refused", () => {
    write("zopics", {});
    expect(() => openWords(root)).toThrow("locales/xx/words/zopics.json: no such topic");
    rmSync(join(root, "xx/words/zopics.json"));
    write("moods", { angry: ["(zibo|zin lor"] });
    expect(() => openWords(root)).toThrow(/moods\.json: angry\.0: a parenthesis/);
    write("moods", read("moods"));
  });

  it("may have no list of words", () => {
    rmSync(join(root, "xx/words"), { recursive: true });
    expect(openWords(root).commands.commands.get("menu")).toBe("menu");
    cpSync(join(LOCALES, "id/words"), join(root, "xx/words"), { recursive: true });
  });
});
