import { join } from "node:path";
import { Command } from "commander";
import type { IntentScorer } from "../conversation/understanding/score.ts";
import { understand } from "../conversation/understanding/understand.ts";
import type { Extracted, Understanding } from "../conversation/understanding/understanding.ts";
import { defined } from "../defined.ts";
import { listDistrictIds, loadDistricts } from "../districts/index.ts";
import { openIntents } from "../intent-model.ts";
import { ROOT } from "../pack-folders.ts";
import { findPlaces, openPlaceIndex, readPlaces } from "../register/places.ts";
import { openSignals } from "../signal-tables.ts";
import { dangersIn } from "../signals/danger.ts";
import type { Signal } from "../signals/signal-names.ts";
import { AppError } from "../vocabulary/errors.ts";
import { openWords } from "../word-files.ts";
import { lineWriter, readArgumentOrLines } from "./line-streams.ts";
import { packsHere } from "./pack-settings.ts";

const maskDigits = (digits: string): string => "•".repeat(Math.max(digits.length - 2, 0)) + digits.slice(-2);

function printableOf({ niks, nearMisses, places, ...rest }: Extracted): object {
  return {
    ...rest,
    ...(niks ? { niks: niks.map(({ digits }) => maskDigits(digits)) } : {}),
    ...(nearMisses ? { nearMisses: nearMisses.map(({ digits }) => maskDigits(digits)) } : {}),
    ...(places ? { places: places.map(({ code, name }) => ({ code, name })) } : {}),
  };
}

function putDangerFirst(read: Understanding, signals: readonly Signal[]): Understanding {
  if (dangersIn(signals).length === 0) return read;
  const { intent, confidence, extracted, alternatives } = read;
  const besides = intent === "unknown" ? [] : [{ intent, confidence, ...defined({ topic: extracted.topic }) }];
  return { ...read, intent: "urgent", confidence: 1, alternatives: [...besides, ...alternatives] };
}

const MOST_LABELS = 3;
const MOST_FEATURES = 8;
const rounded = (value: number): number => Math.round(value * 100) / 100;

function whyOf(text: string, phrases: Understanding, { rank, explain }: IntentScorer): object {
  return {
    phrases: { intent: phrases.intent, confidence: phrases.confidence },
    model: rank(text)
      .slice(0, MOST_LABELS)
      .map(({ label, likely }) => ({
        label,
        likely: rounded(likely),
        features: Object.fromEntries(
          explain(text, label, MOST_FEATURES).map(({ feature, weight }) => [feature, rounded(weight)]),
        ),
      })),
  };
}

export function command(): Command {
  return new Command()
    .description("show what a message is understood as; - reads one a line from standard input")
    .argument("<text...>", "the message, or -")
    .option("--district <id>", "with the places and programmes of one district only")
    .option("--why", "with what decided: the phrases, and the model's features with their weights")
    .option("--json", "one JSON object a line (always so)")
    .action(async (words: string[], { district, why }: { district?: string; why?: true }) => {
      const root = packsHere();
      const ids = listDistrictIds(root);
      if (district !== undefined && !ids.includes(district)) {
        throw new AppError("BAD_REQUEST", `no district ${district}; there are ${ids.join(", ")}`);
      }
      const districts = loadDistricts(root, district === undefined ? ids : [district]);
      const known = openWords(join(ROOT, "locales"));
      const index = openPlaceIndex(
        districts.flatMap(({ areas }) => areas),
        known.places,
      );
      const programmes = [
        ...new Map(districts.flatMap((one) => one.programmes).map((one) => [one.code, one])).values(),
      ];
      const intents = openIntents(join(ROOT, "locales"), known);
      const signals = openSignals(join(ROOT, "locales"), intents.rank, known);
      const out = lineWriter();
      for await (const item of readArgumentOrLines(words.join(" "))) {
        const context = {
          words: known,
          rulesIn: intents.rulesIn,
          programmes,
          findPlaces: (text: string) => findPlaces(text, index),
          placesNamed: (text: string) => readPlaces(text, index),
        };
        const read = understand(item, { ...context, rankIntents: intents.rank, mayBeDanger: signals.mayBeDanger });
        const heard = signals.hear(item);
        const { intent, confidence, extracted, alternatives } = putDangerFirst(read, heard);
        const decided = { intent, confidence, signals: heard, extracted: printableOf(extracted), alternatives };
        const told = why ? { ...decided, why: whyOf(item, understand(item, context), intents) } : decided;
        await out.write(JSON.stringify(told));
      }
      await out.end();
    });
}
