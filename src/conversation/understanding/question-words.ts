import { wordsOf } from "./normalise.ts";

const ASKS = new Set(
  "apa apakah kapan bagaimana siapa berapa kenapa mengapa dimana bolehkah what who when why how".split(" "),
);

/** Whether a text begins with a word that asks, or ends with a question mark. */
export const asksSomething = (text: string): boolean => text.trim().endsWith("?") || ASKS.has(wordsOf(text)[0] ?? "");
