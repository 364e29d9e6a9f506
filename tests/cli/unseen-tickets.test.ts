import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { command as proof } from "../../src/cli/proof.ts";
import { command as tickets } from "../../src/cli/tickets.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";
import { runCommand } from "../support/run-command.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-unseen-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const SETTINGS = { ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan", STORE_URL: "", REDIS_URL: "" };
beforeEach(() => {
  for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

const MARKED = { violence: "LMG-26-000001-7", "urgent-private": "LMG-26-000002-6" } as const;
const OPEN = "LMG-26-000003-5";
const NOWHERE = "LMG-26-000004-4";
const WORDS = "kata yang tidak boleh terbaca";

beforeAll(async () => {
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  await store.saveOfficer(officerOf("dinsos"));
  await store.saveOfficer(officerOf("dinsos", { id: "vina", urgent: true, survivor: true }));
  await store.saveOfficer(officerOf("village", { id: "jauh", areas: ["3524022001"] }));
  const draft = { district: "lamongan", text: WORDS, locale: "id", openedAt: Date.now(), person: {}, area: VILLAGE };
  for (const [category, number] of Object.entries(MARKED) as [keyof typeof MARKED, string][])
    await store.openTicket({ ...draft, number, category });
  await store.openTicket({ ...draft, number: OPEN, category: "quality" });
  await store.close();
});

const run = (...args: string[]): Promise<string> => runCommand(args[0] === "unlock" ? proof() : tickets(), args);

const acts = (number: string): string[][] => [
  ["transfer", number, "--to", "vina"],
  ["show", number],
  ["file", number, "f1"],
  ["note", number, "telepon"],
  ["answer", number, "kami cek"],
  ["share", number, "disdukcapil", "tolong"],
  ["end-part", number, "sudah"],
  ["amend", number, "--reason", "salah tempat", "--area", VILLAGE],
  ["unlock", "--ticket", number],
];

describe.each(Object.entries(MARKED))("a ticket that only marked officers see (%s)", (category, number) => {
  it.each(acts(number))("an operator who names the ticket reads so: %s", async (...args) => {
    const said = await run(...args);
    expect(said).toMatch(new RegExp(`^CONFIDENTIAL ${number} is for marked officers only: --by`));
    expect(said).not.toMatch(new RegExp(`${WORDS}|${category}|urgent|survivor|danger|violence`));
  });

  it("an officer without the mark may not see the ticket, and a marked officer may", async () => {
    for (const act of [
      ["take", number],
      ["export", number],
      ["forget", number],
      ["withdraw", number],
    ])
      expect(await run(...act, "--by", "dinsos")).toBe(
        `FORBIDDEN dinsos may not see ${number}: --by names an officer who may`,
      );
    expect(await run("transfer", number, "--to", "vina", "--by", "vina")).toContain(number);
  });
});

it("an officer of another place reads that the ticket is not theirs to see", async () => {
  expect(await run("show", OPEN, "--by", "jauh")).toMatch(/^FORBIDDEN jauh may not see/);
});

it.each(acts(NOWHERE))("a number that no ticket has is unknown: %s", async (...args) => {
  expect(await run(...args)).toBe("TICKET_UNKNOWN no such ticket");
});
