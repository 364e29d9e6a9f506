import { defined } from "../../../defined.ts";
import type { Content, Text } from "../../../vocabulary/message.ts";
import type { Context, Option, State, StatesOf, Step } from "../../engine/flow.ts";
import { toMenu, toOfficer } from "../../engine/usual-options.ts";
import { askedFor, withCards } from "./ask-number.ts";
import { askProof } from "./ask-proof.ts";
import { corrected } from "./correct-number.ts";
import type { CheckData } from "./data.ts";
import { asksAboutResult } from "./follow-up.ts";
import { isSlipOf, isSurelyNik, saysNik } from "./nik-or-card.ts";
import { writtenNumbers } from "./numbers.ts";
import { isNameAlone, takeProof } from "./take-proof.ts";

type Here = Context<CheckData>;

function takeOldCard(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text" || writtenNumbers(content.text).length === 0) return undefined;
  const step = takeProof(content.text, context);
  return step?.wrong ? { ...step, to: "check.old-card" } : step;
}

/** Takes a corrected NIK or another family card's number, but not another person's NIK. */
function takeAgain(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text" || !context.data.nik) return undefined;
  const [number, ...more] = writtenNumbers(content.text);
  if (number === undefined || more.length > 0 || number === context.data.nik) return undefined;
  if (saysNik(content.text, context.facts) || isSurelyNik(number, context.facts)) return undefined;
  const { nik, kk = "" } = context.data;
  if (isSlipOf(number, nik) && !isSlipOf(number, kk)) return askProof(number, undefined, context);
  return takeProof(number, context);
}

/** Takes a name too, because the chat has said "try with the full name". */
function takeAgainOrName(content: Content, context: Here): Step<CheckData> | undefined {
  if (content.type !== "text" || !isNameAlone(content, context) || isKnownRegistered(context))
    return takeAgain(content, context);
  return takeProof(content.text, { ...context, data: { ...context.data, kk: undefined } });
}

const orNext =
  (key: string, take: NonNullable<State<CheckData>["take"]>): NonNullable<State<CheckData>["take"]> =>
  (content, context) =>
    asksNext(content, context) ? { to: context.session.at, say: [{ key }] } : take(content, context);

const asksNext = (content: Content, { facts }: Here): boolean =>
  content.type === "text" && asksAboutResult(content, facts);

const isKnownRegistered = ({ data: { nik }, facts, session: { proof } }: Here): boolean =>
  nik !== undefined && proof?.nik === nik && proof.until > facts.now;

function elsewhere(number: string | undefined, { facts: { areas, district } }: Here): string | undefined {
  const code = number?.slice(0, 4);
  return code === undefined || code === district.code ? undefined : areas.get(code)?.name;
}

/** A NIK alone must not show whether the person or their family card is on the list. */
function cardMissedTexts(context: Here): Text[] {
  const { data, facts } = context;
  const values = { district: facts.district.name, date: { date: data.asOf ?? "" } };
  if (isKnownRegistered(context)) return [{ key: "check.cardMissedRegistered", values }, { key: "check.askChange" }];
  const place = elsewhere(data.kk, context);
  if (place !== undefined) return [{ key: "check.cardOfElsewhere", values: { ...values, place } }];
  if (data.misses > 1) return [{ key: "check.cardMissedAgain" }];
  return [{ key: "check.cardMissed", values }, { key: "check.askChange" }];
}

/** A NIK keeps the code of the place where the person first got the NIK. */
function missedText(context: Here): Text {
  const { data, facts } = context;
  const place = elsewhere(data.nik, context);
  const values = { district: facts.district.name, date: { date: data.asOf ?? "" } };
  if (place === undefined) return { key: "check.missed", values };
  return { key: "check.missedOfElsewhere", values: { ...values, place } };
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
  step: ({ data: { nik, kk } }) => ({
    to: "check.number",
    data: { nik: undefined, kk: undefined, before: { nik, kk } },
  }),
};

export const missedStates = {
  missed: {
    prompt: (context) => [missedText(context)],
    brief: "common.chooseOrWrite",
    ...corrected(orNext("check.missedNext", takeAgain), asksNext),
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
    prompt: cardMissedTexts,
    brief: "common.chooseOrWrite",
    ...corrected(orNext("check.cardMissedNext", takeAgainOrName), asksNext),
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
    ...corrected(takeOldCard),
  },
} satisfies Partial<StatesOf<"check", CheckData>>;
