import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addAreas, checkDistrict } from "../../src/districts/index.ts";
import { openWords } from "../../src/word-files.ts";
import type { CodeNames } from "../house/code-names.ts";
import { conformanceGapsIn } from "../house/conformance-gaps.ts";
import { languageGapsIn, textGapsIn, unlistedLanguagesIn } from "../house/texts.ts";
import { drawingGapsIn, settingGapsIn, straysIn } from "../house/unlisted-files.ts";

const HERE = join(import.meta.dirname, "../..");
const COPIED = [
  "src",
  "workers",
  "locales",
  "districts",
  "tests/house/code-names.ts",
  "tests/conformance",
  "docs/conversation.md",
  "docs/casework.md",
  "README.md",
  ".env.example",
  "package.json",
  "tsconfig.json",
];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "sapa-additions-"));
  for (const path of COPIED) cpSync(join(HERE, path), join(root, path), { recursive: true });
  symlinkSync(join(HERE, "node_modules"), join(root, "node_modules"));
  edit("tsconfig.json", '"include": ["src", "workers", "tests", "deploy", "*.ts"]', '"include": ["src", "workers"]');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(root, path), "utf8");
function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
}
function edit(path: string, from: string, to: string): void {
  const text = read(path);
  if (!text.includes(from)) throw new Error(`${path} holds no ${from}`);
  write(
    path,
    text.replace(from, () => to),
  );
}
const setKeys = (path: string, more: object): void => write(path, { ...JSON.parse(read(path)), ...more });
const inLanguages = (topic: string, more: object): void => {
  for (const locale of ["id", "en", "jv", "su"]) {
    if (!existsSync(join(root, `locales/${locale}/${topic}.json`))) write(`locales/${locale}/${topic}.json`, {});
    setKeys(`locales/${locale}/${topic}.json`, more);
  }
};

const run = (args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });

/** Returns the faults that the compiler and the house tests find in the copy. */
function complaints(): string[] {
  const { stdout } = run([join(HERE, "node_modules/typescript/bin/tsc"), "--pretty", "false"]);
  const told = run([
    "--input-type=module",
    "-e",
    'import { readCodeNames } from "./tests/house/code-names.ts"; console.log(JSON.stringify(readCodeNames()));',
  ]);
  if (told.status !== 0) throw new Error(told.stderr);
  const names = JSON.parse(told.stdout) as CodeNames;
  const found = [
    ...stdout.split(/\n(?=\S)/).filter((line) => line.includes("error TS")),
    ...straysIn(root, names),
    ...conformanceGapsIn(root),
    ...settingGapsIn(root, names),
    ...drawingGapsIn(root, names),
    ...languageGapsIn(root),
    ...unlistedLanguagesIn(root, names),
    ...textGapsIn(root, names),
    ...wordGaps(),
    ...names.problems,
  ];
  return [...new Set(found)];
}

function wordGaps(): string[] {
  try {
    openWords(join(root, "locales"));
    return [];
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message.split("\n") : [String(thrown)];
  }
}

const flowNamed = (name: string): string => `import { z } from "zod";
import { defineFlow } from "../engine/flow.ts";

export const ${name} = defineFlow("${name}", z.object({}), {
  ask: { prompt: "${name}.hello", options: [], leadsTo: [] },
});
`;

const sourced = { source: "contoh", checked_on: "2026-11-28", owner: "Dinas Sosial Gresik" };
const GRESIK = {
  ...{ id: "gresik", code: "3525", name: "Gresik", prefix: "GSK", notice: "1" },
  agency: { name: "Dinsos", official: ["kantor"], ...sourced },
};

