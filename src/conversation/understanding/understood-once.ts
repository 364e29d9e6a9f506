import type { Content } from "../../vocabulary/message.ts";
import type { Facts } from "../engine/facts.ts";
import { withKnowledge } from "./knowledge.ts";
import { withReason } from "./reason-words.ts";
import { understand } from "./understand.ts";
import type { Understanding } from "./understanding.ts";

export type TextContent = Content & { type: "text" };

/** Keeps each result, because several steps of a turn read one message. */
const understandings = new WeakMap<TextContent, Understanding>();

export function understoodOnce(content: TextContent, facts: Facts): Understanding {
  const known = understandings.get(content);
  if (known) return known;
  const { district, listed = [], findPlaces, mayBeDanger, placesNamed, rankIntents, rulesIn, words } = facts;
  const { knowledge, reasons } = district;
  const programmes = [...district.programmes, ...listed];
  const context = { words, rulesIn, programmes, findPlaces, placesNamed, rankIntents, mayBeDanger };
  const read = understand(content.text, context);
  const understood = withReason(read, content.text, { reasons, words });
  const made = withKnowledge(understood, content.text, { knowledge, words });
  understandings.set(content, made);
  return made;
}
