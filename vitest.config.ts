import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { memoryFolder } from "./tests/support/memory-folder.ts";

// Every suite starts processes and threads of the service: the first has Node compile the source, the others read that.
// Child processes get this by tests/support/child-environment.ts.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/node-compile");

const memory = memoryFolder();
if (memory !== undefined) process.env.TMPDIR ??= memory;

const cores = availableParallelism();

const common = {
  // Suites open a store's thread a hundred times in one process, and V8's book of code pages, kept with these keys,
  // then ends the process now and then ("jit_page.has_value()", nodejs/node#64500). The service opens one.
  execArgv: ["--no-memory-protection-keys"],
  testTimeout: 40_000,
  hookTimeout: 60_000,
  // A poll ends when its condition holds; how long it may take says nothing about the service, and cores are shared.
  expect: { poll: { timeout: 10_000 } },
};

/** Pure suites of more than a second of processor time each. `npm run test:quick` leaves them out. */
const THOROUGH = [
  "channels/limits",
  "casework/access",
  "conversation/intent-model",
  "conversation/language",
  "conversation/linear",
  "conversation/menu-words",
  "conversation/official",
  "conversation/open-question",
  "conversation/reason-screens",
  "districts/*",
  "register/name-cells",
  "signals/alarms",
  "signals/second-opinion",
  "signals/tables",
  "signals/weights",
  "signals/work",
].map((name) => `tests/${name}.test.ts`);

/** Suites that only compute: they start nothing, and share the modules that they import. */
const PURE = [
  ...["conversation", "register", "signals", "house", "districts"].map((name) => `tests/${name}/**/*.test.ts`),
  "tests/casework/*.test.ts",
  "tests/channels/limits.test.ts",
  "tests/imports/rows.test.ts",
];

/**
 * Files that take far longer than their size tells. Without times of an earlier run vitest starts the largest files first,
 * so these would run on alone when all others have ended. Drills are among others, because many of them at once wait for
 * each other.
 */
const LONGEST = [
  "crash/fail-points",
  "conformance/store-mongo",
  "e2e/whatsapp-web",
  "crash/servers",
  "deploy/containers",
  "crash/machine",
  "e2e/ending",
  "crash/kill",
  "conversation/intent-model",
  "signals/weights",
  "conversation/dialogues",
].map((name) => join(import.meta.dirname, `tests/${name}.test.ts`));

const pure = { ...common, isolate: false, maxWorkers: Math.max(2, cores - 1), sequence: { groupOrder: 1 } };

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONGEST.includes(moduleId) ? LONGEST.indexOf(moduleId) : LONGEST.length;
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return (await super.sort(files)).sort((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...pure, name: "quick", include: PURE, exclude: THOROUGH } },
      { test: { ...pure, name: "thorough", include: THOROUGH } },
      {
        test: {
          ...common,
          name: "service",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/bench/**", ...PURE],
          globalSetup: "tests/crash/table.ts",
          // These wait for processes, pauses and servers about half of their time.
          maxWorkers: Math.max(3, cores),
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
});
