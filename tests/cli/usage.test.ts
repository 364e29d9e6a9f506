import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { command as importCommand } from "../../src/cli/import.ts";
import { nearestWord, reportPlainly } from "../../src/cli/usage.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";

const sapa = join(import.meta.dirname, "../../src/cli/sapa.ts");
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-usage-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [sapa, ...args], {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

async function said(command: Command, name: string, ...args: string[]): Promise<string> {
  let told = "";
  const program = command.name(`sapa ${name}`);
  reportPlainly(program, args);
  for (const one of [program, ...program.commands]) one.configureOutput({ writeErr: (text) => (told += text) });
  await expect(program.parseAsync(args, { from: "user" })).rejects.toMatchObject({ exitCode: 1 });
  return told;
}

describe("a wrong command line ends with 2 and one sentence", () => {
  it.each([
    [["imprt"], "sapa: no command imprt; did you mean import?"],
    [["--frob"], "sapa: no command --frob; `npx --no sapa help` lists those that there are"],
    [["help", "imprt"], "sapa: no command imprt; did you mean import?"],
    [["nik"], "sapa nik: missing required argument 'number' (`npx --no sapa help nik` shows how)"],
  ])("%s", (args, sentence) => {
    expect(run(...args)).toEqual({ status: 2, stdout: "", stderr: `${sentence}\n` });
  });

  it.each([
    [["registr"], "unknown command 'registr'; did you mean register? (`npx --no sapa help import` shows how)"],
    [
      ["register", "x.csv", "--distric", "lamongan"],
      "unknown option '--distric'; did you mean --district? (`npx --no sapa help import register` shows how)",
    ],
    [
      ["register", "x.csv", "--district", "lamongan", "--dry-rum"],
      "unknown option '--dry-rum'; did you mean --dry-run? (`npx --no sapa help import register` shows how)",
    ],
    [["register", "x.csv"], "required option '--district <district>' not specified"],
  ])("import %s", async (args, sentence) => {
    const told = await said(importCommand(), "import", ...args);
    expect(told).toContain(sentence);
    expect(told.trim().split("\n")).toHaveLength(1);
  });
});

describe("help and version work in every form that npx passes on", () => {
  it.each([[["help"]], [[]]])("%s lists the commands", (args) => {
    const { status, stdout } = run(...args);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("  import ") });
  });
  it.each([
    [["help", "import", "register"], "Usage: sapa import register "],
    [["import", "--help"], "Usage: sapa import "],
  ])("%s", (args, usage) => {
    expect(run(...args)).toEqual({ status: 0, stdout: expect.stringContaining(usage), stderr: "" });
  });
  it.each([["version"]])("%s", (arg) => {
    expect(run(arg).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

it("nearestWord finds no word that differs in most letters", () => {
  expect(nearestWord("tikets", ["tickets", "nik"])).toBe("tickets");
  expect(nearestWord("kin", ["tickets", "nik"])).toBeUndefined();
});

it("an error message escapes the control characters that the caller typed", async () => {
  const told = await said(new Command().argument("<a>").option("--b"), "x", "--\u001b[2Jc");
  expect(told).toContain("\\u001b[2Jc");
  expect(told.trim().split("\n")).toHaveLength(1);
});
