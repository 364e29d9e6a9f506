import { join } from "node:path";
import type { Config } from "./config.ts";
import { loadAreaCodes } from "./districts/areas.ts";
import { loadCalendar, loadDistricts } from "./districts/index.ts";
import { openTranslator } from "./i18n.ts";
import { openIntents } from "./intent-model.ts";
import { openLate } from "./open-late.ts";
import { ROOT } from "./pack-folders.ts";
import { openSignals } from "./signal-tables.ts";
import { openWords } from "./word-files.ts";

const languages = join(ROOT, "locales");

let openedWords: ReturnType<typeof openWords> | undefined;
const readWordsOnce = () => {
  openedWords ??= openWords(languages);
  return openedWords;
};

const intents = openLate(() => openIntents(languages, readWordsOnce()));
const signals = openLate(() => openSignals(languages, (text) => intents.rank(text), readWordsOnce()));

/** A process opens the models at its start, because a citizen would otherwise wait for a second. */
export function openModels(): void {
  signals.words("");
  intents.rank("");
}

export async function loadWorld({ packs, districts: ids }: Pick<Config, "packs" | "districts">) {
  const districts = new Map(loadDistricts(packs, ids).map((one) => [one.id, one]));
  const calendar = loadCalendar(packs, [...districts.values()]);
  const areas = loadAreaCodes(packs);
  const { translate, locales, pageTexts } = await openTranslator(languages, packs.own);
  const words = readWordsOnce();
  return { districts, calendar, areas, translate, locales, signals, intents, words, pageTexts };
}
