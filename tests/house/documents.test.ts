import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCodeNames } from "./code-names.ts";
import { drawingGapsIn, settingGapsIn } from "./unlisted-files.ts";

const read = (path: string): string => readFileSync(path, "utf8");
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...globSync([".github/*.md", "docs/**/*.md", "districts/areas/*.md"]),
].sort();

const names = readCodeNames();

it("the schemas, the README's table and .env.example name the same settings", () => {
  expect(settingGapsIn(".", names)).toEqual([]);
});

it("docker-compose.yml reads the settings that .env.example lists for it", () => {
  const ofCompose = read(".env.example").split("# --- of docker-compose.yml alone")[1] ?? "";
  const used = [...read("docker-compose.yml").matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name ?? "");
  expect([...ofCompose.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort()).toEqual([...new Set(used)].sort());
});

it("docs/conversation.md draws the conversation as it is, docs/casework.md the kinds of tickets", () =>
  expect(drawingGapsIn(".", names)).toEqual([]));

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("links to existing files", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link ?? "");
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });

  it("names existing files", () => {
    const named = [...text.matchAll(/(?<![\w/.-])((?:src|tests|docs|districts|locales|workers)\/[\w./-]*\w)/g)];
    const missing = named
      .map(([, path]) => path ?? "")
      .filter((path) => !/NAME|\.\.\./.test(path) && !existsSync(path));
    expect(missing).toEqual([]);
  });

  it("names no archive but this release's", () => {
    const { version } = JSON.parse(read("package.json")) as { version: string };
    const named = [...text.matchAll(/sapa-bansos-(\d+\.\d+\.\d+)/g)].map(([, release]) => release);
    expect(named.filter((release) => release !== version)).toEqual([]);
  });

  it("names existing commands", () => {
    const commands = read("src/cli/sapa.ts");
    // Without --no, npx could fetch a stranger's package of that name.
    if (page !== "CHANGELOG.md") expect(text).not.toMatch(/npx (?!--no )sapa/);
    const named = [...text.matchAll(/npx --no sapa (?:-- )?([a-z-]+)/g)]
      .map(([, name]) => name ?? "")
      .filter((name) => !["help", "--help", "version"].includes(name));
    expect(named.filter((name) => !new RegExp(`^ {2}"?${name}"?: \\{`, "m").test(commands))).toEqual([]);
    const scripts = JSON.parse(read("package.json")).scripts as Record<string, string>;
    const run = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? "");
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });
});
