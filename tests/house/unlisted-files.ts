import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeNames } from "./code-names.ts";

/** Returns a sentence for each unlisted folder or file, and for each listed name without a folder. */
export function straysIn(root: string, names: CodeNames): string[] {
  const entries = (path: string) => readdirSync(join(root, path), { withFileTypes: true });
  const folders = (path: string) => entries(path).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const modules = (path: string) => entries(path).map(({ name }) => name.replace(/\.ts$/, ""));
  const without = (all: string[], ...others: string[]) => all.filter((name) => !others.includes(name));
  const effects = readFileSync(join(root, "src/effects/index.ts"), "utf8");
  return [
    ...compared("src/channels", folders("src/channels"), names.channels),
    ...compared("src/conversation/flows", without(modules("src/conversation/flows"), "index"), names.flows),
    ...compared("src/casework/kinds", without(modules("src/casework/kinds"), ...NO_KINDS), names.kinds),
    ...compared("src/store", without(folders("src/store"), "ports"), names.stores),
    ...compared("districts", without(folders("districts"), "areas", "national"), names.districts),
    ...without(modules("src/effects"), "index", "effect").flatMap((name) =>
      effects.includes(`"./${name}.ts"`) ? [] : [unlisted("src/effects", name)],
    ),
  ];
}

const NO_KINDS = ["index", "kind", "moves", "clocks"];

const unlisted = (folder: string, name: string): string =>
  folder === "districts"
    ? `districts/${name}: has no district.json`
    : `${folder}/${name}: no line in ${folder}/index.ts`;

const compared = (folder: string, there: readonly string[], listed: readonly string[]): string[] => [
  ...there.filter((name) => !listed.includes(name)).map((name) => unlisted(folder, name)),
  ...[...new Set(listed)].filter((name) => !there.includes(name)).map((name) => `${folder}/${name}: is not there`),
];

/** Names the settings that only the code has or that only a page has. */
export function settingGapsIn(root: string, { settings }: CodeNames): string[] {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const table = read("README.md").split("## Settings")[1]?.split("\n## ")[0] ?? "";
  const [example = ""] = read(".env.example").split("# --- of docker-compose.yml alone");
  const listed = {
    "README.md": [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)],
    ".env.example": [...example.matchAll(/^#?\s?([A-Z_]+?)(?:__LAMONGAN)?=/gm)],
  };
  return Object.entries(listed).flatMap(([page, found]) => {
    const known = found.map(([, key]) => key ?? "");
    return [
      ...settings.filter((key) => !known.includes(key)).map((key) => `${page}: no setting ${key}`),
      ...[...new Set(known)].filter((key) => !settings.includes(key)).map((key) => `${page}: nothing reads ${key}`),
    ];
  });
}

export function drawingGapsIn(root: string, { diagram, kindsDrawn }: CodeNames): string[] {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const drawn = /```mermaid\n([\s\S]*?)```/.exec(read("docs/conversation.md"))?.[1];
  const told = read("docs/casework.md").split("\n---\n\n")[1];
  return [
    ...(drawn === diagram ? [] : ["docs/conversation.md: draws another conversation; npm run diagram"]),
    ...(told === kindsDrawn ? [] : ["docs/casework.md: tells of other kinds; npm run diagram -- --kinds"]),
  ];
}
