import type { Command } from "commander";
import { type Change, listChanges, listDistrictIds } from "../districts/index.ts";
import { many } from "../many.ts";
import { AppError } from "../vocabulary/errors.ts";
import { packsHere } from "./pack-settings.ts";
import { printLine } from "./print.ts";

export function addDiff(program: Command): void {
  program
    .command("diff")
    .description("show what the office's own folder (DISTRICTS_DIR) changes of what ships")
    .argument("[district]", "of one district and what all share; of all without it")
    .option("--json", "one JSON object a line")
    .action((district: string | undefined, { json }: { json?: true }) => {
      const packs = packsHere();
      const ids = listDistrictIds(packs);
      if (district !== undefined && !ids.includes(district)) {
        throw new AppError("BAD_REQUEST", `no district ${district}; there are ${ids.join(", ")}`);
      }
      const changes = listChanges(packs, district);
      for (const change of changes) printLine(json || program.opts().json ? JSON.stringify(change) : lineOf(change));
      if (!json && !program.opts().json) printLine(`${packs.own}: ${many(changes.length, "change")}`);
    });
}

function lineOf({ file, row, field, before, after }: Change): string {
  const where = [file, row, field].filter(Boolean).join(": ");
  if (before === undefined) return `${where}: new: ${JSON.stringify(after)}`;
  if (after === undefined) return `${where}: removed`;
  return `${where}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
}
