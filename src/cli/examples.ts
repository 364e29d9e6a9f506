import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { hideRareWords } from "../conversation/understanding/hide-words.ts";
import { isIntent } from "../conversation/understanding/intents.ts";
import { plainText } from "../conversation/understanding/normalise.ts";
import { openFamiliarWords } from "../familiar-words.ts";
import { loadExamples } from "../intent-training.ts";
import { many } from "../many.ts";
import { ROOT } from "../pack-folders.ts";
import type { Runtime } from "../runtime.ts";
import type { Candidate } from "../store/ports/candidates.ts";
import { AppError } from "../vocabulary/errors.ts";
import { isTopic } from "../vocabulary/lists.ts";
import { requireDistrict, withRuntime } from "./open.ts";
import { osOperator, requireCaller } from "./operator.ts";
import { asLine, printLine } from "./print.ts";
import { timeInWib } from "./times.ts";

const LOCALES = join(ROOT, "locales");
const MOST = 100_000;
const LONGEST = 600;

export function command(): Command {
  const program = new Command().description("messages that were not understood, to learn from");
  program
    .command("list")
    .description("the newest first; names, places and numbers are replaced")
    .option("--district <id>", "of one district only")
    .option("--limit <number>", "at most so many", "50")
    .option("--json", "one JSON object a line")
    .option("--by <officer>", "who reads", osOperator())
    .action((options: { district?: string; limit: string; json?: true; by: string }) =>
      withRuntime((runtime) => listCandidates(runtime, options)),
    );
  program
    .command("label")
    .description("write the message anew in your own words, with its label")
    .argument("<id>", "from the list")
    .requiredOption("--as <label>", "an intent, ask:TOPIC, or none")
    .requiredOption("--text <words>", "your own words: nobody's name, place or number")
    .option("--language <language>", "as the shipped examples name it", "id")
    .option("--by <officer>", "who writes", osOperator())
    .action((id: string, options: Labelling) => withRuntime((runtime) => labelCandidate(runtime, id, options)));
  program
    .command("drop")
    .argument("<id>", "from the list")
    .option("--by <officer>", "who drops it", osOperator())
    .action((id: string, { by }: { by: string }) =>
      withRuntime(async (runtime) => {
        await requireCandidate(runtime, id, by);
        await runtime.store.dropCandidate(id);
        printLine("erased");
      }),
    );
  program
    .command("export")
    .description("officers' wordings, in the form of the shipped examples; never a citizen's words")
    .argument("[file]", "where to write; standard output without it")
    .option("--district <id>", "of one district only")
    .action((file: string | undefined, { district }: { district?: string }) =>
      withRuntime((runtime) => exportExamples(runtime, file, district)),
    );
  return program;
}

type Listing = { district?: string; limit: string; json?: true; by: string };

async function listCandidates(runtime: Runtime, { district, limit, json, by }: Listing): Promise<void> {
  if (district) requireDistrict(runtime, district);
  const own = await districtOf(runtime, by);
  if (own && district && own !== district) throw notYours(by, own);
  const asked = district ?? own;
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1) throw new AppError("BAD_REQUEST", "--limit takes a number above 0");
  const found = await runtime.store.candidates({ limit: most, ...(asked === undefined ? {} : { district: asked }) });
  const hide = openHiding(runtime);
  for (const one of found) {
    const shown = { ...one, text: hide(one.text), labelled: one.labelled?.label ?? null };
    for (const line of json ? [JSON.stringify(shown)] : linesOf(shown)) printLine(line);
  }
  if (!json) printLine(`${many(found.length, "message")} that ${found.length === 1 ? "was" : "were"} not understood`);
}

const linesOf = ({
  id,
  district,
  at,
  text,
  offered,
  chosen,
  labelled,
}: Omit<Candidate, "labelled"> & { labelled: string | null }): string[] => [
  `${id}  ${timeInWib(at)}  ${district}  offered: ${offered.join(", ") || "nothing"}; chosen: ${chosen ?? "nothing"}${labelled ? `; labelled ${labelled}` : ""}`,
  `    ${text}`,
];

function openHiding({ districts }: Pick<Runtime, "districts">): (text: string) => string {
  const places = [...districts.values()].flatMap(({ name, areas }) => [
    name,
    ...areas.flatMap((area) => [area.name, ...(area.nicknames ?? [])]),
  ]);
  const familiar = openFamiliarWords(LOCALES, places);
  return (text) => hideRareWords(text, familiar);
}

