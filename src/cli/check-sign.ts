import { type Command, Option } from "commander";
import { requireOpenFolder } from "../data-folder.ts";
import {
  checkSigning,
  describeLeftBehind,
  leftBehindIn,
  loadSignedTexts,
  type SignedText,
  writeAlone,
  writeSignatures,
} from "../districts/index.ts";
import { many } from "../many.ts";
import { similarName } from "../nearest-name.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { packsHere } from "./pack-settings.ts";
import { printLine } from "./print.ts";

type Options = { name: string; date?: string; all?: true; owner?: string };

export function addSign(program: Command): void {
  program
    .command("sign")
    .description("write that an office has read texts and stands behind them, into its own folder (DISTRICTS_DIR)")
    .argument("<district>", "the district's name")
    .argument("[texts...]", "as `sapa check` names them: office/dinsos, reason/KTP_LAMA, or a whole kind: office")
    .option("--all", "every text that is not signed as it is now")
    .option("--owner <owner>", "with --all: only the texts of this owner, as `sapa check` names them in brackets")
    .requiredOption("--name <name>", 'who has read them, with their office: "Siti Aminah, Kepala Dinas Sosial"')
    .addOption(new Option("--date <date>", "when, as 2026-11-28; today where it is not given"))
    .action((district: string, ids: string[], { name, date, all, owner }: Options) => {
      const packs = packsHere();
      const signer = checkSigning({ name, date: date ?? dateIn(Date.now(), DEFAULT_ZONE) });
      if (owner !== undefined && !all)
        throw new AppError("BAD_REQUEST", "--owner says whose texts --all signs: add --all, or name the texts alone");
      const choose = (texts: readonly SignedText[]) =>
        all ? findUnsigned(texts, ids, owner) : chooseTexts(texts, ids, district);
      requireOpenFolder(packs.own, "signed");
      choose(loadSignedTexts(packs, district)); // A mistake throws here, before the command makes the office's folder.
      const chosen = writeAlone(packs.own, () => {
        const texts = choose(loadSignedTexts(packs, district));
        writeSignatures(packs.own, texts, signer);
        return texts;
      });
      for (const { id, entry } of chosen) {
        const left = describeLeftBehind(leftBehindIn(entry));
        printLine(left === undefined ? `signed: ${id}` : `signed: ${id}; ${left}`);
      }
      printLine(
        `${district}: ${many(chosen.length, "text")} signed by ${signer.name} on ${signer.date}, in ${packs.own}; ` +
          "a running service reads them when it is started again",
      );
    });
}

function findUnsigned(texts: readonly SignedText[], ids: readonly string[], owner: string | undefined): SignedText[] {
  if (ids.length > 0)
    throw new AppError("BAD_REQUEST", `--all signs every text: leave ${ids.join(", ")} out, or --all`);
  const those = owner === undefined ? texts : findTextsOf(texts, owner);
  return those.filter(({ entry: { state } }) => state.is !== "signed" || state.isChangedBelow);
}

function findTextsOf(texts: readonly SignedText[], owner: string): SignedText[] {
  const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, " ");
  const found = texts.filter((text) => plain(text.owner) === plain(owner));
  if (found.length > 0) return found;
  const owners = [...new Set(texts.map((text) => text.owner))];
  const near = similarName(owner, owners);
  const others = near === undefined ? `the owners are ${owners.join(", ")}` : `the nearest owner is ${near}`;
  throw new AppError("BAD_REQUEST", `no text here is ${owner}'s; ${others}`);
}

function chooseTexts(texts: readonly SignedText[], ids: readonly string[], district: string): SignedText[] {
  if (ids.length === 0)
    throw new AppError(
      "BAD_REQUEST",
      `name the texts to sign, or --all; \`sapa check district ${district}\` lists them`,
    );
  const known = [...new Set(texts.flatMap(({ id }) => [id, id.split("/")[0] ?? id]))];
  const chosen = ids.map((id) => {
    const found = texts.filter((text) => text.id === id || text.id.startsWith(`${id}/`));
    if (found.length > 0) return found;
    const near = similarName(id, known);
    const others = near === undefined ? `\`sapa check district ${district}\` lists them` : `the nearest is ${near}`;
    throw new AppError("BAD_REQUEST", `${district} has no text ${id}; ${others}`);
  });
  return [...new Set(chosen.flat())];
}
