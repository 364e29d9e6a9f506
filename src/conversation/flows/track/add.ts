import { keepsMentioned } from "../../../casework/mentioned-numbers.ts";
import type { MediaFile } from "../../../vocabulary/message.ts";
import type { Step } from "../../engine/flow.ts";
import type { TicketView } from "../../engine/lookup.ts";
import type { Here, TrackData } from "./data.ts";
import { ownOpen, pickReport } from "./pick-report.ts";

/** Adds words and files to a report. */
export function addWords(view: TicketView, text: string, { facts }: Here, files: MediaFile[] = []): Step<TrackData> {
  const event = { type: "add" as const, at: facts.now, text, ...(files.length > 0 ? { files } : {}) };
  return {
    to: "track.view",
    say: [{ key: "ticket.added", values: { number: view.number } }],
    requests: [{ type: "add-to-ticket", number: view.number, event, forgets: !keepsMentioned(view) }],
    data: { view: view.state === "waiting" ? { ...view, state: "working" } : view, adds: false },
  };
}

/** Adds the citizen's words to this report, or asks for them if they only announced an addition. */
export const addToView = (view: TicketView, context: Here): Step<TrackData> =>
  context.data.words ? addWords(view, context.data.words, context) : { to: "track.add", data: { view, adds: false } };

/** Adds to the report that the chat shows, or to its only open one. If there are several, asks which one. */
export function chooseAddition(tickets: TicketView[], context: Here): Step<TrackData> {
  const open = ownOpen(tickets);
  const view = pickReport(open, context.data.wanted);
  if (view) return addToView(view, context);
  return { to: "track.choose", data: { tickets: open, adds: open.length > 1 } };
}
