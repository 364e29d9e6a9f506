import { rule } from "../../../casework/category.ts";
import { deadlinesOf } from "../../../casework/deadline.ts";
import type { TicketDraft } from "../../../casework/ticket.ts";
import { defined } from "../../../defined.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import { confideButton } from "../../engine/confide.ts";
import { filesIn, filesTakenTexts, keptWords, withMoreFiles, wordsIn } from "../../engine/content.ts";
import { onlyPlace } from "../../engine/facts.ts";
import { defineFlow, type Option, type Request, type StatesOf, type Step } from "../../engine/flow.ts";
import type { LookUpResult } from "../../engine/lookup.ts";
import { numbersIn } from "../../engine/mentioned-numbers.ts";
import { canKeep, isKeptSecret, keptLine } from "../../engine/secrecy.ts";
import { toMenu } from "../../engine/usual-options.ts";
import { reportSecond, secondTexts } from "../../flows-shared/second-report.ts";
import { toSend } from "../../flows-shared/to-send.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import { wordsOf } from "../../understanding/normalise.ts";
import { withoutPhones } from "../../understanding/phone.ts";
import type { TextContent } from "../../understanding/understood-once.ts";
import { FilingData, type Here } from "./data.ts";
import { isFollowUp, moreState, offerMore } from "./more.ts";
import { addNoCall, dropCall, isNotCalled, noCallTexts, phoneFor, withNoCallNote } from "./no-call.ts";
import { isForReport, phoneGiven, takeAfterFiling, willCallText } from "./take-after-filing.ts";
import { isOwnButton, lackingWho } from "./who.ts";

const nikOf = ({ data: { nik }, session: { proof } }: Here): string | undefined => nik ?? proof?.nik;

function takeDetails(content: Content, context: Here): Step<FilingData> | undefined {
  const more = filesIn(content);
  const files = withMoreFiles(context.data.files, more);
  const words = wordsIn(content);
  const phone = phoneGiven(content) ?? context.data.phone ?? phoneOfChat(context);
  if (words === undefined)
    return more.length > 0 ? { to: "ticket.collect", data: { files }, say: filesTakenTexts(more) } : undefined;
  const dropped = dropCall(words, context);
  if (dropped) return dropped;
  const isNumber = phoneGiven(content) !== undefined || numbersIn(words, context.facts.words).length > 0;
  if (more.length === 0 && !isNumber && !tellsSomething(words, context.facts.words)) return undefined;
  const again = askPhoneAgain(words, phone, context);
  if (again) return again;
  const kept = keptWords([context.data.text, words].filter(Boolean).join("\n"));
  const text = context.data.category === "call-back" ? withoutPhones(kept) : kept;
  const area = onlyPlace(text, context.facts) ?? context.data.area ?? context.session.told?.area;
  const data = { ...context.data, text, files, ...defined({ area, phone }) };
  if (isOwnButton(words, context)) return { to: "ticket.collect" };
  const lacking = lackingWho(words, { ...context, data });
  if (lacking) return { to: "ticket.collect", data: { ...data, asked: true }, say: [lacking], quiet: true };
  const isCall = data.category === "call-back" && !files.some(({ kind }) => kind === "voice");
  if (isCall && !phone && !data.asked) {
    return { to: "ticket.collect", data: { ...data, asked: true }, say: [{ key: "ticket.askPhone" }], quiet: true };
  }
  return lookUpSame({ ...context, data });
}

/** Some citizens have no telephone number or answer with a place. */
function askPhoneAgain(words: string, phone: string | undefined, { data, facts }: Here): Step<FilingData> | undefined {
  const isWaiting = data.category === "call-back" && data.asked && !data.askedAgain && phone === undefined;
  const hasNone = wordsOf(words, facts.words).some((word) => facts.words.answers.denials.has(word));
  if (!isWaiting || hasNone || facts.placesNamed(words).length > 0) return undefined;
  return { to: "ticket.collect", data: { askedAgain: true }, say: [{ key: "ticket.askPhoneAgain" }], quiet: true };
}

const phoneOfChat = ({ data: { category }, facts }: Here): string | undefined =>
  category === "call-back" ? facts.phone : undefined;

function lookUpSame(context: Here): Step<FilingData> {
  const { category, programme } = context.data;
  const nik = nikOf(context);
  const same = { category, ...defined({ programme, nik }) };
  return { to: "ticket.checking", data: context.data, lookUp: { find: "same-ticket", ...same } };
}

function takeSameTicket({ ticket: same }: LookUpResult<"same-ticket">): Step<FilingData> {
  if (same) return { to: "ticket.same", data: { number: same.number, isSameKept: same.confidential === true } };
  return { to: "ticket.numbering", lookUp: { find: "ticket-number" } };
}

function openTicket({ number }: LookUpResult<"ticket-number">, context: Here): Step<FilingData> {
  const requests: Request[] = [{ type: "open-ticket", draft: draftOf(number, context) }];
  const data = { number, confidential: isAskedKept(context), isSameKept: false };
  return { to: "ticket.filed", data, requests, session: { confidentialAt: undefined } };
}

function draftOf(number: string, context: Here): TicketDraft {
  const { category, reason, programme, kk, change, text, place, area, when, files } = context.data;
  const nik = rule(category).sensitive ? context.data.nik : nikOf(context);
  return {
    number,
    district: context.facts.district.id,
    category,
    text: withNoCallNote(change ? `[${change}] ${text}`.trim() : text, context),
    person: defined({ nik, kk, phone: phoneFor(context) }),
    locale: context.session.locale,
    openedAt: context.facts.now,
    ...(files.length > 0 ? { files } : {}),
    ...(isAskedKept(context) ? { confidential: true } : {}),
    ...defined({ reason, programme }),
    ...(place ? { place } : {}),
    ...defined({ area }),
    ...(when ? { when } : {}),
  };
}

