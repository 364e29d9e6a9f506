import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { channels } from "../../src/channels/index.ts";
import { Settings } from "../../src/config.ts";
import { diagramOf } from "../../src/conversation/engine/diagram.ts";
import { flows } from "../../src/conversation/flows/index.ts";

const read = (path: string): string => readFileSync(path, "utf8");
const keys = [
  ...Object.keys(Settings.shape),
  ...channels.flatMap(({ settings }) => Object.keys(settings.shape)),
].sort();
const pages = [
  "README.md",
  "CHANGELOG.md",
  ...globSync([".github/*.md", "docs/**/*.md", "districts/areas/*.md"]),
].sort();

describe("settings are named alike", () => {
  it("in the schemas and the README's table", () => {
    const table = read("README.md").split("## Settings")[1]?.split("\n## ")[0] ?? "";
    expect([...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, key]) => key).sort()).toEqual(keys);
  });

  it("in the schemas and .env.example, with those of docker-compose.yml behind them", () => {
    const [settings = "", ofCompose = ""] = read(".env.example").split("# --- of docker-compose.yml alone");
    const used = [...read("docker-compose.yml").matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name ?? "");
    expect([...ofCompose.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort()).toEqual([...new Set(used)].sort());
    const named = [...settings.matchAll(/^#?\s?([A-Z_]+?)(?:__LAMONGAN)?=/gm)].map(([, key]) => key ?? "");
    expect([...new Set(named)].sort()).toEqual(keys);
  });
});

it("docs/conversation.md draws the conversation as it is", () => {
  const drawn = /```mermaid\n([\s\S]*?)```/.exec(read("docs/conversation.md"))?.[1];
  expect(drawn, "npm run diagram").toBe(diagramOf(flows));
});

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("links to what is there", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link]) => link ?? "");
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });

  it("names files that are there", () => {
    const named = [...text.matchAll(/(?<![\w/.-])((?:src|tests|docs|districts|locales|workers)\/[\w./-]*\w)/g)];
    const missing = named
      .map(([, path]) => path ?? "")
      .filter((path) => !/NAME|\.\.\./.test(path) && !existsSync(path));
    expect(missing).toEqual([]);
  });

  it("names commands that are there", () => {
    const commands = read("src/cli/sapa.ts");
    // Without --no, npx would fetch a stranger's package of that name wherever ours is not installed.
    if (page !== "CHANGELOG.md") expect(text).not.toMatch(/npx (?!--no )sapa/);
    const named = [...text.matchAll(/npx --no sapa ([a-z-]+)/g)]
      .map(([, name]) => name ?? "")
      .filter((name) => !["help", "version"].includes(name));
    expect(named.filter((name) => !new RegExp(`^ {2}"?${name}"?: \\{`, "m").test(commands))).toEqual([]);
    const scripts = JSON.parse(read("package.json")).scripts as Record<string, string>;
    const run = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? "");
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });
});
