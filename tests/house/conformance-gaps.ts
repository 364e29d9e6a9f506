import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const STEPS = "store-steps.ts";

/** Returns a sentence for each gap in the conformance suites. */
export function conformanceGapsIn(root: string): string[] {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const files = readdirSync(join(root, "tests/conformance")).map((name) => ({
    name,
    text: read(`tests/conformance/${name}`),
  }));
  const cases = files.filter(({ name }) => /^store-[a-z]+\.ts$/.test(name) && name !== STEPS);
  const called = files.map(({ text }) => text).join("\n");
  const stores = readdirSync(join(root, "src/store"), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && entry.name !== "ports" ? [entry.name] : [],
  );
  const isRun = (store: string) =>
    files.some(
      ({ name, text }) =>
        name.endsWith(".test.ts") && text.includes(`src/store/${store}/`) && text.includes("storeConformance("),
    );
  const ports = readdirSync(join(root, "src/store/ports")).map((name) => `src/store/ports/${name}`);
  return [
    ...stores
      .filter((store) => !isRun(store))
      .map((store) => `src/store/${store}: no test in tests/conformance runs storeConformance over it`),
    ...ports.flatMap((port) =>
      functionsOf(read(port))
        .filter((name) => !new RegExp(`\\b${name}\\(`).test(called))
        .map((name) => `${port}: no case in tests/conformance calls ${name}`),
    ),
    ...cases
      .filter(({ name }) => !read("tests/conformance/store.ts").includes(`"./${name}"`))
      .map(({ name }) => `tests/conformance/${name}: tests/conformance/store.ts does not run it`),
  ];
}

const functionsOf = (port: string): string[] =>
  [...port.matchAll(/^export type \w+ = \{\n([\s\S]*?)^\};/gm)].flatMap(([, body = ""]) =>
    [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name = ""]) => name),
  );
