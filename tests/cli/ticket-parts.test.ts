import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { command } from "../../src/cli/tickets.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";
import { runCommand } from "../support/run-command.ts";

const directory = mkdtempSync(join(tmpdir(), "sapa-parts-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const NUMBER = "LMG-26-000001-7";
const SECOND = "LMG-26-000002-6";
const THIRD = "LMG-26-000003-5";
const SETTINGS = { ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan", STORE_URL: "", REDIS_URL: "" };
beforeEach(() => {
  for (const [name, value] of Object.entries(SETTINGS)) vi.stubEnv(name, value);
});
afterEach(() => void vi.unstubAllEnvs());

beforeAll(async () => {
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  for (const rung of ["village", "dinsos", "disdukcapil"] as const) await store.saveOfficer(officerOf(rung));
  const draft = { district: "lamongan", text: "kartu", locale: "id", openedAt: Date.now(), person: {} } as const;
  for (const number of [NUMBER, SECOND]) await store.openTicket({ ...draft, number, category: "card", area: VILLAGE });
  await store.close();
});

const tickets = (...args: string[]): Promise<string> => runCommand(command(), args);

it("share gives an office a part, parts lists it, and end-part ends it before the ticket closes", async () => {
  const by = ["--by", "dinsos"];
  expect(await tickets("share", NUMBER, "atlantis", "tolong", ...by)).toMatch(
    /^BAD_REQUEST office.*dinsos, disdukcapil/,
  );
  const shared = await tickets("share", NUMBER, "disdukcapil", "tolong", "padankan", ...by);
  expect(shared).toMatch(new RegExp(`${NUMBER}[^]*No message from here reaches disdukcapil`));
  expect(await tickets("parts", "disdukcapil", "--officer", "disdukcapil")).toMatch(
    new RegExp(`${NUMBER}[^]*1 ticket`),
  );
  expect(await tickets("parts", "atlantis")).toMatch(/^BAD_REQUEST office/);
  expect(await tickets("show", NUMBER, "--by", "disdukcapil")).toMatch(
    /part +disdukcapil {2}disdukcapil {2}since .*, new, by /,
  );
  expect(await tickets("close", NUMBER, "selesai", ...by)).toMatch(/^PART_OPEN/);
  expect(await tickets("end-part", NUMBER, "sudah", "--by", "village")).toMatch(/^NOT_YOURS/);
  expect(await tickets("end-part", NUMBER, "sudah", "--by", "disdukcapil")).toMatch(/^BAD_REQUEST outcome/);
  await tickets("end-part", NUMBER, "sudah", "padan", "--outcome", "done", "--by", "disdukcapil");
  expect(await tickets("parts", "disdukcapil")).toContain("0 tickets");
  expect(await tickets("close", NUMBER, "selesai", ...by)).toContain("closed");
  expect(await tickets("show", NUMBER, ...by)).toMatch(/part +disdukcapil .*done /);
});

it("transfer names an officer whom no message reaches, unless the officers take the ticket themselves", async () => {
  expect(await tickets("transfer", SECOND, "--to", "village")).toMatch(/No message from here reaches village/);
  expect(await tickets("transfer", SECOND, "--to", "dinsos", "--by", "dinsos")).not.toContain("No message");
});

it("share says that nobody of an office without an officer is told, and which commands mend it", async () => {
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  const draft = { district: "lamongan", text: "kartu", locale: "id", openedAt: Date.now(), person: {} } as const;
  await store.openTicket({ ...draft, number: THIRD, category: "card", area: VILLAGE });
  await store.saveOfficer(officerOf("disdukcapil", { active: false }));
  await store.close();
  const shared = await tickets("share", THIRD, "disdukcapil", "tolong", "--by", "dinsos");
  expect(shared).toContain(`${THIRD}: Nobody at`);
  expect(shared).toContain("staff add OFFICER --district lamongan --name NAME --rung disdukcapil");
  expect(shared).toContain(`tickets share ${THIRD} disdukcapil TASK --to OFFICER`);
  expect(await tickets("show", THIRD, "--by", "dinsos")).toMatch(/part +disdukcapil {2}- {2}since/);
  const again = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  await again.saveOfficer(officerOf("disdukcapil", { id: "sri", name: "Bu Sri" }));
  await again.close();
  const given = await tickets("share", THIRD, "disdukcapil", "TASK", "--to", "sri", "--by", "dinsos");
  expect(given).toContain(THIRD);
  expect(given).not.toContain("Nobody");
});
