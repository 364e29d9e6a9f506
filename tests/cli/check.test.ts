import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkDistrict, loadSignedTexts, writeAlone } from "../../src/districts/index.ts";
import { DISTRICTS } from "../support/areas.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";

const EXAMPLE = join(import.meta.dirname, "../../docs/examples/districts");
const NAME = ["--name", "Siti Aminah, Kepala Dinas Sosial"];
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-check-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const MAIN = join(import.meta.dirname, "../../src/cli/sapa.ts");
const environment = { ...CHILD_ENVIRONMENT, DISTRICTS: "lamongan" };

const signing = (args: string[]): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, "check", "sign", ...args], { cwd: directory, env: environment });
    child.once("exit", resolve);
  });

function sapa(args: string[], settings: Record<string, string> = {}) {
  const env = { ...environment, ...settings };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "check", ...args], {
    cwd: directory,
    env,
    encoding: "utf8",
  });
  return { status, out: stdout, errors: stderr };
}

const own = () => join(directory, "data/districts");
const write = (path: string, text: string) => {
  mkdirSync(join(own(), path, ".."), { recursive: true });
  writeFileSync(join(own(), path), text);
};

describe("sapa check", { timeout: 180_000 }, () => {
  it("counts a text as unsigned, after `sign` as signed, and after a change as unsigned again", () => {
    const shipped = statSync(join(DISTRICTS, "lamongan/offices.csv")).mtimeMs;
    const before = sapa([]);
    expect(before).toMatchObject({ status: 1, errors: "" });
    expect(before.out).toMatch(/^not signed off: office\/dinsos \(.+\): nobody has signed it; .*offices\.csv:2$/m);
    expect(before.out).toMatch(/^to sign: npx --no sapa check sign lamongan TEXT/m);
    expect(before.out).toMatch(/^nothing is wrong, so the service starts; the exit code is 1 until \d+ lines of/m);
    cpSync(EXAMPLE, own(), { recursive: true });
    const signed = sapa(["sign", "lamongan", "--all", ...NAME]);
    expect(signed).toMatchObject({ status: 0, errors: "" });
    expect(signed.out).toMatch(/^lamongan: \d+ texts signed by Siti Aminah, Kepala Dinas Sosial on 20\d\d-/m);
    const whole = sapa([]);
    expect(whole).toMatchObject({ status: 0, errors: "" });
    expect(whole.out).toMatch(/^lamongan: 0 problems, 0 texts not signed off, 0 changed below/m);
    expect(whole.out).not.toContain("exit code");
    const table = readFileSync(join(own(), "lamongan/offices.csv"), "utf8");
    write("lamongan/offices.csv", table.replace("Jalan Contoh Nomor 1", "Jalan Contoh Nomor 9"));
    const changed = sapa(["district", "lamongan", "--json"]);
    expect(changed.status).toBe(1);
    const { problems, unsigned } = JSON.parse(changed.out);
    expect({ problems, unsigned }).toMatchObject({
      problems: [],
      unsigned: [{ text: "office/dinsos", why: expect.stringMatching(/^has changed since Siti Aminah/) }],
    });
    const diff = sapa(["diff", "lamongan"]);
    expect(diff.out).toMatch(/^lamongan\/offices\.csv: dinsos: address: "Jalan Kusuma.*" -> "Jalan Contoh Nomor 9/m);
    expect(diff.status).toBe(0);
    expect(statSync(join(DISTRICTS, "lamongan/offices.csv")).mtimeMs).toBe(shipped);
  });

  it("--all --owner signs the unsigned texts of this owner only", () => {
    const owned = (owner: string) =>
      loadSignedTexts({ shipped: DISTRICTS, own: own() }, "lamongan").filter((text) => text.owner === owner);
    const mine = owned("Dinas Sosial").map(({ id }) => id);
    expect(
      sapa(["sign", "lamongan", mine[0] ?? "", "--name", "Budi, Dinas Sosial", "--date", "2026-11-01"]).status,
    ).toBe(0);
    const { status, out } = sapa(["sign", "lamongan", "--all", "--owner", " dinas  sosial ", ...NAME]);
    expect({ status, out }).toEqual({
      status: 0,
      out: expect.stringContaining(`lamongan: ${mine.length - 1} texts signed by Siti`),
    });
    const signers = owned("Dinas Sosial").map(({ entry: { state } }) =>
      state.is === "signed" ? state.name : state.is,
    );
    expect(signers).toEqual(["Budi, Dinas Sosial", ...mine.slice(1).map(() => NAME[1])]);
    expect(new Set(owned("Disdukcapil Kabupaten Lamongan").map(({ entry }) => entry.state.is))).toEqual(
      new Set(["never"]),
    );
  });

  it("several `sign` commands at the same time lose no signature", async () => {
    const ids = loadSignedTexts({ shipped: DISTRICTS, own: own() }, "lamongan")
      .map(({ id }) => id)
      .filter((id) => /^(office|reason|programme)\//.test(id));
    const parts = [0, 1, 2, 3].map((part) => ids.filter((_, index) => index % 4 === part));
    const ended = await Promise.all(parts.map((part) => signing(["lamongan", ...part, ...NAME])));
    expect(ended).toEqual(parts.map(() => 0));
    const left = checkDistrict({ shipped: DISTRICTS, own: own() }, "lamongan").unsigned.map(({ text }) => text);
    expect(left.filter((id) => ids.includes(id))).toEqual([]);
  });

  it("`sign` fails while another process signs, and writes nothing", () => {
    const { status, errors } = writeAlone(own(), () => sapa(["sign", "lamongan", "agency", ...NAME]));
    expect({ status, errors }).toEqual({ status: 2, errors: expect.stringMatching(/^somebody else is signing.*\n$/) });
    expect(existsSync(join(own(), "lamongan"))).toBe(false);
    expect(sapa(["sign", "lamongan", "agency", ...NAME]).status).toBe(0);
    expect(readdirSync(own())).toEqual([".signing.lock", "lamongan"]);
  });

  it("an unknown column ends `check` and `sign` with 2 and one sentence", () => {
    write("lamongan/offices.csv", "id,telepon\ndinsos,1\n");
    const sentence = /lamongan\/offices\.csv:1: no column telepon; there are id, /;
    const checked = sapa([]);
    expect({ status: checked.status, out: checked.out }).toEqual({ status: 2, out: expect.stringMatching(sentence) });
    const signing = sapa(["sign", "lamongan", "--all", ...NAME]);
    expect(signing).toMatchObject({ status: 2, out: "", errors: expect.stringMatching(sentence) });
    expect(readdirSync(join(own(), "lamongan"))).toEqual(["offices.csv"]);
  });

  it("reads DISTRICTS_DIR from a file", () => {
    write("lamongan/offices.csv", "id,address\ndinsos,Jalan Berkas 7\n");
    writeFileSync(join(directory, "where"), `${own()}\n`);
    const settings = { DISTRICTS_DIR_FILE: join(directory, "where"), DATA_DIR: "elsewhere" };
    expect(sapa(["diff"], settings)).toMatchObject({ status: 0, out: expect.stringMatching(/Jalan Berkas 7/) });
  });

  it.each<[string, string[], RegExp, Record<string, string>?]>([
    [
      "an unknown text",
      ["sign", "lamongan", "office/dinsoss", ...NAME],
      /no text office\/dinsoss; the nearest is office\/dinsos$/m,
    ],
    [
      "a text that is like none",
      ["sign", "lamongan", "qqqqqqqq", ...NAME],
      /no text qqqqqqqq; `sapa check district lamongan` lists them$/m,
    ],
    [
      "an owner like none",
      ["sign", "lamongan", "--all", "--owner", "Bappenas", ...NAME],
      /^no text here is Bappenas's; the owners are .*Dinas Sosial/m,
    ],
    ["an unknown kind", ["sign", "lamongan", "ofice", ...NAME], /the nearest is office$/m],
    ["a district in a command's place", ["lamongan"], /`sapa check district lamongan` is perhaps meant/],
    ["a command with a wrong letter", ["distrct", "lamongan"], /`sapa check district` is perhaps meant/],
    ["a name without an office", ["sign", "lamongan", "agency", "--name", "Siti"], /must name the office too/],
    [
      "an owner of no text",
      ["sign", "lamongan", "--all", "--owner", "Disdukcapil Kab. Lamongan", ...NAME],
      /^no text here is Disdukcapil Kab\. Lamongan's; the nearest owner is Disdukcapil Kabupaten Lamongan$/m,
    ],
    [
      "an owner without --all",
      ["sign", "lamongan", "agency", "--owner", "Dinas Sosial", ...NAME],
      /^--owner says whose/m,
    ],
    ["an empty name", ["sign", "lamongan", "agency", "--name", " "], /^--name must not be empty$/m],
    ["a name of two lines", ["sign", "lamongan", "agency", "--name", "a\nb"], /^--name must be one line$/m],
    ["no name", ["sign", "lamongan", "agency"], /--name/],
    ["a date to come", ["sign", "lamongan", "agency", ...NAME, "--date", "2999-01-01"], /^--date is in the future$/m],
    ["no date", ["sign", "lamongan", "agency", ...NAME, "--date", "kemarin"], /^--date is no date; write it as/m],
    ["no text", ["sign", "lamongan", ...NAME], /name the texts to sign, or --all/],
    ["a text and all", ["sign", "lamongan", "agency", "--all", ...NAME], /--all signs every text/],
    ["an unknown district", ["sign", "gresik", "--all", ...NAME], /district gresik is not known/],
    ["the changes of an unknown district", ["diff", "gresik"], /no district gresik; there are/],
    [
      "a folder that is not there",
      ["district", "lamongan"],
      /^DISTRICTS_DIR: \/nowhere: there is no such folder$/m,
      { DISTRICTS_DIR: "/nowhere" },
    ],
    ["a file in place of a folder", [], /^DISTRICTS_DIR: .*: is no folder$/m, { DISTRICTS_DIR: import.meta.filename }],
  ])("%s ends with 2 and one sentence", (_, args, sentence, settings) => {
    const { status, out, errors } = sapa(args, settings);
    expect({ status, out, errors }).toEqual({ status: 2, out: "", errors: expect.stringMatching(sentence) });
    expect(errors).not.toMatch(/\bat .*\.ts/);
    expect(existsSync(own())).toBe(false);
  });
});
