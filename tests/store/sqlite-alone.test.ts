import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { type Group, startGroup } from "../support/process-group.ts";
import { readUnit } from "../support/systemd-unit.ts";

const root = join(import.meta.dirname, "../..");

it("a second service on one SQLite file is refused with the first process's number, also after a crash; a command is accepted", {
  timeout: 120_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-alone-"));
  const groups: Group[] = [];
  onTestFinished(() => {
    for (const group of groups) group.signalAll("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  });
  const env = { ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan", PORT: "0", HOST: "127.0.0.1" };
  const start = (command = readUnit("sapa-bansos.service").command): Group => {
    const group = startGroup(command, { cwd: root, env });
    groups.push(group);
    return group;
  };
  const path = join(directory, "sapa.db");
  const refusal = (holder: string) =>
    `STORE_URL: ${holder} works ${path} already; only one process can: stop it first\n`;

  const first = start();
  await first.until(/"listening"/);
  const second = start();
  expect(await second.ended).toBe(2);
  expect(second.output()).toBe(refusal(`process ${first.child.pid}`));

  const command = start([process.execPath, "src/cli/sapa.ts", "tickets", "list"]);
  expect([await command.ended, command.output()]).toEqual([0, expect.not.stringContaining("STORE_URL")]);

  first.child.kill("SIGKILL");
  await first.ended;
  expect(readFileSync(`${path}.pid`, "utf8").trim(), "a crash leaves its number").toBe(String(first.child.pid));
  const third = start();
  await third.until(/"listening"/);
  third.child.kill("SIGTERM");
  expect(await third.ended).toBe(0);

  const open = await openSqlite(`sqlite:${path}`, { ...storeOptions(), alone: true });
  writeFileSync(`${path}.pid`, "999999999\n");
  await expect(openSqlite(`sqlite:${path}`, { ...storeOptions(), alone: true })).rejects.toMatchObject({
    code: "SETTINGS_INVALID",
    message: refusal("another process").trim(),
  });
  await open.close();
});
