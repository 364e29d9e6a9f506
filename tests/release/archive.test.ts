import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const root = join(import.meta.dirname, "../..");
const NOT_COPIED = new Set([".git", "node_modules", "data", ".demo", "dist", "coverage", "tests", ".env"]);

const scratch = mkdtempSync(join(tmpdir(), "sapa-release-"));
const tree = join(scratch, "tree");
const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example", "-c", "core.hooksPath=/dev/null", ...args], {
    cwd: tree,
    env: { ...process.env, GIT_COMMITTER_DATE: "2026-11-01T08:00:00Z", GIT_AUTHOR_DATE: "2026-11-01T08:00:00Z" },
  });
const commit = (message: string) => {
  git("add", "--all");
  git("commit", "-q", "-m", message);
};

function run(folder: string, args: string[], env: Record<string, string> = {}) {
  const settings = { ...CHILD_ENVIRONMENT, DATA_DIR: join(scratch, "data"), ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: settings,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
const release = () => run(tree, ["src/cli/release.ts"]);

const CHANGELOG = `# Changelog\n\n## [${version}] - 2026-11-30\n\n### Added\n\n- All of it.\n`;
/** Replaces the changelog, because the real one has a section of unreleased changes. */
const setChangelog = (text: string) => writeFileSync(join(tree, "CHANGELOG.md"), text);

beforeAll(() => {
  cpSync(root, tree, { recursive: true, filter: (path) => path === root || !NOT_COPIED.has(basename(path)) });
  cpSync(join(root, "tests/release"), join(tree, "tests/release"), { recursive: true });
  git("init", "-q");
  setChangelog(CHANGELOG);
  commit("all");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("a release is refused in one sentence", () => {
  it.each([
    ["with changes that are not committed", () => writeFileSync(join(tree, "note.txt"), "x"), /not committed/],
    [
      "without a section of its version",
      () => {
        setChangelog(CHANGELOG.replace(version, "0.0.1"));
        commit("changelog");
      },
      /CHANGELOG\.md: no section/,
    ],
    [
      "where the lock file is of another version",
      () => {
        const path = join(tree, "package-lock.json");
        writeFileSync(path, readFileSync(path, "utf8").replace(`"version": "${version}"`, '"version": "9.9.9"'));
        commit("lock");
      },
      /package-lock\.json is of version 9\.9\.9/,
    ],
    [
      "without the licence of the area codes",
      () => {
        rmSync(join(tree, "districts/areas/README.md"));
        commit("notice");
      },
      /districts\/areas\/README\.md: a licence/,
    ],
    [
      "under the tag of another commit",
      () => {
        git("tag", `v${version}`);
        git("commit", "-q", "--allow-empty", "-m", "later");
      },
      /is the tag of another commit/,
    ],
  ])("%s", (_, spoil, sentence) => {
    const before = git("rev-parse", "HEAD").toString().trim();
    spoil();
    const { status, stderr } = release();
    git("reset", "-q", "--hard", before);
    git("clean", "-fdq");
    if (git("tag").length > 0) git("tag", "-d", `v${version}`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(sentence) });
    expect(stderr).toMatch(/^no release: [^\n]+\n$/);
  });
});

describe("the archive", () => {
  const file = `sapa-bansos-${version}.tar.gz`;
  const folder = join(scratch, `sapa-bansos-${version}`);
  const archive = () => readFileSync(join(tree, "dist", file));

  beforeAll(() => {
    const { status, stdout, stderr } = release();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(`dist/${file}\n\n## [${version}] - 2026-11-30\n\n### Added\n\n- All of it.\n`);
    execFileSync("tar", ["xzf", join(tree, "dist", file), "-C", scratch]);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  });

  it("is the same for the same commit, and its checksum says so", () => {
    const first = archive();
    writeFileSync(join(tree, "dist", file), "");
    expect(release().status).toBe(0);
    expect(archive().equals(first)).toBe(true);
    const sum = readFileSync(join(tree, "dist", `${file}.sha256`), "utf8");
    expect(sum).toBe(`${createHash("sha256").update(first).digest("hex")}  ${file}\n`);
  });

  it("has the files that an office needs, and no tests", () => {
    for (const path of [
      "package-lock.json",
      "LICENSE",
      "districts/areas/README.md",
      "deploy",
      "docs",
      "locales",
      "workers",
    ])
      expect(existsSync(join(folder, path)), path).toBe(true);
    for (const path of [".env.example", "CHANGELOG.md", ".npmrc"])
      expect(existsSync(join(folder, path)), path).toBe(true);
    for (const path of ["tests", ".git", "biome.json", "dist"])
      expect(existsSync(join(folder, path)), path).toBe(false);
  });

  it("has every file that its documents link to or run, except tests", () => {
    const pages = ["README.md", ...globSync("docs/**/*.md", { cwd: folder })];
    const named = pages.flatMap((page) => {
      const text = readFileSync(join(folder, page), "utf8");
      const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, to = ""]) => join(dirname(page), to));
      const programs = [...text.matchAll(/(?<![\w./-])(?:deploy|workers|districts)\/[\w./@-]*\.\w+/g)].map(
        ([path]) => path,
      );
      return [...links, ...programs].map((path) => `${path} of ${page}`);
    });
    expect(named.length).toBeGreaterThan(50);
    expect(named).toContain("deploy/backup.sh of docs/operations.md");
    const gone = named.filter(
      (one) => !one.startsWith("tests/") && !existsSync(join(folder, one.split(" of ")[0] ?? "")),
    );
    expect(gone).toEqual([]);
  });

  it("needs no package that only developers have, as after `npm ci --omit=dev`", () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const installed = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));
    const programs = globSync("{src,workers,deploy}/**/*.ts", { cwd: folder });
    expect(programs).toContain("deploy/check/compose.ts");
    const needed = programs.flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8").replace(/^import type .*$/gm, "");
      const imported = [...text.matchAll(/(?:^\} from |^import .*? from |\bimport\()"((?:@[^/"]+\/)?[^/".@][^/"]*)/gm)];
      return imported.flatMap(([, name = ""]) => (name.startsWith("node:") ? [] : [`${name} for ${path}`]));
    });
    expect(needed.length).toBeGreaterThan(50);
    expect(needed.filter((one) => !installed.has(one.split(" ")[0] ?? ""))).toEqual([]);
  });

  it("runs its commands", () => {
    const sapa = (...args: string[]) => run(folder, ["src/cli/sapa.ts", ...args], KEY_SETTINGS);
    expect(sapa("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    expect(sapa("understand", "saya mau lapor beras tidak sampai")).toMatchObject({ status: 0, stderr: "" });
    expect(sapa("nik", "3524015206799901")).toMatchObject({ status: 0 });
    expect(run(folder, ["src/main.ts"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("SEAL_KEYS, INDEX_KEY: missing"),
    });
  });
});
