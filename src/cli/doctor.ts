import { styleText } from "node:util";
import { Command } from "commander";
import { readEnvironment } from "../config.ts";
import { demoEnvironment, isBesideDemo } from "../demo/keys.ts";
import type { Finding } from "../doctor/check.ts";
import { countVerdicts, examineAll } from "../doctor/examine.ts";
import { openScene } from "../doctor/scene.ts";
import { statusOf } from "../doctor/self-examination.ts";
import { many } from "../many.ts";
import type { Verdict } from "../vocabulary/lists.ts";
import { asLine, printLine } from "./print.ts";

const COLOURS = { ok: "green", warning: "yellow", fault: "red", unknown: "gray" } as const;

export function command(): Command {
  return new Command()
    .description(
      "look at everything and name what is wrong, beside the running service or without it; 1 where something is",
    )
    .option("--json", "as JSON")
    .option("--send", "really send a sentence to the operators' chats")
    .action(async ({ json, send = false }: { json?: true; send?: boolean }) => {
      const environment = readEnvironment();
      const demo = isBesideDemo(environment);
      const { findings, scene, close } = await openScene(demo ? demoEnvironment(environment) : environment, {
        demo,
        send,
      });
      try {
        if (scene) findings.push(...(await examineAll(scene)));
      } finally {
        await close();
      }
      const status = statusOf(findings);
      if (json) printLine(JSON.stringify({ status, at: new Date().toISOString(), findings }));
      else {
        for (const one of findings) printFinding(one);
        printLine(summaryOf(findings));
      }
      process.exitCode = status === "faults" ? 1 : 0;
    });
}

function printFinding({ check, verdict, says, next }: Finding): void {
  process.stdout.write(`${paint(verdict)} ${asLine(`${check.padEnd(12)} ${says}`)}\n`);
  if (next !== undefined && verdict !== "ok") printLine(`${" ".repeat(9)}${" ".repeat(13)}-> ${next}`);
}

const paint = (verdict: Verdict): string => {
  const word = verdict.padEnd(8);
  return process.stdout.isTTY ? styleText(COLOURS[verdict], word) : word;
};

function summaryOf(findings: readonly Finding[]): string {
  const { fault, warning, unknown } = countVerdicts(findings);
  if (fault + warning + unknown === 0) return "everything is fine";
  const counted = [
    [fault, many(fault, "fault")],
    [warning, many(warning, "warning")],
    [unknown, `${unknown} not known from here`],
  ] as const;
  return counted.flatMap(([count, told]) => (count > 0 ? [told] : [])).join(", ");
}
