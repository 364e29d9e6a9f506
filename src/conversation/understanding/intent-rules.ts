import { splitRows } from "../../signals/table-rows.ts";
import { Category, REASONS, type Reason } from "../../vocabulary/lists.ts";
import type { Words } from "../../words/words.ts";
import { type Intent, isIntent } from "./intents.ts";
import type { IntentScorer } from "./score.ts";
import { openPatterns, type Pattern, readPattern } from "./word-pattern.ts";

export type Rule = Pattern & { intent: Intent; weight: number; category?: Category; reason?: Reason };

export type RulesIn = (line: string) => readonly Rule[];

export type Intents = IntentScorer & { rulesIn: RulesIn };

const isCategory = (name: string): name is Category => Category.safeParse(name).success;
const isReason = (name: string): name is Reason => (REASONS as readonly string[]).includes(name);

/**
 * Reads lines `intent<TAB>weight<TAB>pattern`, with an optional category or reason. Throws an Error for any other line.
 */
export function parseRules(text: string, { intents }: Pick<Words, "intents">): Rule[] {
  const lists: Readonly<Record<string, ReadonlySet<string>>> = intents;
  const listNamed = (name: string): string[] => {
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (!list) throw new Error(`no such list: ${name}`);
    return [...list];
  };
  return splitRows(text).map(([intent = "", number = "", pattern = "", told, ...more]) => {
    const weight = Number(number);
    const isKnown = told === undefined || (intent === "complaint" ? isCategory(told) : isReason(told));
    if (!isIntent(intent) || !Number.isInteger(weight) || pattern === "" || !isKnown || more.length > 0)
      throw new Error(`not a rule: ${[intent, number, pattern, told].join(" ")}`);
    return { intent, weight, ...readPattern(pattern, listNamed), ...toldBy(told) };
  });
}

function toldBy(name = ""): Pick<Rule, "category" | "reason"> {
  if (isCategory(name)) return { category: name };
  return isReason(name) ? { reason: name } : {};
}

export const openRules = (rules: readonly Rule[]): RulesIn => openPatterns(rules);

export const WEIGHTY: ReadonlySet<Intent> = new Set(["complaint", "death-report", "listed-dead", "sanction"]);

export const COURTESY: ReadonlySet<Intent> = new Set(["greeting", "thanks", "menu", "help"]);
