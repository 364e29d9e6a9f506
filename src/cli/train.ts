import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { weightsPath } from "../signal-tables.ts";
import { loadSentences, trainSignals } from "../signal-training.ts";
import { printLine } from "./print.ts";

/** Rebuilds the weights of the scored signals from their sentences: `npm run train`. */
const locales = join(import.meta.dirname, "../../locales");
const weights = trainSignals(locales, loadSentences(locales));
writeFileSync(weightsPath(locales), weights);
printLine(`${weights.split("\n").length - 4} features, ${weights.length} characters`);
