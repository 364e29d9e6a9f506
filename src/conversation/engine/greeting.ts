import type { Content, Text } from "../../vocabulary/message.ts";
import { plainText } from "../understanding/normalise.ts";
import { type Context, flowOf, type Step } from "./flow.ts";

/** Words of a message in which a greeting opens it. */
const OPENS = 3;
/** A nod has no more words than this: "nggih pak". */
const NOD = 2;

/** The greeting that a text brings, as it is returned. */
function greetingFor(text: string, { courtesy }: Context["facts"]["words"]): Text | undefined {
  const said = plainText(text).split(" ");
  if (said.slice(0, OPENS).some((word) => courtesy.salam.has(word))) return { key: "common.salam" };
  return said.length <= NOD && courtesy.nods.has(said[0] ?? "") ? { key: "common.nggih" } : undefined;
}

/** What a greeting or a nod in kind takes the place of. */
const REPLACED: ReadonlySet<string> = new Set(["common.hello", "common.fine"]);

/** A greeting is returned in kind, first of all; never where somebody is in danger. */
export function withGreeting(step: Step, content: Content, { facts }: Context): Step {
  if (content.type !== "text" || flowOf(step.to) === "urgent") return step;
  const greeting = greetingFor(content.text, facts.words);
  if (!greeting) return step;
  const rest = (step.say ?? []).filter((text) => !("key" in text && REPLACED.has(text.key)));
  return { ...step, say: [greeting, ...rest] };
}
