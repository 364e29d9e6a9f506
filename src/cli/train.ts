import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { weightsPath } from "../signal-tables.ts";
import { loadSentences, SETS, trainSignals } from "../signal-training.ts";
import { printLine } from "./print.ts";

/** Rebuilds the weights of the scored signals from their sentences: `npm run train`. */
const locales = join(import.meta.dirname, "../../locales");
for (const { signal, weights } of SETS.flatMap((set) => trainSignals(locales, loadSentences(locales, set)))) {
  const path = weightsPath(locales, signal);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, weights);
  printLine(`${signal}: ${weights.split("\n").length - 2} features`);
}
