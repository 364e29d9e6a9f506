import { defined } from "../../defined.ts";
import type { Choice, Reply, Text } from "../../vocabulary/message.ts";
import { alsoAskedTexts, withAlsoAsked } from "./also-asked.ts";
import type { Facts } from "./facts.ts";
import type { Context, Flows, Option, State } from "./flow.ts";
import { languageOfferTexts, languageOptions } from "./language-offer.ts";
import { textsOfNumbersSent, withholdOptions } from "./mentioned-numbers.ts";
import { secrecyOffered } from "./secrecy.ts";
import type { Session } from "./session.ts";
import { toOfficer } from "./usual-options.ts";

const WRONG_BEFORE_OFFICER = 3;
const MOST_CHOICES = 10;

export function contextOf(session: Session, facts: Facts, flows: Flows): Context {
  return { session, data: flows.flowNamed(session.at).data.parse(session.data), facts, flows };
}

export function optionsOf(state: State, context: Context): Option[] {
  const offered = typeof state.options === "function" ? state.options(context) : (state.options ?? []);
  const more = [...offered, ...withholdOptions(context.session)];
  const asked = withAlsoAsked(more, context);
  const kept = [...asked, ...secrecyOffered(context.session, asked)];
  const own = makeRoom([...kept, ...languageOptions(context.session)]);
  if (context.session.wrong < WRONG_BEFORE_OFFICER || own.some(({ to }) => to === "officer.ask")) return own;
  return [...own.slice(0, MOST_CHOICES - 1), toOfficer];
}

/** In a full menu, another button replaces the way to the languages, because citizens can type BAHASA. */
const makeRoom = (options: Option[]): Option[] =>
  options.length > MOST_CHOICES ? options.filter(({ id }) => id !== ">language.choose") : options;

/** A button whose id begins with `>` works in every state. */
export const choiceId = (at: string, { id }: Option): string => (id.startsWith(">") ? id : `${at}:${id}`);

export function promptOf(context: Context, brief = false): Reply {
  const { session, flows } = context;
  const state = flows.stateAt(session.at);
  const choices = optionsOf(state, context).map((option): Choice => {
    const { title, description } = option;
    const id = choiceId(session.at, option);
    return description ? { id, title, description } : { id, title };
  });
  const short = brief ? (state.brief ?? state.reminder) : undefined;
  const prompt = short ?? state.prompt;
  const card = short ? undefined : state.card?.(context);
  return {
    parts: [
      ...patienceTexts(state, context),
      ...promptParts(prompt, context),
      ...alsoAskedTexts(session),
      ...textsOfNumbersSent(session),
      ...languageOfferTexts(session),
    ],
    choices,
    ...defined({ asks: askedIn(state, context), card }),
  };
}

function askedIn({ asks }: State, context: Context): Reply["asks"] {
  if (context.facts.numberPage) return undefined;
  return typeof asks === "function" ? asks(context) : asks;
}

function promptParts(prompt: State["prompt"], context: Context): Text[] {
  if (prompt === undefined) return [];
  return typeof prompt === "string" ? [{ key: prompt }] : prompt(context);
}

function patienceTexts(state: State, context: Context): Text[] {
  const { wrong } = context.session;
  if (wrong >= WRONG_BEFORE_OFFICER) return [{ key: "common.officerHelps" }];
  return wrong === WRONG_BEFORE_OFFICER - 1 ? hintOf(state, context) : [];
}

export function hintOf({ hint }: State, context: Context): Text[] {
  if (hint === undefined) return [];
  return [{ key: typeof hint === "string" ? hint : hint(context) }];
}
