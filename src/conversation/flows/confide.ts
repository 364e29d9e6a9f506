import { z } from "zod";
import { findTicketNumber } from "../../casework/number.ts";
import { defined } from "../../defined.ts";
import { confideRequest } from "../engine/confide.ts";
import { type Context, defineFlow, type StatesOf, type Step } from "../engine/flow.ts";
import type { LookUpResult } from "../engine/lookup.ts";
import { draftsAfter } from "../engine/return-to.ts";
import { Replying } from "../engine/session.ts";
import { StateAt } from "../engine/state-names.ts";
import { markKept } from "../engine/ticket-answer.ts";

const ConfideData = z.object({
  back: StateAt.default("menu.choose"),
  kept: z.record(z.string(), z.unknown()).default({}),
  replying: Replying.optional(),
});
type Data = z.infer<typeof ConfideData>;
type Here = Context<Data>;

/** A citizen may change only a report of this chat. */
function lookUpReport(number: string | undefined, { session }: Here): Step | undefined {
  const known = findTicketNumber(number ?? "");
  const { at, data, replying } = session;
  if (!known) return undefined;
  return {
    to: "confide.looking",
    data: { back: at, kept: data, ...defined({ replying }) },
    lookUp: { find: "ticket", number: known },
  };
}

function confideReport(result: LookUpResult<"ticket">, context: Here): Step {
  const { data, facts } = context;
  const { back, kept, replying } = data;
  const drafts = draftsAfter(back, context);
  const numbers = result.outcome === "found" && result.ticket?.own ? [result.ticket.number] : [];
  const known = replying && markKept(replying, { numbers });
  const there: Step = { to: back, data: kept, quiet: true, session: { drafts, ...defined({ replying: known }) } };
  if (result.outcome === "limited") return { ...there, say: [{ key: "track.limited" }] };
  if (!result.ticket?.own) return { ...there, say: [{ key: "track.notHere" }] };
  return { ...there, requests: [confideRequest(result.ticket.number, facts)] };
}

const states: StatesOf<"confide", Data> = {
  raise: { leadsTo: ["confide.looking"], enter: lookUpReport },
  looking: { leadsTo: ["menu.choose"], found: { ticket: confideReport } },
};

/** Takes the button "Rahasiakan laporan" under a report's confirmation or under an answer. */
export const confide = defineFlow("confide", ConfideData, states);
