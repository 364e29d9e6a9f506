import { keepsMentioned } from "../../../casework/mentioned-numbers.ts";
import type { MediaFile } from "../../../vocabulary/message.ts";
import type { Step } from "../../engine/flow.ts";
import type { TicketView } from "../../engine/lookup.ts";
import type { Here, TrackData } from "./data.ts";
import { ownOpen, pickReport } from "./pick-report.ts";

export function addWords(view: TicketView, text: string, { facts }: Here, files: MediaFile[] = []): Step<TrackData> {
  const event = { type: "add" as const, at: facts.now, text, ...(files.length > 0 ? { files } : {}) };
  return {
    to: "track.view",
    say: [{ key: "ticket.added", values: { number: view.number } }],
    requests: [{ type: "add-to-ticket", number: view.number, event, forgets: !keepsMentioned(view) }],
    data: { view: view.state === "waiting" ? { ...view, state: "working" } : view, adds: false },
  };
}

export const addToView = (view: TicketView, context: Here): Step<TrackData> =>
  context.data.words ? addWords(view, context.data.words, context) : { to: "track.add", data: { view, adds: false } };

export function chooseAddition(tickets: TicketView[], context: Here): Step<TrackData> {
  const open = ownOpen(tickets);
  const view = pickReport(open, context.data.wanted);
  if (view) return addToView(view, context);
  return { to: "track.choose", data: { tickets: open, adds: open.length > 1 } };
}
