import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const words = ["src/vocabulary/", "src/time.ts", "src/many.ts", "src/defined.ts", "zod"];
/** Every channel reads and cleans messages with these files. */
const edge = [
  "src/channels/channel.ts",
  "src/channels/clean-text.ts",
  "src/channels/loose-schemas.ts",
  "src/channels/group-words.ts",
  "src/channels/clock-check.ts",
  "src/constant-time.ts",
  "src/html.ts",
  "src/time-limit.ts",
];

const domain = ["src/conversation/", "src/register/", "src/casework/", "src/signals/", "src/words/"];
/** Another folder may import these folders only if its line names them. */
const apart = ["src/casework/desk/"];
const pureParts = ["src/imports/rows/", "src/demo/sample/"];
const effects = ["src/effects/"];
const ports = [
  "src/store/ports/",
  "src/channels/channel.ts",
  "src/channels/accounts.ts",
  "src/channels/compose.ts",
  "src/queue/jobs.ts",
];

const sheetWords = "districts/national/sheet-words.json";

/** A folder may always import itself; the longest matching line wins. */
const mayImport: Record<string, string[] | "anything"> = {
  "src/vocabulary/": ["zod"],
  "src/conversation/": [...words, ...domain],
  "src/register/": [...words, ...domain, "fastest-levenshtein"],
  "src/casework/": [...words, ...domain],
  "src/casework/desk/": [
    ...words,
    ...domain,
    ...ports,
    ...effects,
    "src/casework/desk/",
    "src/districts/",
    "src/observability/",
    "src/privacy/",
    "node:crypto",
  ],
  "src/signals/": [],
  "src/words/": ["zod"],
  "src/word-files.ts": ["src/words/", "src/i18n.ts", "node:fs", "node:path"],
  "src/signal-tables.ts": [
    "src/conversation/understanding/",
    "src/signals/",
    "src/word-files.ts",
    "src/i18n.ts",
    "node:fs",
    "node:path",
  ],
  "src/intent-model.ts": [
    "src/conversation/understanding/",
    "src/words/",
    "src/word-files.ts",
    "src/signal-tables.ts",
    "src/i18n.ts",
    "node:fs",
    "node:path",
  ],
  "src/intent-training.ts": [
    "src/conversation/understanding/",
    "src/intent-model.ts",
    "src/intent-trust.ts",
    "src/make-up.ts",
    "src/signals/",
    "src/signal-tables.ts",
    "src/vocabulary/",
    "src/word-files.ts",
    "node:fs",
    "node:path",
  ],
  "src/intent-trust.ts": [
    "src/conversation/understanding/",
    "src/intent-training.ts",
    "src/make-up.ts",
    "src/signals/",
  ],
  "src/make-up.ts": ["src/conversation/understanding/", "src/intent-training.ts"],
  "src/signal-training.ts": ["src/signals/", "src/signal-tables.ts", "src/i18n.ts", "node:fs", "node:path"],
  "src/privacy/": [...words, "src/constant-time.ts", "node:crypto"],
  "src/media/": [
    ...words,
    "src/limited-process.ts",
    "node:child_process",
    "node:path",
    "node:zlib",
    "file-type",
    "sharp",
  ],
  "src/districts/": [
    ...words,
    ...domain,
    sheetWords,
    "src/plain-problems.ts",
    "src/nearest-name.ts",
    "src/own-texts.ts",
    "node:crypto",
    "node:fs",
    "node:path",
    "node:sqlite",
  ],
  "src/own-texts.ts": ["src/vocabulary/errors.ts", "zod", "node:fs", "node:path"],
  "src/translations/": [
    "src/districts/",
    "src/html.ts",
    "src/i18n.ts",
    "src/imports/check-workbook.ts",
    "src/own-texts.ts",
    "src/vocabulary/errors.ts",
    "read-excel-file/node",
    "node:crypto",
    "node:fs",
    "node:path",
    "node:zlib",
  ],
  "src/pack-folders.ts": ["node:fs", "node:path"],
  "src/plain-problems.ts": ["zod"],
  "src/channels/": [...words, "src/channels/", "src/time-limit.ts", "undici", "node:stream"],
  "src/channels/telegram/": [
    ...words,
    ...edge,
    "src/channels/http-pool.ts",
    "src/channels/remembered-answer.ts",
    "grammy",
    "node:crypto",
    "node:fs/promises",
    "node:path",
  ],
  "src/channels/whatsapp/": [
    ...words,
    ...edge,
    "src/channels/http-pool.ts",
    "src/channels/remembered-answer.ts",
    "node:crypto",
  ],
  "src/channels/whatsapp-web/": [
    ...words,
    ...edge,
    "src/http/end-connections.ts",
    "src/channels/http-pool.ts",
    "fastify",
    "qrcode",
    "undici",
    "whatsapp-web.js",
    "node:crypto",
    "node:path",
    "node:timers/promises",
  ],
  "src/channels/webchat/": [
    ...words,
    ...edge,
    "src/cell-rate.ts",
    "node:crypto",
    "node:fs",
    "node:net",
    "node:path",
    "node:zlib",
  ],
  "src/familiar-words.ts": [
    "src/conversation/understanding/",
    "src/intent-model.ts",
    "src/intent-training.ts",
    "src/word-files.ts",
  ],
  "src/store/": [...words, ...domain, ...effects, "src/privacy/"],
  "src/store/schemes.ts": [],
  "src/store/index.ts": ["src/store/", ...words, ...domain, "src/privacy/"],
  "src/store/sqlite/": [
    "src/make-folder.ts",
    ...words,
    ...domain,
    ...effects,
    "src/system-error.ts",
    "src/privacy/",
    "src/store/ports/",
    "src/store/options.ts",
    "src/store/record-names.ts",
    "src/store/decoy-rows.ts",
    "src/store/ticket-columns.ts",
    "src/store/ticket-find.ts",
    "src/store/ticket-list.ts",
    "src/store/ticket-thread.ts",
    "src/store/serial-gap.ts",
    "src/store/words-hash.ts",
    "src/store/chunks.ts",
    "src/store/history-words.ts",
    "src/store/audit-chain.ts",
    "src/store/key-checks.ts",
    "src/store/resend-pauses.ts",
    "src/store/held-numbers.ts",
    "src/store/candidate-words.ts",
    "node:sqlite",
    "node:timers/promises",
    "node:fs",
    "node:fs/promises",
    "node:path",
    "node:os",
    "node:crypto",
    "node:worker_threads",
  ],
  "src/store/mongo/": [
    ...words,
    ...domain,
    ...effects,
    "src/privacy/",
    "src/store/ports/",
    "src/store/options.ts",
    "src/store/record-names.ts",
    "src/store/decoy-rows.ts",
    "src/store/history-words.ts",
    "src/store/ticket-columns.ts",
    "src/store/ticket-find.ts",
    "src/store/ticket-list.ts",
    "src/store/ticket-thread.ts",
    "src/store/serial-gap.ts",
    "src/store/words-hash.ts",
    "src/store/chunks.ts",
    "src/store/audit-chain.ts",
    "src/store/key-checks.ts",
    "src/store/resend-pauses.ts",
    "src/store/held-numbers.ts",
    "src/store/candidate-words.ts",
    "src/time-limit.ts",
    "mongoose",
    "node:crypto",
    "node:timers/promises",
  ],
  "src/imports/": [
    ...words,
    sheetWords,
    "src/words/",
    "src/register/",
    "src/districts/",
    "src/privacy/",
    "src/store/ports/",
    "src/limited-process.ts",
    "src/system-error.ts",
    "csv-parse",
    "node:fs",
    "node:fs/promises",
    "node:os",
    "node:path",
    "node:readline",
    "node:worker_threads",
    "node:zlib",
  ],
  "src/imports/rows/": [...words, sheetWords, "src/register/", "src/nearest-name.ts"],
  "src/demo/": [
    "src/make-folder.ts",
    ...words,
    ...domain,
    "src/imports/",
    "src/districts/",
    "src/runtime.ts",
    "src/config.ts",
    "src/store/schemes.ts",
    "node:crypto",
    "node:fs",
    "node:path",
  ],
  "src/demo/sample/": [...words, "src/register/"],
  "src/queue/": [
    ...words,
    "src/time-limit.ts",
    "src/cell-rate.ts",
    "fastify",
    "@bull-board/",
    "bullmq",
    "bullmq-otel",
    "ioredis",
    "node:crypto",
  ],
  "src/effects/": [...words, ...domain],
  "src/messaging/": [
    ...words,
    ...domain,
    ...ports,
    ...effects,
    "src/districts/",
    "src/media/",
    "src/observability/",
    "src/privacy/",
    "src/time-limit.ts",
    "node:crypto",
    "node:fs/promises",
    "node:path",
    "node:timers/promises",
    "node:zlib",
  ],
  "src/doctor/": [
    ...words,
    ...domain,
    "src/casework/desk/",
    "src/observability/",
    "src/messaging/",
    "src/districts/",
    "src/privacy/",
    "src/store/ports/",
    "src/store/driver.ts",
    "src/store/look-at-store.ts",
    "src/store/index.ts",
    "src/store/schemes.ts",
    "src/queue/look-at-redis.ts",
    "src/channels/channel.ts",
    "src/channels/accounts.ts",
    "src/i18n.ts",
    "src/config.ts",
    "src/data-folder.ts",
    "src/setting-names.ts",
    "src/start-notices.ts",
    "src/open-channels.ts",
    "src/runtime.ts",
    "src/time-limit.ts",
    "node:crypto",
    "node:dns/promises",
    "node:fs",
    "node:fs/promises",
    "node:path",
  ],
  "src/http/contract/": [...words],
  "src/http/": [
    ...words,
    ...domain,
    "src/casework/desk/",
    "src/observability/",
    "src/doctor/",
    "src/messaging/",
    "src/districts/",
    "src/privacy/",
    "src/runtime.ts",
    "src/store/schemes.ts",
    "src/trusted-proxies.ts",
    "src/channels/channel.ts",
    "src/channels/accounts.ts",
    "src/time-limit.ts",
    "src/constant-time.ts",
    "src/html.ts",
    "fastify",
    "fastify-type-provider-zod",
    "@fastify/swagger",
    "@fastify/swagger-ui",
    "node:stream",
    "node:crypto",
    "node:http",
    "node:net",
  ],
  "src/app.ts": [
    "src/vocabulary/errors.ts",
    "src/defined.ts",
    "src/trusted-proxies.ts",
    "src/http/",
    "src/runtime.ts",
    "fastify",
  ],
  "src/time.ts": ["src/vocabulary/lists.ts"],
  "src/many.ts": [],
  "src/open-late.ts": [],
  "src/trusted-proxies.ts": ["node:net"],
  "src/time-limit.ts": [],
  "src/html.ts": [],
  "src/constant-time.ts": ["node:crypto"],
  "src/setting-files.ts": ["node:fs"],
  "src/password-url.ts": ["src/store/schemes.ts"],
  "src/missing-keys.ts": ["src/store/schemes.ts", "node:fs", "node:path"],
  "src/make-folder.ts": ["node:fs", "node:path"],
  "src/data-folder.ts": [
    "src/make-folder.ts",
    "src/vocabulary/errors.ts",
    "src/system-error.ts",
    "node:fs",
    "node:os",
    "node:path",
  ],
  "src/private-files.ts": ["src/store/schemes.ts", "node:fs", "node:path", "node:worker_threads"],
  "src/limited-process.ts": ["node:child_process", "node:fs"],
  "src/i18n.ts": [
    "src/own-texts.ts",
    "src/time.ts",
    "src/vocabulary/lists.ts",
    "src/vocabulary/message.ts",
    "i18next",
    "node:fs",
    "node:path",
  ],
  "src/config.ts": [
    "src/vocabulary/errors.ts",
    "src/districts/unknown-district.ts",
    "src/districts/pack-files.ts",
    "src/pack-folders.ts",
    "src/trusted-proxies.ts",
    "src/setting-files.ts",
    "src/store/schemes.ts",
    "src/password-url.ts",
    "src/missing-keys.ts",
    "src/plain-problems.ts",
    "src/privacy/",
    "src/channels/index.ts",
    "src/env-file.ts",
    "src/unread-names.ts",
    "zod",
    "node:fs",
  ],
  "src/env-file.ts": ["src/vocabulary/errors.ts", "node:fs", "node:util"],
  "src/unread-names.ts": ["src/channels/index.ts", "src/env-file.ts", "src/setting-names.ts", "zod", "node:fs"],
  "src/process.ts": ["src/config.ts", "src/vocabulary/errors.ts", "src/runtime.ts", "src/system-error.ts"],
  "src/system-error.ts": [],
  "src/version.ts": ["node:fs", "node:path"],
  "src/nearest-name.ts": ["fastest-levenshtein"],
  "src/cell-rate.ts": [],
  "src/defined.ts": [],
  "src/setting-names.ts": ["src/defined.ts", "src/nearest-name.ts"],
  "src/start-notices.ts": [
    "src/unread-names.ts",
    "src/config.ts",
    "src/vocabulary/message.ts",
    "src/setting-names.ts",
    "src/channels/index.ts",
    "zod",
    "node:fs",
  ],
  "src/observability/": [...words, ...ports, "pino", "prom-client", "@opentelemetry/", "node:fs", "node:crypto"],
  "src/open-channels.ts": [
    "src/vocabulary/errors.ts",
    "src/config.ts",
    "src/channels/accounts.ts",
    "src/channels/channel.ts",
    "src/channels/index.ts",
    "src/register/district.ts",
  ],
  "src/open-queue.ts": [
    "src/vocabulary/errors.ts",
    "src/config.ts",
    "src/observability/outage.ts",
    "src/observability/trace.ts",
    "src/queue/",
    "src/store/schemes.ts",
  ],
  "src/channel-service.ts": [
    "src/vocabulary/message.ts",
    "src/config.ts",
    "src/channels/channel.ts",
    "src/messaging/",
    "src/queue/jobs.ts",
    "src/register/district.ts",
    "src/store/ports/store.ts",
  ],
  "src/load-world.ts": [
    "src/open-late.ts",
    "src/config.ts",
    "src/districts/",
    "src/i18n.ts",
    "src/intent-model.ts",
    "src/pack-folders.ts",
    "src/signal-tables.ts",
    "src/word-files.ts",
    "node:path",
  ],
  "src/stages.ts": [
    "src/casework/desk/",
    "src/media/clean-apart.ts",
    "src/messaging/",
    "src/observability/activity.ts",
    "src/store/ports/store.ts",
  ],
  "src/runtime.ts": "anything",
  "src/main.ts": "anything",
  "src/cli/": [
    ...words,
    ...domain,
    "src/casework/desk/",
    "src/observability/",
    "src/imports/",
    "src/demo/",
    "src/doctor/",
    "src/messaging/",
    "src/districts/",
    "src/i18n.ts",
    "src/own-texts.ts",
    "src/translations/",
    "src/pack-folders.ts",
    "src/privacy/",
    "src/store/look-at-store.ts",
    "src/runtime.ts",
    "src/config.ts",
    "src/data-folder.ts",
    "src/app.ts",
    "src/process.ts",
    "src/setting-files.ts",
    "src/missing-keys.ts",
    "src/plain-problems.ts",
    "src/system-error.ts",
    "src/version.ts",
    "commander",
    "src/nearest-name.ts",
    "cli-progress",
    "node:util",
    "node:crypto",
    "node:fs",
    "node:os",
    "node:path",
    "node:readline",
  ],
  "src/cli/diagram.ts": ["src/casework/draw-kinds.ts", "src/conversation/", "src/i18n.ts", "commander", "node:path"],
  "src/cli/release.ts": ["node:child_process", "node:crypto", "node:fs", "node:path", "node:zlib"],
  "src/cli/examples.ts": [
    ...words,
    "src/conversation/understanding/",
    "src/familiar-words.ts",
    "src/intent-training.ts",
    "src/pack-folders.ts",
    "src/runtime.ts",
    "src/store/ports/candidates.ts",
    "commander",
    "node:fs",
    "node:path",
  ],
  "src/cli/telegram.ts": ["src/channels/telegram/setup.ts", "src/config.ts", "src/vocabulary/errors.ts", "commander"],
  "src/cli/train.ts": [
    "src/intent-model.ts",
    "src/intent-training.ts",
    "src/signal-tables.ts",
    "src/signal-training.ts",
    "node:fs",
    "node:path",
  ],
  "src/cli/understand.ts": [
    ...words,
    ...domain,
    "src/districts/",
    "src/pack-folders.ts",
    "src/intent-model.ts",
    "src/signal-tables.ts",
    "src/word-files.ts",
    "commander",
    "node:path",
  ],
  "src/cli/talk.ts": [
    "src/channels/channel.ts",
    "src/channels/accounts.ts",
    "src/store/look-at-store.ts",
    ...words,
    "src/demo/",
    "src/messaging/",
    "src/config.ts",
    "src/runtime.ts",
    "commander",
  ],
  "workers/start.ts": [
    "src/load-world.ts",
    "src/app.ts",
    "src/process.ts",
    "src/runtime.ts",
    "src/config.ts",
    "src/vocabulary/errors.ts",
    "src/start-notices.ts",
  ],
  "workers/whatsapp-web.ts": [
    "node:crypto",
    "src/private-files.ts",
    "src/channels/whatsapp-web/",
    "src/config.ts",
    "src/i18n.ts",
    "src/pack-folders.ts",
    "src/vocabulary/errors.ts",
    "src/observability/log.ts",
    "src/process.ts",
    "node:path",
  ],
  "workers/read-sheet.ts": [
    "src/imports/check-workbook.ts",
    "src/imports/formula-cells.ts",
    "src/vocabulary/errors.ts",
    "read-excel-file/node",
    "node:fs",
  ],
  "workers/clean-file.ts": ["src/media/", ...words, "node:stream/consumers"],
  "workers/": [
    "src/casework/desk/",
    "src/messaging/",
    "src/queue/",
    "src/vocabulary/errors.ts",
    "src/runtime.ts",
    "src/config.ts",
    "bullmq",
  ],
};

