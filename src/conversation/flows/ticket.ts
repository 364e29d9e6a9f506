import { z } from "zod";
import { rule } from "../../casework/category.ts";
import { deadlinesOf } from "../../casework/deadline.ts";
import type { TicketDraft } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import { Category, Reason, type TimeZone } from "../../vocabulary/lists.ts";
import { type Content, MediaFile, type Text } from "../../vocabulary/message.ts";
import { confideButton } from "../engine/confide.ts";
import { filesIn, filesTakenTexts, keptWords, withMoreFiles, wordsIn } from "../engine/content.ts";
import { onlyPlace } from "../engine/facts.ts";
import { type Context, defineFlow, type Option, type Request, type StatesOf, type Step } from "../engine/flow.ts";
import type { LookUpResult } from "../engine/lookup.ts";
import { canKeep, isKeptSecret, keptLine } from "../engine/secrecy.ts";
import { Matter } from "../engine/two-matters.ts";
import { toMenu } from "../engine/usual-options.ts";
import { aboutOfficerTexts } from "../flows-shared/about-officer.ts";
import { reportSecond, secondTexts } from "../flows-shared/second-report.ts";
import { tellsSomething } from "../understanding/courtesy.ts";
import { plainText } from "../understanding/normalise.ts";
import { phoneIn, withoutPhones } from "../understanding/phone.ts";

const FilingData = z.object({
  category: Category.default("other"),
  reason: Reason.optional(),
  programme: z.string().optional(),
  nik: z.string().optional(),
  kk: z.string().optional(),
  change: z.enum(["death", "marriage", "divorce", "move"]).optional(),
  text: z.string().default(""),
  place: z.string().optional(),
  area: z.string().optional(),
  when: z.string().optional(),
  /** The phone number to call. `asked`: the chat has asked for it once. */
  phone: z.string().optional(),
  asked: z.boolean().default(false),
  /** A second aid of which the citizen complained with this report. */
  second: Matter.optional(),
  files: z.array(MediaFile).default([]),
  /** The citizen asked to keep the report from the village. */
  confidential: z.boolean().default(false),
  /** The number of an open ticket on the same matter, or the number of the new ticket. */
  number: z.string().optional(),
  /** No village officer can read the open ticket on the same matter. */
  isSameKept: z.boolean().default(false),
});
type FilingData = z.infer<typeof FilingData>;
type Here = Context<FilingData>;

/**
 * Returns the NIK of the person concerned: the NIK that the citizen gave, or that of the person whose data this chat
 * has just opened.
 */
const nikOf = ({ data: { nik }, session: { proof } }: Here): string | undefined => nik ?? proof?.nik;

function takeDetails(content: Content, context: Here): Step<FilingData> | undefined {
  const more = filesIn(content);
  const files = withMoreFiles(context.data.files, more);
  const words = wordsIn(content);
  const phone = phoneGiven(content) ?? context.data.phone ?? phoneOfChat(context);
  if (words === undefined)
    return more.length > 0 ? { to: "ticket.collect", data: { files }, say: filesTakenTexts(more) } : undefined;
  if (more.length === 0 && phoneGiven(content) === undefined && !tellsSomething(words, context.facts.words))
    return undefined;
  const kept = keptWords([context.data.text, words].filter(Boolean).join("\n"));
  const text = context.data.category === "call-back" ? withoutPhones(kept) : kept;
  const area = onlyPlace(text, context.facts) ?? context.data.area ?? context.session.told?.area;
  const data = { ...context.data, text, files, ...defined({ area, phone }) };
  const isCall = data.category === "call-back" && !files.some(({ kind }) => kind === "voice");
  if (isCall && !phone && !data.asked) {
    return { to: "ticket.collect", data: { ...data, asked: true }, say: [{ key: "ticket.askPhone" }], quiet: true };
  }
  return lookUpSame({ ...context, data });
}

/** Returns the phone number that a message shares or names. */
const phoneGiven = (content: Content): string | undefined =>
  content.type === "phone" ? content.number.replace(/\D/g, "") : phoneIn(wordsIn(content) ?? "");

