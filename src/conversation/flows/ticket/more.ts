import type { Content } from "../../../vocabulary/message.ts";
import { keptWords, wordsIn } from "../../engine/content.ts";
import { announcesReport } from "../../engine/corrected-intent.ts";
import { enterState, type State, type Step } from "../../engine/flow.ts";
import { toMenu } from "../../engine/usual-options.ts";
import { followUpsIn } from "../../understanding/follow-up.ts";
import type { Intent } from "../../understanding/intents.ts";
import { plainText } from "../../understanding/normalise.ts";
import { type TextContent, understoodOnce } from "../../understanding/understood-once.ts";
import type { FilingData, Here } from "./data.ts";

const OF_THE_REPORT: ReadonlySet<Intent | undefined> = new Set(["complaint", "officer"] as const);

export function isFollowUp(content: TextContent, context: Here): boolean {
  const { data, facts } = context;
  if (data.second || data.number === undefined) return false;
  const understood = understoodOnce(content, facts);
  if (followUpsIn(content.text, facts.words).length > 0) return false; // the engine answers these questions
  if (facts.words.unsent.reports.has(plainText(content.text).split(" ")[0] ?? "")) return false;
  if (announcesReport(understood, content.text, context)) return false;
  const likeliest = understood.intent === "unknown" ? understood.alternatives[0]?.intent : understood.intent;
  return OF_THE_REPORT.has(likeliest) || facts.signals(content.text).includes("accusation");
}

export function offerMore(content: Content, context: Here): Step<FilingData> | undefined {
  const words = wordsIn(content);
  if (content.type !== "text" || words === undefined || !isFollowUp(content, context)) return undefined;
  const before = context.session.at === "ticket.more" ? context.data.more : undefined;
  return { to: "ticket.more", data: { more: keptWords([before, words].filter(Boolean).join("\n")) } };
}

function addMore({ data: { number = "", more = "" }, facts }: Here): Step<FilingData> {
  const event = { type: "add" as const, at: facts.now, text: more };
  return { to: "ticket.added", data: { more: undefined }, requests: [{ type: "add-to-ticket", number, event }] };
}

const reportAnew = (context: Here): Step =>
  enterState("complaint.category", context.data.more, { ...context, data: {} });

export const moreState: State<FilingData> = {
  prompt: ({ data: { number = "" } }) => [{ key: "ticket.askMoreOf", values: { number } }],
  options: [
    { id: "add", title: { key: "ticket.addToIt" }, means: "agreed", to: "ticket.added", step: addMore },
    { id: "new", title: { key: "ticket.openNew" }, to: "complaint.category", step: reportAnew },
    { id: "leave", title: { key: "ticket.leaveOut" }, means: "no", to: "menu.choose" },
    toMenu,
  ],
  takes: ["text"],
  free: isFollowUp,
  take: offerMore,
  leadsTo: ["ticket.more"],
};
