import { findTicketNumber } from "../../../casework/number.ts";
import type { Content } from "../../../vocabulary/message.ts";
import { filesIn, keptWords, wordsIn } from "../../engine/content.ts";
import { nothingSentTexts, unsentTexts } from "../../engine/filed-report.ts";
import { defineFlow, type Option, type StatesOf, type Step } from "../../engine/flow.ts";
import type { LookUpResult } from "../../engine/lookup.ts";
import { KEPT_LINE } from "../../engine/secrecy.ts";
import { backTo, toMenu, toOfficer } from "../../engine/usual-options.ts";
import { addToView, addWords, chooseAddition } from "./add.ts";
import { type Here, TrackData } from "./data.ts";
import { canDispute, disputeStates } from "./dispute.ts";
import { keepFromVillage } from "./keep-from-village.ts";
import { sayStatus } from "./read-yet.ts";
import { rowText, viewTexts, withdrawnAt } from "./view-text.ts";
import { askUnclear, chooseWithdrawal, toWithdraw, withdrawStates } from "./withdraw.ts";

const findByNumbers: Option<TrackData> = {
  id: "find",
  title: { key: "track.find" },
  means: "unknown",
  to: "check.number",
  step: () => ({ to: "check.number", say: [{ key: "track.foundThere" }] }),
};
const toAdd: Option<TrackData> = { id: "add", title: { key: "track.add" }, to: "track.add" };
const toDispute: Option<TrackData> = { id: "unsolved", title: { key: "track.unsolved" }, to: "track.dispute" };

const hasUnsent = ({ drafts: { complaint } }: Here["session"]): boolean =>
  complaint !== undefined && complaint.at !== "complaint.category" && Boolean(complaint.data.text);

const toDraft = ({ drafts: { complaint } }: Here["session"]): Option<TrackData>[] =>
  complaint ? [{ id: "draft", title: { key: "complaint.continue" }, to: complaint.at, data: complaint.data }] : [];

const lookUpTicket = (number: string, { session }: Here): Step<TrackData> => ({
  to: "track.looking",
  lookUp: { find: "ticket", number, ...(session.proof?.tier === 2 ? { nik: session.proof.nik } : {}) },
});

const lookUpToDispute = (number: string, context: Here): Step<TrackData> => ({
  ...lookUpTicket(number, context),
  data: { disputes: true },
});

const lookUpOwn = ({ session }: Here): Step<TrackData> => ({
  to: "track.listing",
  data: { withdraws: false, adds: false, isElsewhere: false },
  lookUp: { find: "own-tickets", ...(session.proof?.tier === 2 ? { nik: session.proof.nik } : {}) },
});

function takeNumber(content: Content, context: Here): Step<TrackData> | undefined {
  if (content.type !== "text") return undefined;
  const number = findTicketNumber(content.text);
  if (number) return lookUpTicket(number, context);
  return /\d{4}/.test(content.text) ? { to: context.session.at, wrong: { key: "track.wrongNumber" } } : undefined;
}

function showTicket(result: LookUpResult<"ticket">, context: Here): Step<TrackData> {
  if (result.outcome === "limited") return { ...lookUpOwn(context), say: [{ key: "track.limited" }] };
  if (!result.ticket) {
    const own = lookUpOwn(context);
    return { ...own, data: { ...own.data, isElsewhere: true }, say: [{ key: "track.notHere" }] };
  }
  const to = context.data.disputes && canDispute(result.ticket) ? "track.dispute" : "track.view";
  return { to, data: { view: result.ticket, disputes: false } };
}

function addToReport(content: Content, context: Here): Step<TrackData> | undefined {
  const { view } = context.data;
  const files = filesIn(content);
  const words = wordsIn(content);
  if ((words === undefined && files.length === 0) || !view) return undefined;
  return addWords(view, keptWords(words ?? ""), context, files);
}

