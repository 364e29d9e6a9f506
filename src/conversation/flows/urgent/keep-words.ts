import { defined } from "../../../defined.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { keptWords } from "../../engine/content.ts";
import { flowOf, type Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import { addRequest } from "./danger.ts";
import { type Here, isSurvivors, rememberReport, restIn } from "./data.ts";
import { rememberAid, rememberAnswer } from "./further.ts";
import { placeIn } from "./placed.ts";

export function sayAndKeep(say: Text[], words: string, context: Here): Step {
  const { data, session, facts } = context;
  const { number } = data;
  if (number === undefined || isSurvivors(data.dangers)) return sayAndKeepReach(say, words, context);
  const text = keptWords(words);
  const { area, moves, isOnlyTakenBack, known } = placeIn(text, data, facts);
  const next = { ...data, ...rememberAnswer(say, context), ...known };
  const stays = session.at === "urgent.open" && !isOnlyTakenBack;
  const rest = stays ? ({ to: "urgent.open", data: next } as const) : restIn(next);
  return {
    ...rememberReport(number, { ...context, data: rest.data }),
    ...rest,
    say,
    ...(text === "" ? {} : { requests: [addRequest(number, context, { text, ...defined({ area, moves }) })] }),
  };
}

/** After violence, the service keeps only words that say how not to reach the citizen. */
function sayAndKeepReach(say: Text[], words: string, context: Here): Step {
  const { data, session, facts } = context;
  const known = flowOf(session.at) === "urgent" ? { data: rememberAid(say, facts) } : {};
  if (data.number === undefined || !facts.words.urgent.noCall.isIn(plainText(words)))
    return { to: session.at, say, ...known };
  const requests = [addRequest(data.number, context, { text: keptWords(words) })];
  return { to: session.at, say: [...say, { key: "urgent.reach.noCall" }], requests };
}
