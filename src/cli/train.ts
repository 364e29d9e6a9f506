import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { weightsPath } from "../signal-tables.ts";
import { loadSentences, SETS, trainSignals } from "../signal-training.ts";

/** Rebuilds the weights of the scored signals from their sentences: `npm run train`. */
const locales = join(import.meta.dirname, "../../locales");
for (const { signal, weights } of SETS.flatMap((set) => trainSignals(locales, loadSentences(locales, set)))) {
  const path = weightsPath(locales, signal);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, weights);
  console.log(`${signal}: ${weights.split("\n").length - 2} features`);
}
