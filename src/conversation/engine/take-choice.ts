import { answerTyped } from "../understanding/bare-answer.ts";
import { choiceTyped, titleNamed, titleTyped, withoutPoliteness } from "../understanding/commands.ts";
import { type Context, flowOf, type Option, type Step, stateHere } from "./flow.ts";
import { keepDraft } from "./keep-draft.ts";
import { choiceId, contextOf, optionsOf } from "./prompt.ts";
import { keepSecret, SECRECY_BUTTON } from "./secrecy.ts";
import type { Session } from "./session.ts";
import { type FlowName, isStateName } from "./state-names.ts";
import { hasJustAnswered, isAskedLast, optionsAfter, ticketAsked } from "./ticket-answer.ts";
import { askWithdrawalAgain, confirmWithdrawal } from "./withdraw-report.ts";

/** A `>state:parameter` works in every state; a `state:option` works only there, but for `WITHDRAWS`. */
export function takeChoice(id: string, context: Context): Step | undefined {
  const { session } = context;
  if (id === SECRECY_BUTTON) return keepSecret(context);
  const option = optionsOf(stateHere(context), context).find((one) => choiceId(session.at, one) === id);
  if (id.startsWith(">") && !option?.step) {
    const [to = "", ...parameter] = id.slice(1).split(":");
    const enter = isStateName(to) ? context.flows.stateAt(to).enter : undefined;
    const step = enter?.(parameter.join(":") || undefined, context);
    return step && keepDraft(step, context);
  }
  if (option) return takeOption(option, context);
  return id === WITHDRAWS ? confirmWithdrawal(context) : undefined;
}

const WITHDRAWS = "track.withdraw:yes";

export function takeTitle(title: string | undefined, context: Context): Step | undefined {
  const option = title === undefined ? undefined : typedOption(title, context, false);
  return option && takeOption(option, context);
}

function optionsRead(context: Context): Option[] {
  if (hasJustAnswered(context)) return optionsAfter(context);
  return isAskedLast(context) ? [] : optionsOf(stateHere(context), context);
}

export function typedOption(text: string, context: Context, slips: boolean): Option | undefined {
  const options = optionsRead(context);
  const { words } = context.facts;
  const index =
    choiceTyped(text, options.length, words) ??
    titleTyped(
      text,
      options.map((option) => namesOf(option, context)),
      slips,
    ) ??
    answerTyped(text, options, words);
  return index === undefined ? undefined : options[index];
}

/** In these flows, no button sends or deletes anything. */
const NAMED_IN_PART: ReadonlySet<FlowName> = new Set(["menu", "ask", "check", "programmes", "offices", "repair"]);

/** Returns the option that the words name in part, such as "ya ajukan" for "Ajukan sanggahan". */
export function namedOption(text: string, context: Context): Option | undefined {
  if (stateHere(context).free === true || !NAMED_IN_PART.has(flowOf(context.session.at))) return undefined;
  const options = optionsRead(context);
  const titles = () => options.map((option) => namesOf(option, context));
  const index = titleNamed(text, titles, context.facts.words);
  return index === undefined ? undefined : options[index];
}

export function takeEarlierTitle(text: string, context: Context): Step | undefined {
  const isAsked = stateHere(context).brief === undefined && flowOf(context.session.at) !== "menu";
  if (isAsked) return undefined;
  const isTyped = titleTyped(text, [context.facts.wordings({ key: "track.withdraw" })], false) !== undefined;
  return isTyped ? askWithdrawalAgain(context) : undefined;
}

/** While an officer waits for an answer, the words are the answer, not a menu row. */
export function typedMenuRow(text: string, context: Context, slips: boolean): Option | undefined {
  if (ticketAsked(context) !== undefined) return undefined;
  const menu = { ...context.session, at: "menu.choose", data: {}, wrong: 0 } as const;
  const rows = optionsOf(context.flows.stateAt(menu.at), contextOf(menu, context.facts, context.flows));
  const titles = rows.map((row) => namesOf(row, context));
  const { words } = context.facts;
  const index = titleTyped(text, titles, slips) ?? titleTyped(withoutPoliteness(text, words), titles, slips);
  return index === undefined ? undefined : rows[index];
}

function namesOf({ title, means }: Option, { facts }: Context): readonly string[] {
  const titles = facts.wordings(title);
  return means ? titles.flatMap((one) => [one, ...one.split(/[,/]/)]) : titles;
}

export function takeOption(option: Option, context: Context): Step {
  const { id, to, data, step } = option;
  if (step) return step(context);
  if (id.startsWith(">")) return takeChoice(id, context) ?? sayOldButton(context.session);
  return data ? { to, data } : { to };
}

export const sayOldButton = ({ at }: Session): Step => ({ to: at, say: [{ key: "common.oldButton" }] });