/** Returns the officer's district, or `undefined` for the operator of this machine. */
async function districtOf(runtime: Runtime, by: string): Promise<string | undefined> {
  const { officer } = await requireCaller(runtime, by);
  if (officer && officer.rung !== "dinsos") {
    throw new AppError("NOT_YOURS", `${by} may not read these: an officer of the Dinsos does`);
  }
  return officer?.district;
}

const notYours = (by: string, own: string): AppError => new AppError("NOT_YOURS", `${by} is an officer of ${own}`);

async function requireCandidate(runtime: Runtime, id: string, by: string): Promise<Candidate> {
  const own = await districtOf(runtime, by);
  const candidate = await runtime.store.candidate(id);
  if (!candidate)
    throw new AppError("NOT_FOUND", `there is no message ${id}; \`npx --no sapa examples list\` shows those kept`);
  if (own && candidate.district !== own) throw notYours(by, own);
  return candidate;
}

type Labelling = { as: string; text: string; language: string; by: string };

async function labelCandidate(
  runtime: Runtime,
  id: string,
  { as: label, text, language, by }: Labelling,
): Promise<void> {
  const candidate = await requireCandidate(runtime, id, by);
  requireLabel(label);
  requireLanguage(language);
  requireOwnWords(text, candidate, openHiding(runtime));
  const labelled = { label, language, text: text.trim(), by, at: Date.now() };
  if (!(await runtime.store.labelCandidate(id, labelled))) {
    throw new AppError("NOT_FOUND", `message ${id} has just been erased`);
  }
  printLine(`labelled ${label}`);
}

function requireLabel(label: string): void {
  const topic = /^ask:(.+)$/.exec(label)?.[1];
  if (label === "none" || (topic === undefined ? isIntent(label) && label !== "ask" : isTopic(topic))) return;
  throw new AppError("BAD_REQUEST", `--as: no such label ${label}; docs/conversation-quality.md lists them`);
}

function requireLanguage(language: string): void {
  const known = [...new Set(loadExamples(LOCALES).map((one) => one.language))].sort();
  if (!known.includes(language)) {
    throw new AppError("BAD_REQUEST", `--language: no such language ${language}; there are ${known.join(", ")}`);
  }
}

function requireOwnWords(text: string, { text: before }: Candidate, hide: (text: string) => string): void {
  const wordsIn = (one: string): string[] => plainText(one).split(" ").filter(Boolean);
  const words = wordsIn(text);
  if (words.length === 0 || text.length > LONGEST || /[\t\n\r]/.test(text)) {
    throw new AppError("BAD_REQUEST", `--text: write one line of at most ${LONGEST} characters`);
  }
  if (/\d{4}/.test(text.replace(/[\s.-]/g, ""))) {
    throw new AppError("BAD_REQUEST", "--text: leave out numbers of people, cards and telephones");
  }
  if (plainText(text) === plainText(before)) {
    throw new AppError("BAD_REQUEST", "--text: these are the citizen's words; say the same in your own");
  }
  const shown = new Set(wordsIn(hide(before)));
  const rare = words.filter((word) => wordsIn(before).includes(word) && !shown.has(word));
  if (rare.length > 0) {
    throw new AppError(
      "BAD_REQUEST",
      "--text: it keeps a word of the message that may be a name or a place; write it without",
    );
  }
}

async function exportExamples(
  { store, ...runtime }: Runtime,
  file: string | undefined,
  district: string | undefined,
): Promise<void> {
  if (district) requireDistrict(runtime, district);
  const found = await store.candidates({
    labelled: true,
    limit: MOST,
    ...(district === undefined ? {} : { district }),
  });
  const lines = found.flatMap(({ district: office, labelled }) =>
    labelled ? [[labelled.label, labelled.language, `office.${office}`, labelled.text].map(asLine).join("\t")] : [],
  );
  const head = "# Examples that officers have written: label<TAB>language<TAB>writer<TAB>message.";
  const text = `${[head, ...lines].join("\n")}\n`;
  if (file === undefined) process.stdout.write(text);
  else {
    writeFileSync(file, text, { mode: 0o600 });
    printLine(`${many(lines.length, "example")} in ${file}`);
  }
}