const isAskedKept = (context: Here): boolean => context.data.confidential || isKeptSecret(context);

const isEnough = (context: Here): boolean => nikOf(context) !== undefined || context.data.files.length > 0;

function wantedTexts(context: Here): Text[] {
  const { category, noCall } = context.data;
  if (noCall) return [{ key: "ticket.noCallAsk" }];
  const wanted = category === "call-back" ? "askCall" : nikOf(context) ? "askMore" : "askWho";
  return [{ key: `ticket.about.${category}` }, { key: `ticket.${wanted}` }];
}

function filedTexts(context: Here): Text[] {
  const { data, facts } = context;
  const { number = "", category, phone, second } = data;
  const zone = facts.district.timezone;
  const { firstAnswerBy, resolveBy } = deadlinesOf(category, facts.now, facts.calendar);
  return [
    { key: "ticket.filed", values: { number } },
    ...(category === "call-back" && !isNotCalled(context) ? [willCallText(phone, firstAnswerBy, zone)] : []),
    ...noCallTexts(context),
    {
      key: `ticket.${rule(category).hours ? "hours" : "days"}`,
      values: {
        first: { time: firstAnswerBy, zone },
        end: { time: resolveBy, zone },
        days: rule(category).resolve,
      },
    },
    { key: "ticket.follow", values: { number } },
    ...secondTexts(second),
  ];
}

function additionOf(context: Here) {
  const { text, place, files } = context.data;
  return {
    type: "add" as const,
    at: context.facts.now,
    text: withNoCallNote([text, place].filter(Boolean).join("\n"), context),
    ...(files.length > 0 ? { files } : {}),
    ...(isAskedKept(context) ? { lane: { sensitive: true, barred: [], keeps: [] } } : {}),
  };
}

const sendNow: Option<FilingData> = { ...toSend, step: lookUpSame };

const keepFromVillage = (context: Here): Option<FilingData>[] =>
  canKeep(context.data, context)
    ? [
        {
          id: "confide",
          title: { key: "confidential.ask" },
          to: "ticket.collect",
          step: () => ({ to: "ticket.collect", data: { confidential: true }, say: [{ key: "confidential.asked" }] }),
        },
      ]
    : [];

function afterSending(context: Here): Option<FilingData>[] {
  const { number = "", isSameKept, second } = context.data;
  return [
    ...(second ? [reportSecond(second) as Option<FilingData>] : []),
    { id: ">track.show", title: { key: "ticket.toTrack" }, to: "track.show" },
    toMenu,
    ...(canKeep(context.data, context) && !isSameKept
      ? [confideButton(number, "ticket.filed") as Option<FilingData>]
      : []),
  ];
}

const sent = {
  brief: "common.chooseOrWrite",
  options: afterSending,
  takes: ["text", "phone"],
  free: (content: TextContent, context: Here) =>
    addNoCall(content, context) !== undefined || isForReport(content, context) || isFollowUp(content, context),
  take: (content: Content, context: Here) =>
    addNoCall(content, context) ?? takeAfterFiling(content, context) ?? offerMore(content, context),
} as const;

/** Asks who and where, looks for an open ticket on the same matter, and gives the number. */
const states: StatesOf<"ticket", FilingData> = {
  collect: {
    prompt: (context) => [...wantedTexts(context), ...keptLine(context.data, context)],
    takes: ["text", "media", "phone"],
    free: true,
    send: (context) => (isEnough(context) ? lookUpSame(context) : undefined),
    options: (context) => [...(isEnough(context) ? [sendNow] : []), ...keepFromVillage(context), toMenu],
    leadsTo: ["ticket.collect", "ticket.checking", "menu.choose"],
    take: takeDetails,
  },
  checking: { leadsTo: ["ticket.same", "ticket.numbering"], found: { "same-ticket": takeSameTicket } },
  same: {
    prompt: ({ data: { number = "" } }) => [{ key: "ticket.same", values: { number } }],
    options: [
      {
        id: "add",
        title: { key: "ticket.addToIt" },
        means: "agreed",
        to: "ticket.added",
        step: (context) => ({
          to: "ticket.added",
          data: { confidential: isAskedKept(context) },
          session: { confidentialAt: undefined },
          requests: [
            {
              type: "add-to-ticket",
              number: context.data.number ?? "",
              event: additionOf(context),
            },
          ],
        }),
      },
      {
        id: "new",
        title: { key: "ticket.openNew" },
        means: "no",
        to: "ticket.numbering",
        step: () => ({ to: "ticket.numbering", lookUp: { find: "ticket-number" } }),
      },
      toMenu,
    ],
    leadsTo: [],
  },
  numbering: { leadsTo: ["ticket.filed"], found: { "ticket-number": openTicket } },
  filed: {
    prompt: filedTexts,
    ...sent,
    leadsTo: ["track.show", "menu.choose", "ticket.filed", "ticket.more"],
  },
  more: moreState,
  added: {
    prompt: ({ data: { number = "" } }) => [{ key: "ticket.added", values: { number } }],
    ...sent,
    leadsTo: ["track.show", "menu.choose", "ticket.added", "ticket.more"],
  },
};

export const ticket = defineFlow("ticket", FilingData, states);
