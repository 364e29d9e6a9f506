import { dangersIn } from "../../signals/danger.ts";
import { globalCommand } from "../understanding/commands.ts";
import type { Intent } from "../understanding/intents.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { harmTexts } from "./answer-harm.ts";
import { asideIn } from "./asides.ts";
import { type Context, flowOf, type Step } from "./flow.ts";
import { keepSecret } from "./secrecy.ts";

export type GravePart = { text: string; step: Step };

type TakePart = (content: TextContent) => Step;
type Kind = (part: TextContent, context: Context, take: TakePart) => Step | undefined;

const takeDanger: Kind = (part, { facts }, take) => {
  if (dangersIn(facts.signals(part.text)).length === 0) return undefined;
  const step = take(part);
  return flowOf(step.to) === "urgent" ? step : undefined;
};

const takeFraud: Kind = (part, context, take) => {
  const isFraud = harmTexts(part.text, context).length > 0 || understoodOnce(part, context.facts).intent === "hoax";
  return isFraud ? take(part) : undefined;
};

const STOPS: ReadonlySet<Intent> = new Set(["stop", "unsubscribe"]);

const takeStop: Kind = (part, { facts }) => {
  const isStop =
    globalCommand(part.text, facts.words)?.command === "stop" || STOPS.has(understoodOnce(part, facts).intent);
  return isStop ? { to: "menu.choose", say: [{ key: "common.stopped" }] } : undefined;
};

const takeWish: Kind = ({ text }, context) => {
  if (asideIn(text, context) !== "secret") return undefined;
  const { quiet: _, ...step } = keepSecret(context);
  return step;
};

/** The gravest kind comes first. */
const KINDS: readonly Kind[] = [takeDanger, takeFraud, takeStop, takeWish];

export function gravePartOf(parts: readonly string[], context: Context, take: TakePart): GravePart | undefined {
  const contents = parts.map((text): TextContent => ({ type: "text", text }));
  for (const kind of KINDS)
    for (const part of contents) {
      const step = kind(part, context, take);
      if (step) return { text: part.text, step };
    }
  return undefined;
}
