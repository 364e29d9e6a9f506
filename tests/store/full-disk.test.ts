import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errorOf, failureOf } from "../../src/store/sqlite/thread-calls.ts";
import { describeSystemError } from "../../src/system-error.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const root = join(import.meta.dirname, "../..");
const MAIN = join(root, "src/main.ts");
const SAPA = join(root, "src/cli/sapa.ts");

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was refused");
}
function fullDatabase(): Error {
  const db = new DatabaseSync(":memory:");
  db.exec("pragma max_page_count = 2; create table t (x)");
  return thrownBy(() => db.exec("insert into t values (zeroblob(100000))"));
}
const across = (error: unknown): Error => errorOf(structuredClone(failureOf(error)));

describe("an error that crosses threads keeps its sentence", () => {
  const cases: [string, Error, string][] = [
    ["a full database", fullDatabase(), "the database: the disk is full"],
    [
      "a folder that is none",
      thrownBy(() => writeFileSync("/dev/null/x", "x")),
      "/dev/null/x: a part of it is no folder",
    ],
  ];
  if (existsSync("/dev/full"))
    cases.push(["a full disk", thrownBy(() => writeFileSync("/dev/full", "x")), "the disk is full"]);
  it.each(cases)("%s", (_, error, sentence) => {
    expect(describeSystemError(error)).toBe(sentence);
    expect(describeSystemError(across(error))).toBe(sentence);
    const ours = across(new AppError("STORE_UNAVAILABLE", "words", { cause: error, details: { retryAfter: 5 } }));
    expect(ours).toMatchObject({ code: "STORE_UNAVAILABLE", message: "words", details: { retryAfter: 5 } });
    expect(describeSystemError(ours.cause)).toBe(sentence);
  });

  it("an AppError without a cause, an error that is its own cause, and a thrown text cross threads", () => {
    expect(across(new AppError("LEASE_LOST", "gone")).cause).toBeUndefined();
    const circle: Error = new Error("round");
    circle.cause = circle;
    expect(across(circle).message).toBe("round");
    expect(across("word")).toMatchObject({ message: "word" });
    expect(describeSystemError(across(new Error("no system")))).toBeUndefined();
  });
});

describe("a full disk gives the same sentence on every path", { timeout: 120_000 }, () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "sapa-full-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  /** With `blocks`, no file may grow beyond this many blocks of 512 bytes, as on a full disk. */
  function ended(script: string, args: string[], blocks?: number) {
    const limit = blocks === undefined ? "" : `trap "" XFSZ; ulimit -f ${blocks};`;
    const { status, stderr } = spawnSync(
      "/bin/sh",
      ["-c", `${limit} exec "$@"`, "sh", process.execPath, script, ...args],
      {
        cwd: directory,
        env: { PATH: process.env.PATH ?? "", ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan", PORT: "0" },
        encoding: "utf8",
      },
    );
    return { status, stderr };
  }
  const refused = {
    status: 1,
    stderr: expect.stringMatching(/^the database: the disk (is full|refused to read or write)\n$/),
  };
  const OFFICER = ["staff", "add", "dina", "--district", "lamongan", "--name", "Dina", "--rung", "dinsos"];

  it.each([
    ["the service's first start, with the store in a thread", MAIN, []],
    ["a command", SAPA, OFFICER],
  ])("%s", (_, script, args) => expect(ended(script, args, 16)).toEqual(refused));

  it("a command and a start over a store that exists", () => {
    expect(ended(SAPA, ["migrate"])).toEqual({ status: 0, stderr: "" });
    expect([ended(SAPA, OFFICER, 1), ended(MAIN, [], 1)]).toEqual([refused, refused]);
    // The disk has no room even for the lock.
    expect(ended(MAIN, [], 0)).toEqual(refused);
    expect(ended(SAPA, OFFICER)).toEqual({ status: 0, stderr: "" });
  });
});