const files = globSync(["src/**/*.ts", "workers/**/*.ts"], { exclude: ["src/console/**"] }).sort();
const lineFor = (file: string): string | undefined =>
  Object.keys(mayImport)
    .filter((prefix) => file.startsWith(prefix))
    .sort((a, b) => b.length - a.length)[0];

const importsOf = (file: string): string[] => importsIn(file, readFileSync(file, "utf8"));

function importsIn(file: string, text: string): string[] {
  const found = text.matchAll(
    /^(?:import|export)\b[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...found].map(([, from, bare, dynamic]) => {
    const path = from ?? bare ?? dynamic ?? "";
    return path.startsWith(".") ? join(dirname(file), path) : path;
  });
}

it("finds the code", () => expect(files.length).toBeGreaterThan(100));

describe("imports", () => {
  it.each(files)("%s imports only what its folder may", (file) => {
    const line = lineFor(file);
    expect(line, "no line in the table").toBeDefined();
    const allowed = mayImport[line ?? ""] ?? [];
    if (allowed === "anything") return;
    const folder = file.startsWith("src/cli/") ? "src/cli/" : (line ?? "");
    const reaches = (prefix: string, path: string) =>
      path === prefix ||
      (prefix.endsWith("/") &&
        path.startsWith(prefix) &&
        apart.every((one) => !path.startsWith(one) || prefix.startsWith(one)));
    const strays = importsOf(file).filter((path) => ![folder, ...allowed].some((prefix) => reaches(prefix, path)));
    expect(strays).toEqual([]);
  });
});

/** With `values`, the result leaves out imports of types. */
function neighboursOf(file: string, values: boolean): string[] {
  const text = readFileSync(file, "utf8").replace(values ? /^(?:import|export) type\b[^;]*;/gm : /$^/, "");
  return importsIn(file, text).filter((path) => files.includes(path));
}

/** Returns each circle of files that import each other. */
function circlesOf(among: readonly string[], values: boolean): string[][] {
  const next = new Map(among.map((file) => [file, neighboursOf(file, values).filter((one) => among.includes(one))]));
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const waiting = [...(next.get(from) ?? [])];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      waiting.push(...(next.get(file) ?? []));
    }
    return seen;
  };
  const reached = new Map(among.map((file) => [file, reach(file)]));
  const inCircle = among.filter((file) => reached.get(file)?.has(file));
  const circle = (file: string) => inCircle.filter((one) => reached.get(file)?.has(one) && reached.get(one)?.has(file));
  return [...new Map(inCircle.map((file) => [circle(file)[0], circle(file)])).values()];
}

