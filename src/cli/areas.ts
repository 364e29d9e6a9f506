import { Command } from "commander";
import { requireOpenFolder } from "../data-folder.ts";
import { addAreas } from "../districts/index.ts";
import { many } from "../many.ts";
import { packsHere } from "./pack-settings.ts";
import { printLine } from "./print.ts";

export function command(): Command {
  const program = new Command().description("places that the release does not know");
  program
    .command("add")
    .description("take kecamatan and villages of one kabupaten or kota into the office's own folder (DISTRICTS_DIR)")
    .argument("<file>", "CSV with kode10 (or kode_kemendagri), nama and jenis, as districts/areas/desa_kelurahan.csv")
    .option("--code <code>", "which kabupaten or kota, 3525 or 35.25; needed where the list holds several")
    .option("--json", "as JSON")
    .action((file: string, { code, json }: { code?: string; json?: true }) => {
      const packs = packsHere();
      requireOpenFolder(packs.own, "added");
      const result = addAreas(packs, file, code);
      if (json) return printLine(JSON.stringify(result));
      const { kecamatan, villages, added, renamed } = result;
      printLine(
        `${result.code} ${result.name}: ${kecamatan} kecamatan, ${many(villages, "village")}; ${added} new, ${renamed} renamed, in ` +
          `${packs.own}; a running service reads them when it is started again`,
      );
    });
  return program;
}
