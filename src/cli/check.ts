import { join } from "node:path";
import { Command } from "commander";
import { checkDistrict } from "../districts/index.ts";
import { printLine } from "./print.ts";

/** `sapa check district D`: what is wrong with a pack, and what no office has signed off yet. */
export function command(): Command {
  const program = new Command().description("check a district's pack");
  program
    .command("district")
    .argument("<district>", "the folder's name under districts/")
    .option("--json", "as JSON")
    .action((district: string, { json }: { json?: true }) => {
      const { problems, unsigned } = checkDistrict(join(import.meta.dirname, "../../districts"), district);
      if (json) process.stdout.write(`${JSON.stringify({ district, problems, unsigned })}\n`);
      else {
        for (const problem of problems) printLine(`wrong: ${problem}`);
        for (const text of unsigned) printLine(`not signed off: ${text}`);
        process.stdout.write(`${district}: ${problems.length} problems, ${unsigned.length} texts not signed off\n`);
      }
      if (problems.length > 0) process.exitCode = 1;
    });
  return program;
}
