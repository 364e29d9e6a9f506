import { join, relative } from "node:path";
import { Command } from "commander";
import { describeClosedFolder } from "../data-folder.ts";
import { checkDistrict, listDistrictIds, type PackCheck, type ToLookAt } from "../districts/index.ts";
import { DEFAULT_LOCALE, languagesWithTexts } from "../i18n.ts";
import { many } from "../many.ts";
import { ROOT } from "../pack-folders.ts";
import { listTexts } from "../translations/list.ts";
import { AppError } from "../vocabulary/errors.ts";
import { addDiff } from "./check-diff.ts";
import { addSign } from "./check-sign.ts";
import { packSettingsHere, packsHere } from "./pack-settings.ts";
import { printLine } from "./print.ts";
import { nearestWord } from "./usage.ts";

const UNSIGNED = 1;
const BROKEN = 2;

export function command(): Command {
  const program = new Command()
    .description(
      "check the packs of the districts that are served; exit code 1: not all is signed, a law is repealed, an office has no address, or two files contradict each other, 2: something is wrong",
    )
    .option("--json", "as JSON, a line a district")
    .argument("[district...]")
    .action(([word]: string[], { json }: { json?: true }) => {
      if (word !== undefined) {
        const near = nearestWord(
          word,
          program.commands.map((sub) => sub.name()),
        );
        const meant = near ?? `district ${word}`;
        throw new AppError("BAD_REQUEST", `sapa check: no ${word}; \`sapa check ${meant}\` is perhaps meant`);
      }
      checkAll(servedDistricts(), json === true);
    });
  program
    .command("district")
    .description("check one district's pack")
    .argument("<district>", "the folder's name under districts/")
    .option("--json", "as JSON")
    .action((district: string, options: { json?: true }) => {
      checkAll([district], options.json === true || program.opts().json === true);
    });
  addSign(program);
  addDiff(program);
  return program;
}

function servedDistricts(): string[] {
  const { packs, districts } = packSettingsHere();
  return districts.length > 0 ? districts : listDistrictIds(packs);
}

function checkAll(districts: readonly string[], json: boolean): void {
  const codes = districts.map((district) => {
    const found = checkDistrict(packsHere(), district);
    if (json) process.stdout.write(`${JSON.stringify({ district, ...found })}\n`);
    else printCheck(district, found);
    if (found.problems.length > 0) return BROKEN;
    return countToLookAt(found) > 0 ? UNSIGNED : 0;
  });
  if (!json) printTranslations();
  process.exitCode = Math.max(0, ...codes);
}

const countToLookAt = ({ unsigned, repealed, stale, unplaced, contradictions }: PackCheck): number =>
  [unsigned, repealed, stale, unplaced, contradictions].reduce((sum, { length }) => sum + length, 0);

function printTranslations(): void {
  const locales = join(ROOT, "locales");
  const packs = packsHere();
  for (const language of languagesWithTexts(locales).filter((one) => one !== DEFAULT_LOCALE)) {
    const unchecked = listTexts({ locales, packs, own: packs.own }, language).filter(({ checked }) => !checked);
    if (unchecked.length === 0) continue;
    printLine(
      `language ${language}: ${many(unchecked.length, "text")} not yet checked by a native reader; ` +
        `\`npx --no sapa texts export --language ${language} --unchecked FILE.xlsx\` lists them`,
    );
  }
}

function printCheck(district: string, found: PackCheck): void {
  const {
    problems,
    unsigned,
    changedBelow,
    unknown,
    repealed,
    laws,
    stale,
    unplaced,
    contradictions,
    takenWords,
    unsourced,
  } = found;
  for (const problem of problems) printLine(`wrong: ${problem}`);
  for (const text of unsigned) printLine(`not signed off: ${lineOf(text)}`);
  for (const text of changedBelow) printLine(`changed below: ${lineOf(text)}`);
  for (const text of repealed) printLine(`repealed: ${lineOf(text)}`);
  for (const text of stale) printLine(`too old: ${lineOf(text)}`);
  for (const text of unplaced) printLine(`no address: ${lineOf(text)}`);
  for (const text of contradictions) printLine(`contradicts: ${lineOf(text)}`);
  for (const text of takenWords) printLine(`takes words: ${lineOf(text)}`);
  for (const text of unsourced) printLine(`no source: ${lineOf(text)}`);
  for (const text of [...unknown, ...laws]) printLine(`not known: ${lineOf(text)}`);
  printLine(
    `${district}: ${many(problems.length, "problem")}, ${many(unsigned.length, "text")} not signed off, ` +
      `${changedBelow.length} changed below, ${many(repealed.length, "that leans", "that lean")} on a repealed law, ` +
      `${unknown.length} with facts not known`,
  );
  const toLookAt = countToLookAt(found);
  if (problems.length === 0 && toLookAt > 0) {
    printLine(
      `nothing is wrong, so the service starts; the exit code is ${UNSIGNED} until ${many(toLookAt, "line")} of "not signed off", "repealed", "too old", "no address" or "contradicts" are gone`,
    );
  }
  if (unsigned.length + changedBelow.length > 0) {
    const closed = describeClosedFolder(packsHere().own);
    if (closed !== undefined) printLine(`no text can be signed yet: ${closed}`);
    printLine(
      `to sign: npx --no sapa check sign ${district} TEXT... --name "NAME, OFFICE" (or --all), once its owner has read it`,
    );
  }
}

const lineOf = ({ text, at, owner, why }: ToLookAt): string => `${text} (${owner}): ${why}; ${shortened(at)}`;

function shortened(at: string): string {
  const near = relative(process.cwd(), at);
  return near.startsWith("..") ? at : near;
}
