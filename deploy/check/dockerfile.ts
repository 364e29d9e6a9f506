import { existsSync } from "node:fs";
import { join } from "node:path";

export type Instruction = { name: string; words: string[]; line: number };
export type Stage = { name: string; base: string; instructions: Instruction[] };

const KNOWN = new Set(
  "ARG FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE HEALTHCHECK CMD ENTRYPOINT LABEL STOPSIGNAL".split(" "),
);

/** The stages of a Dockerfile; continued lines are one, `ARG` before the first stage is put where it is used. */
export function readDockerfile(text: string): { stages: Stage[]; problems: string[] } {
  const stages: Stage[] = [];
  const problems: string[] = [];
  const defaults = new Map<string, string>();
  const lines = text.replace(/^\s*#.*\n/gm, "\n").split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    let whole = lines[at] ?? "";
    while (whole.endsWith("\\")) {
      at += 1;
      whole = `${whole.slice(0, -1)} ${(lines[at] ?? "").trim()}`;
    }
    if (whole.trim() === "") continue;
    const [name = "", ...words] = whole.trim().split(/\s+/);
    if (!KNOWN.has(name)) problems.push(`Dockerfile:${line}: no instruction ${name}`);
    if (name === "ARG" && stages.length === 0) defaults.set(...(words.join(" ").split("=") as [string, string]));
    else if (name === "FROM") {
      const base = (words[0] ?? "").replace(/\$\{(\w+)\}/g, (_, key: string) => defaults.get(key) ?? "");
      stages.push({ name: words[2] ?? "", base, instructions: [] });
    } else stages.at(-1)?.instructions.push({ name, words, line });
  }
  return { stages, problems };
}

/** What a stage has of its own and of the stages it is built on, the oldest first. */
export function instructionsOf(stages: readonly Stage[], name: string): Instruction[] {
  const stage = stages.find((one) => one.name === name);
  return stage ? [...instructionsOf(stages, stage.base), ...stage.instructions] : [];
}

/** `CMD ["a", "b"]` as its words. */
export function commandOf(instructions: readonly Instruction[]): string[] {
  const last = instructions.findLast(({ name }) => name === "CMD");
  return last ? (JSON.parse(last.words.join(" ")) as string[]) : [];
}

/** `COPY` from the folder, or from a stage. */
export type Copy = { from: string | undefined; sources: string[]; to: string; line: number };
export const copiesOf = (instructions: readonly Instruction[]): Copy[] =>
  instructions
    .filter(({ name }) => name === "COPY")
    .map(({ words, line }) => {
      const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
      const paths = words.filter((word) => !word.startsWith("--"));
      return { from, sources: paths.slice(0, -1), to: paths.at(-1) ?? "", line };
    });

/** Whether `.dockerignore` lets a path of ours through; the last line that speaks of it decides. */
export function isLetIn(path: string, ignore: string): boolean {
  let isIn = true;
  for (const line of ignore.split("\n").map((one) => one.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const pattern = line.replace(/^!/, "");
    const [, anywhere] = /^\*\*\/(.+)$/.exec(pattern) ?? [];
    const escaped = (anywhere ?? pattern).replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*");
    const speaks = new RegExp(`^${anywhere === undefined ? "" : "(.*/)?"}${escaped}(/.*)?$`).test(path);
    if (speaks) isIn = line.startsWith("!");
  }
  return isIn;
}

type Scripts = Record<string, string>;

/** Everything that is wrong with a Dockerfile, a sentence each. */
export function checkDockerfile(text: string, ignore: string, root: string, scripts: Scripts): string[] {
  const { stages, problems } = readDockerfile(text);
  const names = new Set(stages.map(({ name }) => name));
  for (const { name, base } of stages) {
    if (!names.has(base) && !/^node:\d+\.\d+\.\d+-\w+-slim$/.test(base)) {
      problems.push(`Dockerfile: ${name}: ${base || "no image"} is no Node of an exact version`);
    }
    for (const { from, sources, line } of copiesOf(instructionsOf(stages, name))) {
      if (from !== undefined) {
        if (!names.has(from)) problems.push(`Dockerfile:${line}: no stage ${from}`);
        continue;
      }
      for (const path of sources) {
        if (!existsSync(join(root, path))) problems.push(`Dockerfile:${line}: there is no ${path}`);
        else if (!isLetIn(path, ignore)) problems.push(`Dockerfile:${line}: .dockerignore leaves out ${path}`);
      }
    }
  }
  const ends: [string, string][] = [
    ["service", "start"],
    ["whatsapp-web", "whatsapp-web"],
  ];
  for (const [name, script] of ends) {
    const instructions = instructionsOf(stages, name);
    const has = (wanted: string) => instructions.some((one) => one.name === wanted);
    const user = instructions.findLast((one) => one.name === "USER")?.words[0];
    if (user !== "1000:1000") problems.push(`Dockerfile: ${name}: runs as ${user ?? "root"}`);
    if (!has("HEALTHCHECK")) problems.push(`Dockerfile: ${name}: says nothing of its health`);
    const command = commandOf(instructions).join(" ");
    if (scripts[script]?.replace(/^exec /, "") !== command)
      problems.push(`Dockerfile: ${name}: starts \`${command}\`, npm run ${script} another`);
  }
  for (const path of [".env", "secrets/seal_keys", "packs/x", "data/sapa.db", "tests/a.ts", "src/.env.local", ".git/x"])
    if (isLetIn(path, ignore)) problems.push(`.dockerignore: lets in ${path}`);
  return problems;
}