const states: StatesOf<"track", TrackData> = {
  show: {
    leadsTo: ["track.looking", "track.listing"],
    enter: (number, context) => {
      const known = findTicketNumber(number ?? "");
      return known ? lookUpTicket(known, context) : lookUpOwn(context);
    },
  },
  listing: {
    leadsTo: ["track.choose", "track.withdraw", "track.view", "track.add", "menu.choose"],
    found: {
      "own-tickets": ({ tickets }, context) => {
        if (context.data.adds) return chooseAddition(tickets, context);
        return context.data.withdraws ? chooseWithdrawal(tickets, context) : { to: "track.choose", data: { tickets } };
      },
    },
  },
  choose: {
    prompt: ({ data: { tickets, withdraws, adds, isElsewhere }, facts, session }) => {
      if (withdraws) return [{ key: "track.whichToWithdraw" }];
      if (adds) return [{ key: "track.whichToAdd" }];
      if (hasUnsent(session))
        return [
          ...unsentTexts({ session, facts }, "finish.notSent"),
          ...(tickets.length > 0 ? [{ key: "track.choose" }] : []),
        ];
      if (tickets.length > 0) return [{ key: "track.choose" }];
      if (isElsewhere) return [{ key: "track.askElsewhere" }];
      return [
        ...nothingSentTexts({ session, facts }, "track.none"),
        { key: facts.noCards ? "track.lostNumber" : "track.lostNumberFind" },
      ];
    },
    options: ({ data: { tickets, withdraws, adds }, facts, session }) => [
      ...(hasUnsent(session) && !withdraws && !adds ? toDraft(session) : []),
      ...tickets
        .slice(-8)
        .reverse()
        .map(
          (view): Option<TrackData> => ({
            id: view.number,
            title: { key: "track.row", values: { number: view.number } },
            description: rowText(view, session),
            to: withdraws ? "track.withdraw" : "track.view",
            data: { view },
            ...(adds ? { step: (context: Here) => addToView(view, context) } : {}),
          }),
        ),
      ...(tickets.length === 0
        ? [...(facts.noCards ? [] : [findByNumbers]), { ...toOfficer, means: "unknown" as const }]
        : []),
      toMenu,
    ],
    refresh: lookUpOwn,
    takes: ["text"],
    hint: "track.hint",
    leadsTo: [
      "track.looking",
      "track.listing",
      "track.asked",
      "track.view",
      "track.add",
      "check.number",
      "officer.ask",
      "menu.choose",
    ],
    take: takeNumber,
  },
  ...withdrawStates,
  unsolved: {
    leadsTo: ["track.looking", "track.listing"],
    enter: (number, context) => {
      const known = findTicketNumber(number ?? "");
      return known ? lookUpToDispute(known, context) : lookUpOwn(context);
    },
  },
  looking: { leadsTo: ["track.view", "track.dispute", "track.listing"], found: { ticket: showTicket } },
  view: {
    prompt: viewTexts,
    refresh: (context) => context.data.view && lookUpTicket(context.data.view.number, context),
    brief: "common.chooseOrWrite",
    options: ({ data: { view }, session }) => [
      ...(view?.own && view.state !== "closed" ? [toAdd] : []),
      ...(view?.own && view.state !== "closed" && withdrawnAt(view, session) === undefined ? [toWithdraw] : []),
      ...(canDispute(view) ? [toDispute] : []),
      { id: ">track.show", title: { key: "track.all" }, to: "track.show" },
      toMenu,
    ],
    takes: ["text"],
    leadsTo: ["track.looking", "track.add", "track.dispute", "track.withdraw", "menu.choose"],
    take: takeNumber,
  },
  add: {
    prompt: ({ data: { view } }) => [{ key: "track.askAdd" }, ...(view?.confidential ? [KEPT_LINE] : [])],
    takes: ["text", "media"],
    free: true,
    options: (context) => [backTo("track.view"), ...keepFromVillage(context, "track.add")],
    leadsTo: ["track.view", "track.add"],
    take: addToReport,
  },
  asked: {
    leadsTo: ["menu.choose"],
    found: { "own-tickets": ({ tickets }, context) => sayStatus(tickets, context) },
  },
  ...disputeStates,
};

export const track = defineFlow("track", TrackData, states, { comesFirst: askUnclear });