const ASKED_OF_POSTGRES = `
import { loadConfig } from "./src/config.ts";
import { describeMissingKeys } from "./src/missing-keys.ts";
import { clockCheck } from "./src/doctor/checks/clock.ts";
import { storeCheck } from "./src/doctor/checks/store.ts";
import { lookAtStore } from "./src/store/look-at-store.ts";
const key = Buffer.alloc(32, 7).toString("base64");
const base = { SEAL_KEYS: "1:" + key, INDEX_KEY: key, DISTRICTS: "lamongan", API_TOKEN: "x".repeat(40) };
const told = (more) => { try { loadConfig({ ...base, ...more }); } catch ({ message }) { return message; } };
const config = loadConfig({ ...base, STORE_URL: "postgres://sapa@db/sapa", STORE_PASSWORD: "p@ss" });
const look = await lookAtStore(config.storeUrl, {});
const scene = { config, storeLook: look, store: {}, now: Date.now };
const says = async (check) => (await check.examine(scene)).map((found) => found.says);
console.log(JSON.stringify({
  url: config.storeUrl,
  passwordAlone: told({ STORE_URL: "postgres://db/sapa", STORE_PASSWORD: "x" }),
  unknownScheme: told({ STORE_URL: "mysql://db/sapa" }),
  missingKeys: describeMissingKeys(["SEAL_KEYS"], { STORE_URL: config.storeUrl }),
  form: look.form,
  store: await says(storeCheck),
  clock: await says(clockCheck),
}));
`;

const ASKED_OF_THE_COPY = `
import { loadConfig } from "./src/config.ts";
import { offeredLanguageIn } from "./src/conversation/understanding/written-in.ts";
import { loadDistricts } from "./src/districts/index.ts";
import { openTranslator } from "./src/i18n.ts";
import { openWords } from "./src/word-files.ts";
import { printOf } from "./src/districts/signature.ts";
const key = Buffer.alloc(32, 7).toString("base64");
const { districts } = loadConfig({ SEAL_KEYS: "1:" + key, INDEX_KEY: key }, { demo: true });
const { translate } = await openTranslator("locales");
const [{ knowledge }] = loadDistricts("districts", ["lamongan"]);
const located = (value) =>
  typeof value === "string"
    ? { at: "x", value }
    : { at: "x", fields: new Map(Object.entries(value).map(([name, one]) => [name, located(one)])) };
const print = (words) => printOf(located({ words }));
console.log(JSON.stringify({
  districts: districts.sort(),
  title: translate("su", { words: knowledge.bst.title }),
  offered: offeredLanguageIn("abdi hoyong naros artos", openWords("locales")),
  isUnsigned: print({ id: "x", su: "y" }) === print({ id: "x", su: "z" }),
}));
`;

/** `begin` makes a part of the addition, and `told` lists the faults of this unfinished state. */
type Addition = { row: string; begin: () => void; told: RegExp[]; complete: () => void };

