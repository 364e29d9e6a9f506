import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { requireOpenFolder } from "../data-folder.ts";
import { checkSigning } from "../districts/index.ts";
import { DEFAULT_LOCALE, languagesWithTexts } from "../i18n.ts";
import { many } from "../many.ts";
import { ownTextsFile } from "../own-texts.ts";
import { ROOT } from "../pack-folders.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { checkRows } from "../translations/check-rows.ts";
import { COLUMNS } from "../translations/columns.ts";
import { listTexts, type TextFolders } from "../translations/list.ts";
import { readTranslationSheet } from "../translations/read-sheet.ts";
import { makeWorkbook } from "../translations/workbook.ts";
import { signTranslations, writeTranslations } from "../translations/write.ts";
import { AppError } from "../vocabulary/errors.ts";
import { packsHere } from "./pack-settings.ts";
import { printLine } from "./print.ts";

const locales = join(ROOT, "locales");

function foldersHere(): TextFolders {
  const packs = packsHere();
  return { locales, packs, own: packs.own };
}

export function command(): Command {
  const program = new Command().description("what citizens read, as a sheet (XLSX) for translators");
  program
    .command("export")
    .description("write every text with its translation into an XLSX file")
    .argument("<file>", "the file to write, such as jv.xlsx")
    .requiredOption("--language <language>", "the language of the translation, such as jv")
    .option("--unchecked", "only the texts that no native reader has checked")
    .action(exportTexts);
  program
    .command("import")
    .description(
      "take a translator's XLSX into the office's own folder (DISTRICTS_DIR); nothing is written if a row is wrong",
    )
    .argument("<file>", "the file that `sapa texts export` wrote, filled in")
    .option("--dry-run", "only say what would change")
    .option("--json", "as JSON")
    .action(importTexts);
  program
    .command("sign")
    .description("write that a native reader has checked translations as they are now")
    .argument("[keys...]", "as the sheet's column key names them: menu.choose")
    .requiredOption("--language <language>", "the language of the translation, such as jv")
    .requiredOption("--name <name>", 'who has read them, with their office: "Siti Aminah, Dinas Sosial"')
    .option("--all", "every text")
    .option("--date <date>", "when, as 2026-11-28; today where it is not given")
    .action(signTexts);
  return program;
}

function exportTexts(file: string, { language, unchecked }: { language: string; unchecked?: true }): void {
  if (!file.toLowerCase().endsWith(".xlsx")) throw new AppError("BAD_REQUEST", `${file}: must end with .xlsx`);
  if (existsSync(file)) throw new AppError("BAD_REQUEST", `${file}: is there already; name another file`);
  const texts = listTexts(foldersHere(), language).filter(({ checked }) => !unchecked || !checked);
  const rows = texts.map((text) => COLUMNS.map(({ cell }) => cell(text)));
  try {
    writeFileSync(file, makeWorkbook(language, COLUMNS, rows), { flag: "wx" });
  } catch (error) {
    throw new AppError("BAD_REQUEST", `${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
  printLine(
    `${file}: ${many(texts.length, "text")}; only the column translation is read back by \`sapa texts import\``,
  );
}

const MOST_TOLD = 50;

async function importTexts(file: string, { dryRun, json }: { dryRun?: true; json?: true }): Promise<void> {
  const folders = foldersHere();
  const languages = languagesWithTexts(locales).filter((one) => one !== DEFAULT_LOCALE);
  const sheet = await readTranslationSheet(file, languages);
  const texts = listTexts(folders, sheet.language);
  const { changes, faults } = checkRows(sheet.rows, texts);
  const wrong = [...sheet.faults, ...faults];
  if (wrong.length > 0) {
    const more = wrong.length > MOST_TOLD ? [`and ${wrong.length - MOST_TOLD} more`] : [];
    const lines = [...wrong.slice(0, MOST_TOLD), ...more, `nothing was taken: ${many(wrong.length, "fault")}`];
    throw new AppError("BAD_REQUEST", lines.join("\n"));
  }
  if (!dryRun && changes.length > 0) {
    requireOpenFolder(folders.own, "taken");
    writeTranslations({ own: folders.own, language: sheet.language }, changes);
  }
  const told = { language: sheet.language, rows: sheet.rows.length, changed: changes.length };
  if (json) return printLine(JSON.stringify(told));
  const where = ownTextsFile(folders.own, sheet.language);
  const end =
    changes.length === 0
      ? "nothing to write"
      : dryRun
        ? "nothing was written, as --dry-run asks"
        : `in ${where}, not checked by a native reader; a running service reads them when it is started again`;
  printLine(`${told.language}: ${many(told.rows, "row")}, ${many(told.changed, "text")} changed; ${end}`);
}

type Signing = { language: string; name: string; date?: string; all?: true };

function signTexts(keys: string[], { language, name, date, all }: Signing): void {
  const folders = foldersHere();
  const signer = checkSigning({ name, date: date ?? dateIn(Date.now(), DEFAULT_ZONE) });
  if (all ? keys.length > 0 : keys.length === 0)
    throw new AppError("BAD_REQUEST", "name the texts that were read, or --all");
  const texts = listTexts(folders, language);
  const unknown = keys.filter((key) => !texts.some((text) => text.key === key));
  if (unknown.length > 0) throw new AppError("BAD_REQUEST", `there is no text ${unknown.join(", ")}`);
  const read = texts.filter((text) => text.text !== "" && !text.checked && (all || keys.includes(text.key)));
  if (read.length > 0) {
    requireOpenFolder(folders.own, "signed");
    signTranslations({ own: folders.own, language }, read, signer);
  }
  printLine(`${language}: ${many(read.length, "text")} checked by ${signer.name}, ${signer.date}`);
}
