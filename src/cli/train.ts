import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { modelPath } from "../intent-model.ts";
import { loadExamples, trainIntents } from "../intent-training.ts";
import { weightsPath } from "../signal-tables.ts";
import { loadSentences, trainSignals } from "../signal-training.ts";
import { printLine } from "./print.ts";

const locales = join(import.meta.dirname, "../../locales");
const weights = trainSignals(locales, loadSentences(locales));
writeFileSync(weightsPath(locales), weights);
printLine(`${weights.split("\n").length - 4} features, ${weights.length} characters`);
const model = trainIntents(locales, loadExamples(locales));
writeFileSync(modelPath(locales), model);
printLine(`${model.split("\n").length - 4} features of intents, ${model.length} characters`);