const additions: Addition[] = [
  {
    row: "channel",
    begin() {
      const text = read("src/channels/webchat/index.ts");
      const made = text.replaceAll("WEBCHAT", "KIOSK").replaceAll("webchat", "kiosk").replaceAll('"./', '"../webchat/');
      write("src/channels/kiosk/index.ts", made);
      write("src/channels/pager/index.ts", "export const pager = {};\n");
      edit("src/channels/index.ts", "export const", 'import { kiosk } from "./kiosk/index.ts";\n\nexport const');
      edit("src/channels/index.ts", "webchat]", "webchat, kiosk]");
    },
    told: [
      /^src\/channels\/pager: no line in src\/channels\/index\.ts$/,
      /^README\.md: no setting KIOSK$/,
      /^\.env\.example: no setting KIOSK_FRAMED_BY$/,
    ],
    complete() {
      rmSync(join(root, "src/channels/pager"), { recursive: true });
      edit("README.md", "| `WEBCHAT` |", "| `KIOSK` | | x |\n| `KIOSK_FRAMED_BY` | | x |\n| `WEBCHAT` |");
      edit(".env.example", "# --- of docker", "# KIOSK=\n# KIOSK_FRAMED_BY=\n# --- of docker");
    },
  },
  {
    row: "flow",
    begin() {
      write("src/conversation/flows/quiz.ts", flowNamed("quiz"));
      write("src/conversation/flows/poll.ts", flowNamed("poll"));
      edit(
        "src/conversation/flows/index.ts",
        "import { reply }",
        'import { quiz } from "./quiz.ts";\nimport { reply }',
      );
      edit("src/conversation/flows/index.ts", "  confide,\n]", "  confide,\n  quiz,\n]");
    },
    told: [
      /^src\/conversation\/flows\/poll: no line in src\/conversation\/flows\/index\.ts$/,
      /^src\/conversation\/flows\/quiz\.ts.*error TS\d+: .*'"quiz"' is not assignable to parameter/,
      /^locales\/id: no text flows\.quiz$/,
      /^locales\/id: no text quiz\.hello$/,
      /^docs\/conversation\.md: draws another conversation; npm run diagram$/,
    ],
    complete() {
      rmSync(join(root, "src/conversation/flows/poll.ts"));
      edit("src/conversation/engine/state-names.ts", "const STATES = {", 'const STATES = {\n  quiz: ["ask"],');
      inLanguages("flows", { quiz: "x" });
      inLanguages("quiz", { hello: "x" });
    },
  },
  {
    row: "district",
    begin() {
      write("districts/gresik/district.json", GRESIK);
      write("districts/surabaya/offices.csv", "id\n");
    },
    told: [
      /^districts\/surabaya: has no district\.json$/,
      /district\.json:1: code 3525 has no villages; `npx --no sapa areas add FILE` takes them from a list$/,
      /gresik\/offices\.csv: has no office$/,
    ],
    complete() {
      rmSync(join(root, "districts/surabaya"), { recursive: true });
      const [id, ...row] = ["dinsos", "dinsos", "Dinsos", "3525", ...Object.values(sourced)];
      write("districts/gresik/offices.csv", `id,kind,name,area,source,checked_on,owner\n${[id, ...row].join(",")}\n`);
      write("desa.csv", "kode10,nama\n3525012001,Contohrejo\n");
      const packs = { shipped: join(root, "districts"), own: join(root, "own") };
      addAreas(packs, join(root, "desa.csv"));
      expect(checkDistrict(packs, "gresik").problems).toEqual([]);
      const villages = readFileSync(join(packs.own, "areas/desa_kelurahan.csv"), "utf8").split("\n")[1] ?? "";
      const [code, name, kind] = villages.split(",");
      const shipped = read("districts/areas/desa_kelurahan.csv");
      write("districts/areas/desa_kelurahan.csv", `${shipped}35.25.01.2001,${code},${name},${kind},,,,\n`);
    },
  },
  {
    row: "language",
    begin() {
      cpSync(join(root, "locales/en"), join(root, "locales/su"), { recursive: true });
      const { hint, ...menu } = JSON.parse(read("locales/su/menu.json"));
      write("locales/su/menu.json", menu);
      write("locales/su/words/commands.json", { comands: { menu: "daptar" } });
      const answer = JSON.parse(read("districts/lamongan/answers/bst.json")) as { title: object };
      setKeys("districts/lamongan/answers/bst.json", { title: { ...answer.title, su: "Bantosan BST" } });
    },
    told: [
      /^locales\/su\/words\/commands\.json: comands: no such list/,
      /^locales\/su: menu\.hint is missing$/,
      /^locales\/id: no text language\.su$/,
      /^locales\/su: no row in LANGUAGES of src\/vocabulary\/lists\.ts$/,
      /lamongan\/answers\/bst\.json:\d+: title\.su: there is no such field$/,
    ],
    complete() {
      setKeys("locales/su/menu.json", { hint: JSON.parse(read("locales/en/menu.json")).hint });
      inLanguages("language", { su: "Basa Sunda" });
      edit("src/vocabulary/lists.ts", '"jv"] as const', '"jv", "su"] as const');
      write("locales/su/words/written.json", { offered: { su: "abdi hoyong naros kumaha artos" } });
      write("locales/su/words/commands.json", { commands: { menu: "daptar" }, languages: { su: "basa sunda" } });
    },
  },
  {
    row: "store",
    begin() {
      write(
        "src/store/postgres/index.ts",
        'import type { Store } from "../ports/store.ts";\nexport const openPostgres = async (): Promise<Store> => ({});\n',
      );
      edit("src/store/schemes.ts", '  "sqlite:"', '  "postgres:": { name: "PostgreSQL", isFile: false },\n  "sqlite:"');
      const letters = "export type Letters = {\n  postLetter(id: string): Promise<void>;\n};\n";
      write("src/store/ports/letters.ts", letters);
    },
    told: [
      /^src\/store\/postgres: no line in src\/store\/index\.ts$/,
      /^src\/store\/index\.ts.*error TS\d+: .*"postgres:"/,
      /^src\/store\/postgres: no test in tests\/conformance runs storeConformance over it$/,
      /^src\/store\/ports\/letters\.ts: no case in tests\/conformance calls postLetter$/,
      /^src\/store\/postgres\/index\.ts.*error TS\d+: .*to type 'Store'/,
    ],
    complete() {
      write("src/store/postgres/index.ts", 'export { openSqlite as openPostgres } from "../sqlite/index.ts";\n');
      edit(
        "src/store/index.ts",
        "import { knownSchemes",
        'import { openPostgres } from "./postgres/index.ts";\nimport { knownSchemes',
      );
      edit(
        "src/store/index.ts",
        '  "sqlite:"',
        '  "postgres:": { open: openPostgres, look: async () => ({ form: 1, newest: 1, clock: 0, alone: true }) },\n  "sqlite:"',
      );
      write(
        "tests/conformance/store-postgres.test.ts",
        'import { openPostgres } from "../../src/store/postgres/index.ts";\nstoreConformance("postgres", openPostgres);\n',
      );
      write("tests/conformance/store-letters.ts", "export const letterCases = (store) => store().postLetter('l');\n");
      edit(
        "tests/conformance/store.ts",
        "import { auditCases }",
        'import "./store-letters.ts";\nimport { auditCases }',
      );
    },
  },
  {
    row: "reason",
    begin: () => edit("src/vocabulary/lists.ts", '  "KTP_LAMA",', '  "NIK_DIBLOKIR",\n  "KTP_LAMA",'),
    told: [
      /^national\/reasons\.json: no text for NIK_DIBLOKIR$/,
      /^src\/register\/reason-kinds\.ts.*error TS\d+: .*NIK_DIBLOKIR/,
    ],
    complete() {
      edit("src/register/reason-kinds.ts", '  KTP_LAMA: "data",', '  NIK_DIBLOKIR: "data",\n  KTP_LAMA: "data",');
      const reasons = JSON.parse(read("districts/national/reasons.json")) as { reason: string }[];
      write("districts/national/reasons.json", [...reasons, { ...reasons[0], reason: "NIK_DIBLOKIR", spellings: [] }]);
    },
  },
  {
    row: "category",
    begin: () => edit("src/vocabulary/lists.ts", '  "quality",', '  "sticker",\n  "quality",'),
    told: [/^src\/casework\/category\.ts.*error TS\d+: .*sticker/],
    complete() {
      edit("src/casework/kinds/complaint.ts", "    quality:", "    sticker: OFFICE_CHECK,\n    quality:");
      inLanguages("category", { sticker: "x" });
    },
  },
  {
    row: "kind",
    begin() {
      const repair = read("src/casework/kinds/repair.ts").replace("export const repair", "export const visit");
      write(
        "src/casework/kinds/visit.ts",
        repair
          .replace(/ {2}categories: \{[\s\S]*?\n {2}\},/, "  categories: { inspection: FIELD_CHECK },")
          .replace("OFFICE_CHECK, ", ""),
      );
      write("src/casework/kinds/survey.ts", "export const survey = {};\n");
      edit(
        "src/vocabulary/lists.ts",
        'export const KINDS = ["complaint",',
        'export const KINDS = ["visit", "complaint",',
      );
    },
    told: [
      /^src\/casework\/kinds\/survey: no line in src\/casework\/kinds\/index\.ts$/,
      /^src\/casework\/kinds\/visit: no line in src\/casework\/kinds\/index\.ts$/,
      /^src\/casework\/kinds\/index\.ts.*error TS\d+: .*visit/,
      /^src\/casework\/kinds\/visit\.ts.*error TS\d+: .*inspection/,
    ],
    complete() {
      rmSync(join(root, "src/casework/kinds/survey.ts"));
      const last = 'import { urgent } from "./urgent.ts";\n';
      edit("src/casework/kinds/index.ts", last, `${last}import { visit } from "./visit.ts";\n`);
      edit("src/casework/kinds/index.ts", "export const kinds = { ", "export const kinds = { visit, ");
      edit("src/vocabulary/lists.ts", '  "quality",', '  "inspection",\n  "quality",');
      inLanguages("category", { inspection: "x" });
    },
  },
  {
    row: "effect",
    begin() {
      write("src/effects/ring-bell.ts", "export const ringBell = {};\n");
      edit(
        "src/conversation/engine/flow.ts",
        "export type Request =\n",
        'export type Request =\n  | { type: "ring-bell" }\n',
      );
    },
    told: [
      /^src\/effects\/ring-bell: no line in src\/effects\/index\.ts$/,
      /^src\/effects\/index\.ts.*error TS\d+: [\s\S]*ring-bell/,
    ],
    complete() {
      write(
        "src/effects/ring-bell.ts",
        `import { z } from "zod";
import type { Request } from "../conversation/engine/flow.ts";
import type { EffectKind } from "./effect.ts";

type Ring = Record<string, never>;
export const ringBell: EffectKind<Request & { type: "ring-bell" }, Ring> = {
  payloadSchema: z.record(z.string(), z.never()),
  payloadOf: () => ({}),
  apply: (_, writes) => writes.addToTicket("", { type: "note", id: "", by: "", at: 0, text: "" } as never),
  listJobs: () => [],
};
`,
      );
      edit(
        "src/effects/index.ts",
        "import { openTicket }",
        'import { ringBell } from "./ring-bell.ts";\nimport { openTicket }',
      );
      edit("src/effects/index.ts", "const effects = {", 'const effects = { "ring-bell": ringBell,');
    },
  },
];

