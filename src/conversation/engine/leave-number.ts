import type { Intent } from "../understanding/intents.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import { type Context, flowOf, type Step } from "./flow.ts";
import { keepDraft } from "./keep-draft.ts";
import { contextOf, promptOf } from "./prompt.ts";
import { routeOf } from "./routes.ts";
import type { Session } from "./session.ts";
import type { StateName } from "./state-names.ts";

const ASKS_NIK: StateName = "check.number";
const CHECKS: ReadonlySet<Intent> = new Set(["check", "payment", "sanction"]);
const NUMBER = /\d{6}/;

/** At the question for a NIK, reads words without a number as the menu would. */
export function leaveNumber(content: TextContent, context: Context): Step | undefined {
  const { session, facts } = context;
  const { text } = content;
  if (session.at !== ASKS_NIK || NUMBER.test(text.replace(/[\s.-]/g, ""))) return undefined;
  const atMenu: Context = { ...context, data: {}, session: { ...session, at: "menu.choose", data: {}, wrong: 0 } };
  const understood = understoodOnce(content, facts);
  const route = routeOf(understood, text, atMenu);
  if (route?.to === "menu.suggest") return understood.alternatives.length > 0 ? guessBeside(route, context) : undefined;
  const isOther = route !== undefined && flowOf(route.to) !== "menu" && route.to !== ASKS_NIK;
  return isOther ? keepDraft(route, context) : undefined;
}

function guessBeside({ data = {}, say = [] }: Step, context: Context): Step {
  const { session } = context;
  const { suggested = [] } = data as { suggested?: readonly Intent[] };
  const told: readonly Intent[] = session.told?.text === undefined ? [] : ["complaint"];
  const guesses = { ...data, suggested: [...new Set([...told, ...suggested])].filter((one) => !CHECKS.has(one)) };
  const suggest: Session = { ...session, at: "menu.suggest", data: guesses, wrong: 0 };
  const guessed = promptOf(contextOf(suggest, context.facts, context.flows));
  const own = promptOf(context);
  const buttons = [...(guessed.choices ?? []).filter(({ id }) => id.startsWith(">")), ...(own.choices ?? [])];
  const choices = [...new Map(buttons.map((button) => [button.id, button])).values()];
  return { to: session.at, quiet: true, say: [...say, ...guessed.parts, ...own.parts], choices };
}
