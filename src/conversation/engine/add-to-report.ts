import type { Words } from "../../words/words.ts";
import { plainText } from "../understanding/normalise.ts";
import { mayAsk } from "../understanding/question-words.ts";
import { withoutFillers } from "../understanding/words.ts";
import { keptWords } from "./content.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { reportHere } from "./secrecy.ts";
import { ticketAsked } from "./ticket-answer.ts";

/** Returns the text after an announcement such as "tambahin", or `undefined` without one. */
export function additionIn(text: string, words: Words): string | undefined {
  const { report } = words;
  const plain = plainText(text);
  if (!report.adds.isIn(plain) || report.addsElse.isIn(plain)) return undefined;
  return withoutFillers(report.adds.replacedIn(plain, "").split(" ").filter(Boolean), words).join(" ");
}

/** Adds words such as "tambahin, namanya pak Darmo" to a complaint that the citizen left, or to a filed report. */
export function addToReport(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const { words } = facts;
  const rest = additionIn(text, words);
  const isElsewhere = ["complaint", "urgent"].includes(flowOf(session.at)) || stateHere(context).free === true;
  if (rest === undefined || isElsewhere || ticketAsked(context) !== undefined) return undefined;
  if (rest !== "" && mayAsk(text, words)) return undefined;
  const { complaint: draft, ...drafts } = session.drafts;
  const story = typeof draft?.data.text === "string" ? draft.data.text : "";
  if (draft && story !== "") {
    const data = rest ? { text: keptWords(`${story}\n${text}`) } : { isAdding: true };
    const say = [{ key: rest ? "complaint.toldMore" : "complaint.askMore" }];
    return { to: draft.at, data: { ...draft.data, ...data }, session: { drafts }, say };
  }
  return {
    to: "track.listing",
    data: { adds: true, words: rest ? keptWords(text) : "", wanted: reportHere(context) },
    lookUp: { find: "own-tickets" },
  };
}
