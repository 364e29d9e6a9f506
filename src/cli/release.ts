import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readChangelog, releasable } from "./changelog.ts";

const LEFT_OUT = ["tests", ".ci", "biome.json", "vitest.config.ts", "tsconfig.json", ".editorconfig", ".gitignore"];
const NOTICES = ["LICENSE", "districts/areas/README.md"];
const MOST_BYTES = 256 * 1_048_576;

const root = join(import.meta.dirname, "../..");
const git = (...args: string[]): Buffer =>
  execFileSync("git", args, { cwd: root, maxBuffer: MOST_BYTES, stdio: ["ignore", "pipe", "pipe"] });
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The same commit always gives the same bytes. */
function release(): string {
  const { name, version } = JSON.parse(read("package.json")) as { name: string; version: string };
  const locked = JSON.parse(read("package-lock.json")) as { version: string; packages: { "": { version: string } } };
  if (locked.version !== version || locked.packages[""].version !== version)
    throw new Error(`package-lock.json is of version ${locked.version}, package.json of ${version}; run npm install`);
  if (git("status", "--porcelain").length > 0) throw new Error("there are changes that are not committed");
  const section = releasable(readChangelog(read("CHANGELOG.md")), version);
  if (typeof section === "string") throw new Error(`CHANGELOG.md: ${section}`);
  const missing = NOTICES.filter((path) => git("ls-tree", "--name-only", "HEAD", path).length === 0);
  if (missing.length > 0)
    throw new Error(`${missing.join(", ")}: a licence that has to go with the copies is not there`);
  const tagged = git("tag", "--list", `v${version}`, "--no-contains", "HEAD");
  if (tagged.length > 0) throw new Error(`v${version} is the tag of another commit; raise the version`);

  const kept = LEFT_OUT.map((path) => `:(exclude)${path}`);
  const tar = git("archive", "--format=tar", `--prefix=${name}-${version}/`, "HEAD", "--", ".", ...kept);
  const archive = gzipSync(tar, { level: 9 });
  const file = `${name}-${version}.tar.gz`;
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist", file), archive);
  writeFileSync(
    join(root, "dist", `${file}.sha256`),
    `${createHash("sha256").update(archive).digest("hex")}  ${file}\n`,
  );
  return `dist/${file}\n\n## ${section.title}\n\n${section.text}\n`;
}

try {
  process.stdout.write(release());
} catch (error) {
  const { message, stderr } = error as Error & { stderr?: Buffer };
  process.stderr.write(`no release: ${stderr?.toString().trim() || message}\n`);
  process.exitCode = 1;
}
