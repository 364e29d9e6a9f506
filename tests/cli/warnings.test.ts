import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";
import { sapaHere } from "../support/sapa.ts";

const NUMBER = "LMG-26-000001-7";

it("a command writes its warnings to standard error and its JSON to standard output", async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-warnings-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, storeOptions());
  await store.saveOfficer({ ...officerOf("dinsos"), urgent: true });
  await store.saveOfficer({ ...officerOf("dinsos"), id: "sari", urgent: true, telegram: "1001" });
  const draft = { district: "lamongan", text: "tolong", locale: "id", openedAt: Date.now(), person: {} } as const;
  await store.openTicket({ ...draft, number: NUMBER, category: "urgent", area: VILLAGE });
  await store.close();
  const env = {
    ...KEY_SETTINGS,
    DATA_DIR: directory,
    DISTRICTS: "lamongan",
    TELEGRAM_BOT_TOKEN__LAMONGAN: "1000:stand-in",
    TELEGRAM_WEBHOOK_SECRET__LAMONGAN: "stand-in-secret-1",
  };
  const { status, out, errors } = await sapaHere(
    ["tickets", "transfer", NUMBER, "--to", "sari", "--by", "dinsos", "--json"],
    { cwd: directory, env },
  );
  expect({ status, officer: JSON.parse(out).officer }).toEqual({ status: 0, officer: "sari" });
  expect(errors.split("\n")).toEqual([
    'warn: officer has no chat with this account yet {"officer":"sari","channel":"telegram"}',
    `${NUMBER}: No message from here reaches dinsos: tell them of it yourself. So that messages do from now on: npx --no sapa staff invite sari`,
    "",
  ]);
});
