import { readFileSync, statSync } from "node:fs";

type Environment = Record<string, string | undefined>;

const FILE = "_FILE";
/** In bytes. */
const LONGEST = 65_536;

export const settingOfFile = (name: string): string | undefined =>
  name.endsWith(FILE) ? name.slice(0, -FILE.length) : undefined;

/** `problems` contains no path, because an operator may write the secret there. */
export function readSettingFiles(
  environment: Environment,
  isSetting: (name: string) => boolean,
  problems: string[],
): { environment: Environment; refused: ReadonlySet<string> } {
  const read = { ...environment };
  const refused = new Set<string>();
  for (const [fileName, path] of Object.entries(environment)) {
    const name = settingOfFile(fileName);
    if (name === undefined || path === undefined || !isSetting(name)) continue;
    delete read[fileName];
    const found =
      environment[name] === undefined ? readLine(path) : { wrong: `${name} is set as well; keep one of the two` };
    if ("line" in found) read[name] = found.line;
    else {
      refused.add(name);
      problems.push(`${fileName}: ${found.wrong}`);
    }
  }
  return { environment: read, refused };
}

/** Spaces at the ends may be part of a password. */
function readLine(path: string): { line: string } | { wrong: string } {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { wrong: "names a folder; Docker makes one where the file was missing" };
    if (!status.isFile()) return { wrong: "names no plain file" };
    if (status.size > LONGEST) return { wrong: "names a file that is too long for a setting" };
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    const line = text.replace(/[\r\n]+$/, "");
    if (line === "") return { wrong: "names an empty file" };
    return /[\r\n\0]/.test(line) ? { wrong: "names a file of more than one line" } : { line };
  } catch (error) {
    return { wrong: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: string };
  if (code === "ENOENT" || code === "ENOTDIR") return "names a file that is not there";
  if (code === "EACCES" || code === "EPERM") return "names a file that this user may not read";
  if (error instanceof TypeError) return "names a file that is not UTF-8 text";
  return `names a file that cannot be read (${code ?? "unknown"})`;
}
