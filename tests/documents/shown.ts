import { globSync, readFileSync } from "node:fs";

export type Shown = {
  page: string;
  /** For example `sapa staff check` or `npm run demo`. */
  command: string;
  input?: string;
};

const PAGES = ["README.md", ".github/CONTRIBUTING.md", ...globSync("docs/*.md").sort()];

export function shownCommands(): Shown[] {
  return PAGES.flatMap((page) => commandsIn(readFileSync(page, "utf8")).map((found) => ({ page, ...found })));
}

export function commandsIn(markdown: string): Omit<Shown, "page">[] {
  return fragmentsOf(markdown)
    .flatMap((fragment) => fragment.split(/\s+(?:&&|\|\||\||;)\s+/))
    .flatMap((part) => commandIn(part) ?? []);
}

/** Text between backticks may continue on the next line. */
function fragmentsOf(markdown: string): string[] {
  const blocks: string[] = [];
  const rest = markdown
    .replace(/^```\w*\n([\s\S]*?)^```$/gm, (_, block: string) => {
      blocks.push(...block.replace(/\\\n/g, " ").split("\n"));
      return "";
    })
    .replace(/^(?: {4}|\t)(.+)$/gm, (_, line: string) => {
      blocks.push(line);
      return "";
    });
  const spans = [...rest.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span.replace(/\s+/g, " "));
  return [...blocks, ...spans];
}

function commandIn(part: string): Omit<Shown, "page"> | undefined {
  const typed = part
    .trim()
    .replace(/^\$ /, "")
    .replace(/^docker compose (?:exec|run)(?: -T| --rm)* \w+ (?=sapa )/, "")
    .replace(/^(?:[A-Z_]+=\S* )+/, "")
    .replace(/\s+#\s.*$/, "")
    .replace(/^npx --no sapa -- /, "sapa ")
    .replace(/^npx --no sapa\b|^npx sapa\b/, "sapa");
  if (!/^sapa (?:--)?[a-z]|^npm (?:run [a-z]|start|ci|test|install)/.test(typed)) return undefined;
  const input = /\s<\s*(\S+)/.exec(typed)?.[1];
  const command = typed.replace(/\s+(?:<|>>?|2>)\s*\S+/g, "").trim();
  return input === undefined ? { command } : { command, input };
}
