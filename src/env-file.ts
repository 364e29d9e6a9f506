import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { AppError } from "./vocabulary/errors.ts";

/** Throws SETTINGS_INVALID if the file cannot be read, a quotation mark is wrong, or a name occurs twice. */
export function readEnvFile(path: string): Record<string, string> {
  const text = readText(path).replace(/^\uFEFF/, "");
  const lines = new Map<string, { at: number; isEmpty: boolean }[]>();
  const quoteProblems: string[] = [];
  text.split("\n").forEach((line, index) => {
    const [, name, value = ""] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)/.exec(line) ?? [];
    if (name === undefined) return;
    const isEmpty = /^\s*(?:""|'')?\s*(?:#.*)?$/.test(value);
    const wrong = quoteProblemOf(value.trim());
    if (wrong) quoteProblems.push(`line ${index + 1}, ${name}: ${wrong}; write the value without quotation marks`);
    lines.set(name, [...(lines.get(name) ?? []), { at: index + 1, isEmpty }]);
  });
  if (quoteProblems.length > 0) throw new AppError("SETTINGS_INVALID", `${path}: ${quoteProblems.join("; ")}`);
  const twice = [...lines].filter(([, at]) => at.length > 1);
  if (twice.length > 0) {
    const sentences = twice.map(
      ([name, at]) =>
        `${name} stands there twice, in lines ${at.map((one) => one.at).join(" and ")}: ${describeLinesToDelete(at)}`,
    );
    throw new AppError("SETTINGS_INVALID", `${path}: ${sentences.join("; ")}`);
  }
  return Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? ""]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    const { code = "" } = thrown as NodeJS.ErrnoException;
    throw new AppError("SETTINGS_INVALID", `${path}: ${describeUnread(code)}`, { cause: thrown });
  }
}

export const describeUnread = (code: string): string =>
  code === "EACCES" || code === "EPERM"
    ? "this user may not read it; run the command as the service's user (with root: deploy/sapa does), or give that user the file with chown and chmod 600"
    : `it cannot be read (${code}); make it a file with a line NAME=value for each setting, as .env.example has them`;

/** After an open quotation mark, the next lines would join the value. */
function quoteProblemOf(value: string): string | undefined {
  if (/^[“”„‘’«]/.test(value)) return "begins with a quotation mark of a text program";
  const [open = ""] = value;
  return /["'`]/.test(open) && !value.includes(open, 1) ? `${open} is opened and never closed` : undefined;
}

/** If several lines have a value, the operator must choose. */
function describeLinesToDelete(lines: readonly { at: number; isEmpty: boolean }[]): string {
  const empty = lines.filter(({ isEmpty }) => isEmpty);
  if (empty.length !== lines.length - 1) return "delete one";
  return `delete line ${empty.map(({ at }) => at).join(" and ")}, which ${empty.length === 1 ? "is" : "are"} empty`;
}
