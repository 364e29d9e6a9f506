import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { effectOf } from "../../src/effects/index.ts";
import { parseExamples } from "../../src/intent-training.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { sapaHere } from "../support/sapa.ts";

const WORDS = "pak sutrisno nuwun sewu dana kok ngendat sejak 2025 wonten Sugio";
let directory: string;
let id: string;
let other: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "sapa-examples-"));
  const env = { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan,jombang" };
  await sapaHere(["staff", "add", "sari", "--district", "lamongan", "--name", "Sari", "--rung", "dinsos"], {
    cwd: directory,
    env,
  });
  await sapaHere(
    ["staff", "add", "desa", "--district", "lamongan", "--name", "D", "--rung", "village", "--area", "3524012001"],
    { cwd: directory, env },
  );
  const store = await openSqlite(`sqlite:${join(directory, "data", "sapa.db")}`, storeOptions());
  for (const [district, text] of [
    ["lamongan", WORDS],
    ["jombang", "piye to iki"],
  ] as const) {
    const [recorded] = await store.recordInbound([inbound(someone(), text)]);
    const conversation = recorded?.conversation ?? "";
    const turn = await store.openTurn(conversation);
    if (!turn) throw new Error("no turn");
    const request = { type: "keep-candidate" as const, district, text, offered: ["payment", "ask:desil"] };
    const effects = [effectOf(request, { id: `${turn.key}.0`, conversation })];
    await store.commitTurn(turn, { session: {}, replies: [], effects, outcome: "handled" });
  }
  id = (await store.candidates({ district: "lamongan", limit: 1 }))[0]?.id ?? "";
  other = (await store.candidates({ district: "jombang", limit: 1 }))[0]?.id ?? "";
  await store.close();
}, 60_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const examples = (...args: string[]) =>
  sapaHere(["examples", ...args], {
    cwd: directory,
    env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan,jombang" },
  });

describe("sapa examples", { timeout: 120_000 }, () => {
  it("list shows messages without names, places and numbers", async () => {
    const { status, out } = await examples("list");
    expect([status, out]).toEqual([0, expect.stringContaining("2 messages that were not understood")]);
    expect(out).toContain("offered: payment, ask:desil; chosen: nothing");
    expect(out.toLowerCase()).not.toMatch(/sutrisno|sugio|2025/);
    expect((await examples("list", "--json", "--limit", "1")).out).not.toMatch(/sutrisno|conversation/i);
  });

  it.each<[string, string[], number, string]>([
    ["an officer of a village", ["list", "--by", "desa"], 1, "Dinsos"],
    ["another district's messages", ["list", "--by", "sari", "--district", "jombang"], 1, "lamongan"],
    ["a limit that is no number", ["list", "--limit", "many"], 2, "--limit"],
    ["an unknown id", ["label", "000000000000", "--as", "payment", "--text", "kapan cair"], 1, "000000000000"],
    ["an unknown label", ["label", "ID", "--as", "desil", "--text", "kapan cair"], 2, "desil"],
    ["ask without a topic", ["label", "ID", "--as", "ask", "--text", "kapan cair"], 2, "ask"],
    [
      "a language that is none",
      ["label", "ID", "--as", "payment", "--language", "xx", "--text", "kapan cair"],
      2,
      "jv-",
    ],
    ["no words", ["label", "ID", "--as", "payment", "--text", " "], 2, "--text"],
    [
      "the citizen's own words but for a number",
      ["label", "ID", "--as", "payment", "--text", `${WORDS.replace("2025", "dulu")}`],
      2,
      "name",
    ],
    [
      "the citizen's own words, with other signs",
      ["label", "OTHER", "--as", "payment", "--text", "Piye to iki?!"],
      2,
      "own",
    ],
    ["a name of the message", ["label", "ID", "--as", "payment", "--text", "bantuan Sutrisno berhenti"], 2, "name"],
    ["a number", ["label", "ID", "--as", "payment", "--text", "nik 3524015206799901 kapan cair"], 2, "numbers"],
  ])("refuses %s", async (_, args, status, named) => {
    const { errors, ...ended } = await examples(
      ...args.map((one) => (one === "ID" ? id : one === "OTHER" ? other : one)),
    );
    expect([ended.status, errors]).toEqual([status, expect.stringContaining(named)]);
  });

  it("export writes only officers' wordings, in the form of the shipped examples", async () => {
    const file = join(directory, "out.tsv");
    expect((await examples("export", file)).out).toContain("0 examples");
    expect(parseExamples(readFileSync(file, "utf8"))).toEqual([]);
    const labelled = await examples("label", id, "--as", "payment", "--text", "bantuan kok berhenti", "--by", "sari");
    expect([labelled.status, labelled.out]).toEqual([0, expect.stringContaining("labelled payment")]);
    expect((await examples("export", file)).out).toContain("1 example ");
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(parseExamples(readFileSync(file, "utf8"))).toEqual([
      { right: ["payment"], also: [], language: "id", writer: "office.lamongan", text: "bantuan kok berhenti" },
    ]);
    expect((await examples("export", "--district", "jombang")).out.trim().split("\n")).toHaveLength(1);
  });

  it("drop erases a message once", async () => {
    expect((await examples("drop", id)).status).toBe(0);
    expect((await examples("drop", id)).status).toBe(1);
  });
});