describe("no import goes in a circle", () => {
  it("when the service runs", () => expect(circlesOf(files, true)).toEqual([]));

  it("in the conversation, types neither", () => {
    const conversation = files.filter((file) => file.startsWith("src/conversation/"));
    expect(circlesOf(conversation, false)).toEqual([]);
  });
});

describe("the conversation", () => {
  const flowsIn = "src/conversation/flows/";
  const flowOf = (file: string): string => file.slice(flowsIn.length).replace(/(\/.*|\.ts)$/, "");
  const list = `${flowsIn}index.ts`;

  it.each(files.filter((file) => file.startsWith(flowsIn) && file !== list))("%s imports no other flow", (file) => {
    const flows = importsOf(file).filter((path) => path.startsWith(flowsIn));
    expect(flows.filter((path) => path === list || flowOf(path) !== flowOf(file))).toEqual([]);
  });

  it("has no flow in its engine or in the modules that flows share", () => {
    const others = files.filter((file) => file.startsWith("src/conversation/") && !file.startsWith(flowsIn));
    expect(others.filter((file) => importsOf(file).some((path) => path.startsWith(flowsIn)))).toEqual([]);
  });
});

describe("pure folders use nothing outside the process", () => {
  const pure = files
    .filter((file) => [...domain, ...pureParts].some((folder) => file.startsWith(folder)))
    .filter((file) => !apart.some((folder) => file.startsWith(folder)));
  const OUTSIDE =
    /\bDate\.now|\bnew Date\(\)|\bMath\.random|\bperformance\.|\bprocess\.|\bfetch\(|\bsetTimeout|\bsetInterval|\bawait\b|\basync\b|from "node:/;

  it.each(pure)("%s", (file) => {
    const code = readFileSync(file, "utf8").replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(code.match(OUTSIDE)?.[0]).toBeUndefined();
  });
});

it.each(files.filter((file) => file !== "src/config.ts"))("%s leaves the environment to config.ts", (file) => {
  expect(readFileSync(file, "utf8")).not.toMatch(/process\.env\b/);
});
