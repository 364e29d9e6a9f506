import type { Content } from "../../vocabulary/message.ts";
import type { Facts } from "../engine/facts.ts";
import { type Understanding, understand } from "./understand.ts";

export type TextContent = Content & { type: "text" };

/** A message is heard when it is gathered and again when it is answered, by `listen` and by the flow it is in. */
const understandings = new WeakMap<TextContent, Understanding>();

export function understoodOnce(content: TextContent, { district, findPlaces }: Facts): Understanding {
  const known = understandings.get(content);
  if (known) return known;
  const made = understand(content.text, { programmes: district.programmes, findPlaces });
  understandings.set(content, made);
  return made;
}
