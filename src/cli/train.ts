import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { weightsPath } from "../signal-tables.ts";
import { loadSentences, trainSignals } from "../signal-training.ts";

/** Rebuilds the weights of the scored signals from their sentences: `npm run train`. */
const locales = join(import.meta.dirname, "../../locales");
for (const { signal, weights } of trainSignals(locales, loadSentences(locales))) {
  const path = weightsPath(locales, signal);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, weights);
  console.log(`${signal}: ${weights.split("\n").length - 2} features`);
}
