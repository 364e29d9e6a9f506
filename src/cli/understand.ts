import { join } from "node:path";
import { Command } from "commander";
import { understand } from "../conversation/understanding/understand.ts";
import type { Extracted, Understanding } from "../conversation/understanding/understanding.ts";
import { defined } from "../defined.ts";
import { listDistrictIds, loadDistricts } from "../districts/index.ts";
import { openIntents } from "../intent-model.ts";
import { ROOT } from "../pack-folders.ts";
import { findPlaces, placeIndex } from "../register/places.ts";
import { openSignals } from "../signal-tables.ts";
import { dangersIn } from "../signals/danger.ts";
import type { Signal } from "../signals/names.ts";
import { AppError } from "../vocabulary/errors.ts";
import { openWords } from "../word-files.ts";
import { itemsOf, lineWriter } from "./items.ts";
import { packsHere } from "./packs-here.ts";

const masked = (digits: string): string => "•".repeat(Math.max(digits.length - 2, 0)) + digits.slice(-2);

/** Numbers of people only by their last two digits, places by code and name. */
function shown({ niks, nearMisses, places, ...rest }: Extracted): object {
  return {
    ...rest,
    ...(niks ? { niks: niks.map(({ digits }) => masked(digits)) } : {}),
    ...(nearMisses ? { nearMisses: nearMisses.map(({ digits }) => masked(digits)) } : {}),
    ...(places ? { places: places.map(({ code, name }) => ({ code, name })) } : {}),
  };
}

/** Danger comes before all else; what the message is about besides comes next. */
function withDanger(read: Understanding, signals: readonly Signal[]): Understanding {
  if (dangersIn(signals).length === 0) return read;
  const { intent, confidence, extracted, alternatives } = read;
  const besides = intent === "unknown" ? [] : [{ intent, confidence, ...defined({ topic: extracted.topic }) }];
  return { ...read, intent: "urgent", confidence: 1, alternatives: [...besides, ...alternatives] };
}

/** `sapa understand TEXT`: the intent of a message and what is found in it, as JSON. */
export function command(): Command {
  return new Command()
    .description("show what a message is understood as; - reads one a line from standard input")
    .argument("<text...>", "the message, or -")
    .option("--district <id>", "with the places and programmes of one district only")
    .option("--json", "one JSON object a line (always so)")
    .action(async (words: string[], { district }: { district?: string }) => {
      const root = packsHere();
      const ids = listDistrictIds(root);
      if (district !== undefined && !ids.includes(district)) {
        throw new AppError("BAD_REQUEST", `no district ${district}; there are ${ids.join(", ")}`);
      }
      const districts = loadDistricts(root, district === undefined ? ids : [district]);
      const index = placeIndex(
        districts.flatMap(({ areas }) => areas),
        openWords(join(ROOT, "locales")).places,
      );
      const programmes = [
        ...new Map(districts.flatMap((one) => one.programmes).map((one) => [one.code, one])).values(),
      ];
      const signals = openSignals(join(ROOT, "locales"));
      const intents = openIntents(join(ROOT, "locales"));
      const out = lineWriter();
      for await (const item of itemsOf(words.join(" "))) {
        const read = understand(item, {
          programmes,
          findPlaces: (text) => findPlaces(text, index),
          rankIntents: intents.rank,
        });
        const heard = signals.read(item);
        const { intent, confidence, extracted, alternatives } = withDanger(read, heard);
        await out.write(
          JSON.stringify({ intent, confidence, signals: heard, extracted: shown(extracted), alternatives }),
        );
      }
      await out.end();
    });
}
