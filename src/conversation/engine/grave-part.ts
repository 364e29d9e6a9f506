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
type Kind = (text: string, context: Context, take: TakePart) => Step | undefined;

const takeDanger: Kind = (text, { facts }, take) => {
  if (dangersIn(facts.signals(text)).length === 0) return undefined;
  const step = take({ type: "text", text });
  return flowOf(step.to) === "urgent" ? step : undefined;
};

const takeFraud: Kind = (text, context, take) => {
  const content: TextContent = { type: "text", text };
  const isFraud = harmTexts(text, context).length > 0 || understoodOnce(content, context.facts).intent === "hoax";
  return isFraud ? take(content) : undefined;
};

const STOPS: ReadonlySet<Intent> = new Set(["stop", "unsubscribe"]);

const takeStop: Kind = (text, { facts }) => {
  const isStop =
    globalCommand(text, facts.words)?.command === "stop" ||
    STOPS.has(understoodOnce({ type: "text", text }, facts).intent);
  return isStop ? { to: "menu.choose", say: [{ key: "common.stopped" }] } : undefined;
};

const takeWish: Kind = (text, context) => {
  if (asideIn(text, context) !== "secret") return undefined;
  const { quiet: _, ...step } = keepSecret(context);
  return step;
};

/** The gravest comes first. */
const KINDS: readonly Kind[] = [takeDanger, takeFraud, takeStop, takeWish];

/** Finds the part of a message that is answered before any question: danger, fraud, STOP, or a wish for secrecy. */
export function gravePartOf(parts: readonly string[], context: Context, take: TakePart): GravePart | undefined {
  for (const kind of KINDS)
    for (const text of parts) {
      const step = kind(text, context, take);
      if (step) return { text, step };
    }
  return undefined;
}
