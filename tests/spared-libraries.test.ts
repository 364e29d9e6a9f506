import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "./support/child-environment.ts";

const source = join(import.meta.dirname, "../src");

/** Returns the packages that a process has loaded after it imported these files. */
function loadedBy(files: readonly string[]): string[] {
  const script = `
    import { registerHooks } from "node:module";
    const seen = new Set();
    registerHooks({ load: (url, context, next) => (seen.add(/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1]), next(url, context)) });
    for (const file of ${JSON.stringify(files)}) await import(file);
    console.log(JSON.stringify([...seen]));
    process.exit();`;
  const args = ["--input-type=module", "--eval", script];
  return JSON.parse(spawnSync(process.execPath, args, { env: { ...CHILD_ENVIRONMENT }, encoding: "utf8" }).stdout);
}

it("a process with a store in a file loads neither MongoDB's nor Redis' library", () => {
  const loaded = loadedBy(["runtime.ts", "app.ts", "cli/open.ts"].map((file) => join(source, file)));
  expect(loaded).toContain("fastify");
  expect(loaded.filter((name) => /^(mongoose|mongodb|bson|bullmq|ioredis|@bull-board)/.test(name))).toEqual([]);
});