/** Returns the phone number of this chat for a call-back, if its platform tells it. */
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
  const { category, reason, programme, kk, change, text, place, area, when, phone, files } = context.data;
  const nik = rule(category).sensitive ? context.data.nik : nikOf(context);
  return {
    number,
    district: context.facts.district.id,
    category,
    text: change ? `[${change}] ${text}`.trim() : text,
    person: defined({ nik, kk, phone }),
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

/** Whether the citizen asked, here or within the last day, to keep the report from the village. */
const isAskedKept = (context: Here): boolean => context.data.confidential || isKeptSecret(context);

/** Whether enough is known to send the report as it is. */
const isEnough = (context: Here): boolean => nikOf(context) !== undefined || context.data.files.length > 0;

function wantedKey(context: Here): string {
  if (context.data.category === "call-back") return "ticket.askCall";
  return nikOf(context) ? "ticket.askMore" : "ticket.askWho";
}

/**
 * Says that an officer calls, and when. The sentence comes first, because a citizen who wants a call may not be able to
 * read much.
 */
const willCallText = (phone: string | undefined, by: number, zone: TimeZone): Text => ({
  key: phone ? "ticket.willCall" : "ticket.willCallYou",
  values: { ending: phone?.slice(-2) ?? "", first: { time: by, zone } },
});

/** Adds a name or a village that the citizen sends after the call-back was filed. */
function addToCall(content: Content, { data: { number, category }, facts }: Here): Step<FilingData> | undefined {
  const words = wordsIn(content);
  if (category !== "call-back" || number === undefined || words === undefined) return undefined;
  const event = { type: "add" as const, at: facts.now, text: withoutPhones(keptWords(words)) };
  const say = [{ key: "ticket.added", values: { number } }];
  return { to: "ticket.filed", quiet: true, say, requests: [{ type: "add-to-ticket", number, event }] };
}

/** Whether words say who somebody is or where they are, and ask nothing. */
const tellsWho = ({ text }: { text: string }, { data: { category }, facts }: Here): boolean =>
  category === "call-back" &&
  !text.trim().endsWith("?") &&
  tellsSomething(text, facts.words) &&
  (facts.words.officer.tellsWho.isIn(plainText(text)) || facts.findPlaces(text).length > 0);

/** Answers a question about the office or the officer after the report was filed. */
function answerAfterFiling(content: Content, { facts }: Here): Step<FilingData> | undefined {
  const say = aboutOfficerTexts(wordsIn(content) ?? "", facts);
  return say.length > 0 ? { to: "ticket.filed", say } : undefined;
}

function filedTexts({ data: { number = "", category, phone, second }, facts }: Here): Text[] {
  const zone = facts.district.timezone;
  const { firstAnswerBy, resolveBy } = deadlinesOf(category, facts.now, facts.calendar);
  return [
    { key: "ticket.filed", values: { number } },
    ...(category === "call-back" ? [willCallText(phone, firstAnswerBy, zone)] : []),
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

/** Returns the event that adds this report to the open ticket on the same matter. */
function additionOf(context: Here) {
  const { text, place, files } = context.data;
  return {
    type: "add" as const,
    at: context.facts.now,
    text: [text, place].filter(Boolean).join("\n"),
    ...(files.length > 0 ? { files } : {}),
    ...(isAskedKept(context) ? { lane: { sensitive: true, barred: [], keeps: [] } } : {}),
  };
}

const sendNow: Option<FilingData> = {
  id: "send",
  title: { key: "ticket.sendNow" },
  means: "send",
  to: "ticket.checking",
  step: lookUpSame,
};

/** Returns the option to keep a report from the village before the citizen sends it. */
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

/** Returns the options under a filed report. */
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

/** Opens a ticket: asks who and where, looks for an open ticket on the same matter, and gives the number. */
const states: StatesOf<"ticket", FilingData> = {
  collect: {
    prompt: (context) => [
      { key: `ticket.about.${context.data.category}` },
      { key: wantedKey(context) },
      ...keptLine(context.data, context),
    ],
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
    brief: "common.chooseOrWrite",
    options: afterSending,
    takes: ["text"],
    free: (content, context) => tellsWho(content, context) || aboutOfficerTexts(content.text, context.facts).length > 0,
    take: (content, context) => answerAfterFiling(content, context) ?? addToCall(content, context),
    leadsTo: ["track.show", "menu.choose", "ticket.filed"],
  },
  added: {
    prompt: ({ data: { number = "" } }) => [{ key: "ticket.added", values: { number } }],
    brief: "common.chooseOrWrite",
    options: afterSending,
    leadsTo: ["track.show", "menu.choose"],
  },
};

export const ticket = defineFlow("ticket", FilingData, states);
