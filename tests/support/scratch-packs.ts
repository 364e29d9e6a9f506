import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { DISTRICTS } from "./areas.ts";

export function ownPacks(files: Record<string, string | object> = {}) {
  const own = mkdtempSync(join(tmpdir(), "sapa-own-"));
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
  const write = (path: string, content: string | object) => {
    const file = join(own, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return { shipped: DISTRICTS, own, write };
}
