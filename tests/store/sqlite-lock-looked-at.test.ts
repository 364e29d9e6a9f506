import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import { buildGeneration } from "../../src/store/sqlite/generation.ts";
import { openSharedCommit } from "../../src/store/sqlite/shared-commit.ts";

/** In ms: the holder keeps the file's lock this long. */
const HELD = 300;
const HOLDER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const db = new (require("node:sqlite").DatabaseSync)(workerData.path);
  db.exec(workerData.hold);
  parentPort.postMessage("held");
  setTimeout(() => { db.exec("rollback"); db.close(); }, workerData.held);
`;

it.each([
  {
    what: "a list's new file, while another import looks at its lock",
    hold: "begin; select * from sqlite_schema",
    open: (path: string) => buildGeneration(path, undefined).close(),
  },
  {
    what: "the database, while another process begins to use it",
    hold: "begin exclusive",
    open: (path: string) => void openSharedCommit(path, ["create table a (b text)"]).close(),
  },
  {
    what: "the database to read it only, while another process begins to use it",
    hold: "begin exclusive",
    open: (path: string) => {
      const shared = openSharedCommit(path, [], true);
      shared.read((sql) => sql.all("select * from sqlite_schema"));
      void shared.close();
    },
  },
])("opening $what waits", async ({ hold, open }) => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-looked-at-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const path = join(directory, "file.db");
  writeFileSync(path, "");
  const holder = new Worker(HOLDER, { eval: true, workerData: { path, hold, held: HELD } });
  const ended = new Promise((resolve) => holder.once("exit", resolve));
  await new Promise((resolve) => holder.once("message", resolve));
  expect(() => open(path)).not.toThrow();
  await ended;
});
