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
  topic?: Topic;
  answer?: string;
};

/** The confidence is from 0 to 1. */
export type Understanding = {
  intent: Intent;
  confidence: number;
  extracted: Extracted;
  alternatives: { intent: Intent; confidence: number; topic?: Topic }[];
};
