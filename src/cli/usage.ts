import type { Command } from "commander";
import { nearestName } from "../nearest-name.ts";
import { asLine } from "./print.ts";

const MOST_LETTERS = 3;

export const nearestWord = (given: string, words: readonly string[]): string | undefined =>
  nearestName(given, words, (near) => Math.min(MOST_LETTERS, Math.floor(near.length / 2)));

export function reportPlainly(program: Command, given: readonly string[], path = program.name()): void {
  program.exitOverride();
  program.configureOutput({
    outputError: (text, write) => write(`${sentenceOf(describeMisspelt(text, program, given) ?? text, path)}\n`),
  });
  for (const sub of program.commands) reportPlainly(sub, given, `${path} ${sub.name()}`);
}

/** Commander alone would report only that a required option is missing. */
function describeMisspelt(text: string, { options }: Command, given: readonly string[]): string | undefined {
  if (!text.startsWith("error: required option")) return undefined;
  const known = options.flatMap(({ long }) => long ?? []);
  const names = given.filter((one) => /^--./.test(one)).map((one) => one.split("=")[0] ?? "");
  const strange = names.find((name) => !known.includes(name));
  if (strange === undefined) return undefined;
  const near = nearestWord(strange, known);
  return `error: unknown option '${strange}'${near ? `\n(Did you mean ${near}?)` : ""}`;
}

function sentenceOf(text: string, path: string): string {
  const [, said = "", meant] = /^(?:error: )?([\s\S]*?)\.?(?:\n\(Did you mean (.+?)\?\))?\s*$/.exec(text) ?? [];
  const perhaps = meant === undefined ? "" : `; did you mean ${meant}?`;
  return asLine(`${path}: ${said}${perhaps} (\`npx --no ${path.replace(" ", " help ")}\` shows how)`);
}

export function findCommand(program: Command, names: readonly string[]): Command {
  const next = program.commands.find((one) => one.name() === names[0]);
  return next ? findCommand(next, names.slice(1)) : program;
}
