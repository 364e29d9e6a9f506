import type { FoundNumber } from "../../register/find-numbers.ts";
import type { Place } from "../../register/places.ts";
import type { Category, Reason, Topic } from "../../vocabulary/lists.ts";
import type { Intent } from "./intents.ts";

export type Extracted = {
  niks?: FoundNumber[];
  nearMisses?: FoundNumber[];
  ticket?: string;
  programme?: string;
  places?: Place[];
  reason?: Reason;
  category?: Category;
  /** Of the intent `ask`: which question. */
  topic?: Topic;
  /** The name of the answer in the district's pack. */
  answer?: string;
};

/** `confidence` from 0 to 1; under the margin the intent is `unknown` and the best guesses are alternatives. */
export type Understanding = {
  intent: Intent;
  confidence: number;
  extracted: Extracted;
  /** The next best; what is asked has its topic. */
  alternatives: { intent: Intent; confidence: number; topic?: Topic }[];
};
