import type { Topic } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { defineFlow, type StatesOf, type Step } from "../../engine/flow.ts";
import { optionsUnder } from "./choices.ts";
import { AskData, answerHere, type Here } from "./data.ts";

/** Repeated questions lead first to the details, then to the offer of an officer, and then to the officer. */
function enter(name: string | undefined, context: Here): Step<AskData> {
  const { session, facts, data } = context;
  const answer = name === undefined ? undefined : answerHere({ data: { name }, facts });
  if (name === undefined || !answer) return { to: "menu.choose" };
  const isHere = session.at.startsWith("ask.") && data.name === name;
  if (!isHere || session.at === "ask.sources") return { to: "ask.show", data: { name } };
  if (session.at === "ask.show" && answer.details) return { to: "ask.more", data: { name } };
  return session.at === "ask.again" ? { to: "officer.ask" } : { to: "ask.again", data: { name } };
}

const wordsTexts = (context: Here): Text[] => {
  const answer = answerHere(context);
  return answer ? [{ words: answer.words }, ...perlinsosTexts(context)] : [{ key: "ask.gone" }];
};

function perlinsosTexts({ data: { name }, facts: { district, today } }: Here): Text[] {
  if (name !== ("perlinsos" satisfies Topic)) return [];
  const { state, checked_on } = district.perlinsos ?? { state: "unknown", checked_on: today };
  return [{ key: `ask.perlinsos.${state}`, values: { district: district.name, date: { date: checked_on } } }];
}

const detailsTexts = (context: Here): Text[] => {
  const { details: more } = answerHere(context) ?? {};
  return more ? [{ words: more }] : wordsTexts(context);
};

function sourcesTexts(context: Here): Text[] {
  const answer = answerHere(context);
  if (!answer) return wordsTexts(context);
  const { source, checked_on, owner } = answer;
  return [{ key: "ask.from", values: { source, owner, date: { date: checked_on } } }];
}

const states: StatesOf<"ask", AskData> = {
  show: {
    prompt: wordsTexts,
    brief: "common.chooseOrWrite",
    options: (context) => optionsUnder("words", context),
    leadsTo: ["ask.show", "ask.more", "ask.sources", "ask.others", "ask.again", "officer.ask", "menu.choose"],
    enter,
  },
  more: {
    prompt: detailsTexts,
    brief: "common.chooseOrWrite",
    options: (context) => optionsUnder("details", context),
    leadsTo: ["ask.show", "ask.sources", "ask.again", "menu.choose"],
  },
  others: {
    prompt: "ask.othersBelow",
    brief: "common.chooseOrWrite",
    options: (context) => optionsUnder("others", context),
    leadsTo: ["ask.show", "menu.choose"],
  },
  sources: {
    prompt: sourcesTexts,
    brief: "common.chooseOrWrite",
    options: (context) => optionsUnder("sources", context),
    leadsTo: ["ask.show", "menu.choose"],
  },
  again: {
    prompt: (context) => [
      { key: "ask.again", values: { date: { date: answerHere(context)?.checked_on ?? context.facts.today } } },
    ],
    brief: "common.chooseOrWrite",
    options: (context) => optionsUnder("details", context),
    leadsTo: ["ask.show", "ask.sources", "officer.ask", "menu.choose"],
  },
};

export const ask = defineFlow("ask", AskData, states);