const table = readFileSync(join(HERE, "README.md"), "utf8").split("## Adding things")[1]?.split("\n\n`tests/")[0] ?? "";
const rows = [...table.matchAll(/^\| ([a-z]+) \| (.+) \|$/gm)].map(([, row = "", touches = ""]) => ({ row, touches }));

describe("README's table of additions", () => {
  it("has a row for each addition that this test tries", () => {
    expect(rows.map(({ row }) => row).sort()).toEqual(additions.map(({ row }) => row).sort());
  });

  it.each(rows)("$row: names only existing paths, and at most five in src/", ({ touches }) => {
    const paths = [...touches.matchAll(/`((?:src|tests|locales|districts|docs)\/[^`]*|\.env\.example)`/g)].map(
      ([, path = ""]) => path,
    );
    const there = (path: string) => globSync(path.replace(/NAME(\.\w+)?/, "*"), { cwd: HERE }).length > 0;
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !there(path))).toEqual([]);
    expect(paths.filter((path) => path.startsWith("src/")).length).toBeLessThanOrEqual(5);
  });
});

describe("an addition", { timeout: 600_000 }, () => {
  it("that is begun: the checks name what is missing, by file and key", () => {
    for (const { begin } of additions) begin();
    const told = complaints();
    for (const { row, told: wanted } of additions)
      expect({ row, told }).toEqual({
        row,
        told: expect.arrayContaining(wanted.map((one) => expect.stringMatching(one))),
      });
  });

  it("that is complete passes the checks", () => {
    for (const { complete } of additions) complete();
    const drawn = run(["src/cli/sapa.ts", "diagram"]);
    const page = read("docs/conversation.md");
    write(
      "docs/conversation.md",
      page.replace(/```mermaid\n[\s\S]*?```/, () => `\`\`\`mermaid\n${drawn.stdout}\`\`\``),
    );
    const told = run(["src/cli/sapa.ts", "diagram", "--kinds"]).stdout;
    const [preface = ""] = read("docs/casework.md").split("\n---\n\n");
    write("docs/casework.md", `${preface}\n---\n\n${told}`);
    expect(complaints()).toEqual([]);
  });

  it("that is a district is in the demonstration, and a language is said, offered, and checked by its readers", () => {
    const asked = run(["--input-type=module", "-e", ASKED_OF_THE_COPY]);
    expect(asked.stderr).toBe("");
    expect(JSON.parse(asked.stdout)).toEqual({
      districts: ["gresik", "jombang", "lamongan", "pekalongan"],
      title: "Bantosan BST",
      offered: "su",
      isUnsigned: true,
    });
  });

  it("that is a store is known to the settings and the checks by its scheme", () => {
    const asked = run(["--input-type=module", "-e", ASKED_OF_POSTGRES]);
    expect(asked.stderr).toBe("");
    expect(JSON.parse(asked.stdout)).toEqual({
      url: "postgres://sapa:p%40ss@db/sapa",
      passwordAlone: "STORE_PASSWORD: that URL names no user (postgres://USER@HOST/...)",
      unknownScheme: "STORE_URL: must begin with postgres: or sqlite: or mongodb: or mongodb+srv:",
      missingKeys: expect.stringContaining("where STORE_URL holds data already"),
      form: 1,
      store: expect.arrayContaining([expect.stringMatching(/^PostgreSQL is a single server/)]),
      clock: [expect.stringMatching(/seconds ahead of PostgreSQL's$/)],
    });
  });
});
