export type Trial =
  /** The test runs `as` in place of the command and expects `exit`. */
  | { as?: string; exit?: number }
  /** The page names only a part of the command, so the test asks for help. */
  | "named"
  | { suite: string };

/** NUMBER is always a new ticket. WAITING is a ticket with a question to the citizen. */
export const PLACEHOLDERS: Record<string, string> = {
  D: "lamongan",
  DISTRICT: "lamongan",
  FILE: "penerima.csv",
  NIK: "3524015206799901",
  CODE: "3524012001",
  C: "data-wrong",
  ID: "sari",
  WHY: "sudah-dilihat-di-desa",
  REASON: "ditunjukkan-di-loket",
  OFFICER: "dina",
  TEXT: "halo",
};

const release = { suite: "tests/release/archive.test.ts" };
const ending = { suite: "tests/e2e/ending.test.ts" };
const crash = { suite: "tests/crash" };
const bench = { suite: "tests/bench" };
const itself = { suite: "tests" };

/** The test fails for a shown command that is missing here. */
export const TRIALS: Record<string, Trial> = {
  "npm ci": itself,
  "npm test": itself,
  "npm run check": itself,
  "npm run test:quick": itself,
  "npm ci --omit=dev": release,
  "npm start": ending,
  "npm run workers": ending,
  "npm run workers -- inbound outbound complaints media sweep": { suite: "tests/e2e/production.test.ts" },
  "npm run demo": { suite: "tests/demo/demo.test.ts" },
  "npm run talk": { suite: "tests/cli/talk.test.ts" },
  "npm run whatsapp-web -- DISTRICT": { suite: "tests/e2e/whatsapp-web.test.ts" },
  "npm run whatsapp-web -- D": { suite: "tests/e2e/whatsapp-web.test.ts" },
  "npm run diagram": { suite: "tests/house/documents.test.ts" },
  "npm run diagram -- --kinds": { suite: "tests/house/documents.test.ts" },
  "npm run test:crash": crash,
  "npm run bench": bench,
  "npm run bench -- operations production": bench,
  "npm run bench -- scale": bench,
  "npm run bench -- understanding": bench,
  "npm run train": { suite: "tests/conversation/intent-model.test.ts" },

  "npm run check:containers": { suite: "tests/deploy/containers.test.ts" },
  "npm run release": release,
  "npm ci --omit=dev --omit=optional": { suite: "tests/channels/whatsapp-web/optional.test.ts" },

  "sapa version": {},
  "sapa --version": {},
  "sapa help": {},
  "sapa help import register": {},
  // The command refuses in a folder with data, such as the scratch folder.
  "sapa keys": { as: "sapa keys --anyway" },
  "sapa keys --next": {},
  "sapa diagram": {},
  "sapa migrate": {},
  "sapa nik NUMBER": { as: "sapa nik NIK" },
  "sapa understand TEXT": {},
  "sapa understand TEXT --why": {},
  "sapa understand --why": "named",
  'sapa understand "kapan bansos cair"': {},
  // No office has signed the shipped packs yet.
  "sapa check district D": { exit: 1 },
  "sapa check district NAME": { as: "sapa check district lamongan", exit: 1 },
  "sapa check district lamongan": { exit: 1 },

  'sapa check sign lamongan office/dinsos reason/KTP_LAMA --name "Siti Aminah, Kepala Dinas Sosial"': {},
  'sapa check sign lamongan office --name "Siti Aminah, Kepala Dinas Sosial"': {},
  'sapa check sign lamongan --all --owner "Disdukcapil Kabupaten Lamongan" --name "Rudi Hartono, Kepala Disdukcapil"':
    {},
  'sapa check sign lamongan --all --name "Siti Aminah, Kepala Dinas Sosial"': {},
  "sapa check diff": "named",
  "sapa check diff lamongan": {},
  "sapa check": {},

  "sapa areas add": "named",
  "sapa areas add FILE": { as: "sapa areas add desa_gresik.csv" },
  "sapa areas add desa_gresik.csv": {},

  "sapa import": "named",
  "sapa import aid": "named",
  "sapa import register": "named",
  "sapa import register FILE --district D": {
    as: "sapa import register penerima.xlsx --district lamongan --as-of 2026-10-31",
  },
  "sapa import register FILE --district D --dry-run": {},
  "sapa import aid FILE --district D": { as: "sapa import aid salur.csv --district lamongan --as-of 2026-10-31" },
  "sapa import register penerima.xlsx --district lamongan --as-of 2026-11-01 --dry-run": {},
  "sapa import aid salur.csv --district lamongan --as-of 2026-11-01": {},
  "sapa import register - --district lamongan --as-of 2026-11-01 --dry-run": {},
  "sapa import register - --district lamongan --as-of 2026-11-01": {},
  "sapa import register - --district lamongan --as-of 2026-11-01 --rejects /data/rejected.csv --dry-run": {
    as: "sapa import register - --district lamongan --as-of 2026-11-01 --rejects rejected.csv --dry-run",
  },

  "sapa staff add": "named",
  "sapa staff add dina --district lamongan --name Dina --rung dinsos --sensitive --urgent --survivor": {},
  "sapa staff add sari --district lamongan --name Sari --rung village --area 3524012001": {},
  "sapa staff add sari --district lamongan --name Sari --rung village --area 3524012001 --token": {},
  "sapa staff add sembung1 --district lamongan --name S --rung village --area 3524012001 --token": {},
  "sapa staff add dina1 --district lamongan --name D --rung dinsos --token": {},
  "sapa staff add marta1 --district lamongan --name M --rung dinsos --sensitive --token": {},
  "sapa staff invite sari": {},
  "sapa staff invite dina": {},
  "sapa staff list --district lamongan": {},
  "sapa staff invite ID": {},
  "sapa staff check": { exit: 1 },
  "sapa tickets": "named",
  "sapa tickets new": "named",
  "sapa staff check --district D": { exit: 1 },
  "sapa staff check --district lamongan": { exit: 1 },

  "sapa tickets list": {},
  "sapa tickets list --overdue": {},
  "sapa --help": { suite: "tests/cli/usage.test.ts" },
  "sapa tickets list --district D": {},
  "sapa tickets list --district lamongan": {},
  "sapa tickets show": "named",
  "sapa tickets share": "named",
  "sapa tickets show NUMBER --reveal REASON": {},
  "sapa tickets amend NUMBER --category C --area CODE --reason WHY --by OFFICER": {},
  "sapa tickets proceed NUMBER WHY": { suite: "tests/e2e/open-question.test.ts" },
  "sapa tickets export|forget|withdraw NUMBER --by OFFICER": { suite: "tests/e2e/data-rights.test.ts" },
  "sapa tickets export NUMBER --by dina1 --out copy.txt": { suite: "tests/e2e/data-rights.test.ts" },

  "sapa proof unlock NIK --district D": {},
  "sapa proof unlock NIK --district lamongan": {},
  "sapa dead-letters list": {},
  "sapa examples list": {},
  'sapa examples label ID --as ask:desil --text "desil saya berapa"': { suite: "tests/cli/examples.test.ts" },
  "sapa examples export FILE": { suite: "tests/cli/examples.test.ts" },
  "sapa examples drop ID": { suite: "tests/cli/examples.test.ts" },
  "sapa texts import": "named",
  "sapa texts export": "named",
  "sapa texts export --language jv jv.xlsx": { suite: "tests/translations/sheet.test.ts" },
  "sapa texts import --dry-run jv.xlsx": { suite: "tests/translations/sheet.test.ts" },
  "sapa texts import jv.xlsx": { suite: "tests/translations/sheet.test.ts" },
  'sapa texts sign --language jv --name "Siti Aminah, Dinas Sosial" --all': {
    suite: "tests/translations/sheet.test.ts",
  },
  "sapa dead-letters retry KEY": { as: "sapa dead-letters retry all", exit: 1 },
  "sapa dead-letters drop KEY": { as: "sapa dead-letters drop all", exit: 1 },
  "sapa channels set-aside CHANNEL ACCOUNT": { as: "sapa channels set-aside terminal lamongan", exit: 1 },
  "sapa talk": "named",
  "sapa talk --district D": { suite: "tests/cli/talk.test.ts" },
  "sapa channels status": {},
  "sapa channels test --district lamongan --channel telegram --to -1001234567890": {},
  "sapa telegram setup": "named",
  "sapa telegram setup --district D": {},
  "sapa telegram setup --district lamongan": {},
  "sapa retention run": {},
  "sapa retention run --dry-run": {},
  "sapa reseal": {},
  "sapa reseal --dry-run": {},
  "sapa reseal --offline": {},
  "sapa audit verify": {},
  // The scratch folder has no proxy and no backup.
  "sapa doctor": { exit: 1 },
};
