import { Command } from "commander";
import { loadAreaCodes } from "../districts/areas.ts";
import { checkNik } from "../register/nik.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import { lineWriter, readArgumentOrLines } from "./line-streams.ts";
import { packsHere } from "./pack-settings.ts";

/** Prints the facts in a NIK, but never the NIK itself. */
export function command(): Command {
  return new Command()
    .description("check a NIK; - reads one a line from standard input")
    .argument("<number>", "16 digits, with or without spaces, or -")
    .option("--json", "one JSON object a line (always so)")
    .action(async (argument: string) => {
      const areas = loadAreaCodes(packsHere());
      const today = dateIn(Date.now(), DEFAULT_ZONE);
      const out = lineWriter();
      for await (const item of readArgumentOrLines(argument)) {
        const { valid, errors, warnings, area, sex, birthDates } = checkNik(item, { today, areas });
        if (!valid) process.exitCode = 1;
        await out.write(JSON.stringify({ valid, errors, warnings, area: area ?? null, sex: sex ?? null, birthDates }));
      }
      await out.end();
    });
}
