import { defined } from "../../../defined.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import type { Context, Option, StatesOf, Step } from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { askedFor, withCards } from "./ask-number.ts";
import type { CheckData } from "./data.ts";
import { isSurelyNik, saysNik } from "./nik-or-card.ts";
import { writtenNumbers } from "./numbers.ts";
import { takeProof } from "./proof.ts";

type Here = Context<CheckData>;

/**
 * Takes another number after a failed proof: the number of the old or the new family card. Says so if the number is the
 * NIK again, or is damaged.
 */
function takeOldCard(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text" || writtenNumbers(content.text).length === 0) return undefined;
  const step = takeProof(content.text, context);
  return step?.wrong ? { ...step, to: "check.old-card" } : step;
}

/**
 * Takes a number after a proof that opened nothing. The number is the family card's, unless it can only be a NIK or the
 * citizen calls it a NIK.
 */
function takeAgain(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text" || !context.data.nik) return undefined;
  const [number, ...more] = writtenNumbers(content.text);
  if (number === undefined || more.length > 0 || number === context.data.nik) return undefined;
  if (saysNik(content.text, context.facts) || isSurelyNik(number, context.facts)) return undefined;
  return takeProof(number, context);
}

/** Whether this chat has proved, by a name at least, that the person is on the list. */
const isKnownRegistered = ({ data: { nik }, facts, session: { proof } }: Here): boolean =>
  nik !== undefined && proof?.nik === nik && proof.until > facts.now;

/**
 * Nobody may learn from a NIK alone whether the person is on the list, or whether the list has their family card. So
 * this one sentence must be true in three cases: the person is not on the list, the list has another card of the
 * person, or it has no card of the person.
 */
function cardMissedText(context: Here): Text {
  const { data, facts } = context;
  return {
    key: isKnownRegistered(context) ? "check.cardMissedRegistered" : "check.cardMissed",
    values: { district: facts.district.name, date: { date: data.asOf ?? "" } },
  };
}

const changeOption = (change: "death" | "marriage" | "divorce" | "move"): Option<CheckData> => ({
  id: change,
  title: { key: `check.change.${change}` },
  to: "check.old-card",
  data: { change },
});

const byName: Option<CheckData> = {
  id: "name",
  title: { key: "check.tryName" },
  to: "check.name",
  data: { kk: undefined },
};

/**
 * The option to ask an officer for help: the officer writes the card's number into the list, or finds what is wrong
 * with it.
 */
const complete: Option<CheckData> = {
  id: "complete",
  title: { key: "check.completeCard" },
  means: "no",
  to: "ticket.collect",
  step: ({ data: { nik, kk } }) => ({
    to: "ticket.collect",
    data: { category: "repair-number", ...defined({ nik, kk }) },
  }),
};

const again: Option<CheckData> = {
  id: "again",
  title: { key: "check.again" },
  to: "check.number",
  data: { nik: undefined, kk: undefined },
};

/** The states after a proof that opened nothing. */
export const missedStates = {
  missed: {
    prompt: ({ data: { asOf = "" }, facts }) => [
      { key: "check.missed", values: { district: facts.district.name, date: { date: asOf } } },
    ],
    takes: ["number"],
    take: takeAgain,
    options: (context) => [
      again,
      ...withCards(context, [{ id: "card", title: { key: "check.tryCard" }, to: "check.proof" }]),
      { id: "apply", title: { key: "check.apply" }, to: "programmes.apply" },
      toOfficer,
      toMenu,
    ],
    leadsTo: ["check.looking", "check.proof", "check.number", "programmes.apply", "officer.ask", "menu.choose"],
  },
  "card-missed": {
    prompt: (context) => [cardMissedText(context), { key: "check.askChange" }],
    takes: ["number"],
    take: takeAgain,
    options: (context) => [
      ...(isKnownRegistered(context) ? [] : [byName]),
      changeOption("death"),
      changeOption("marriage"),
      changeOption("divorce"),
      changeOption("move"),
      complete,
      again,
      toOfficer,
      toMenu,
    ],
    leadsTo: [
      "menu.choose",
      "check.looking",
      "check.proof",
      "check.name",
      "check.old-card",
      "ticket.collect",
      "check.number",
      "officer.ask",
    ],
  },
  "old-card": {
    prompt: (context) => [askedFor("check.askOldCard", "kk")(context)],
    takes: ["number"],
    asks: "number",
    options: [
      {
        id: "request",
        title: { key: "check.requestChange" },
        to: "ticket.collect",
        step: ({ data: { nik, kk, change } }) => ({
          to: "ticket.collect",
          data: { category: "family-change", change, ...defined({ nik, kk }) },
        }),
      },
      toOfficer,
      toMenu,
    ],
    leadsTo: ["check.looking", "check.old-card"],
    take: takeOldCard,
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
