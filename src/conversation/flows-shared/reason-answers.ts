import type { District } from "../../register/district.ts";
import { isObjectedTo, isRepairable, REASON_KINDS } from "../../register/reason-kinds.ts";
import type { Reason } from "../../vocabulary/lists.ts";
import type { Text } from "../../vocabulary/message.ts";
import type { ShortQuestion } from "../understanding/short-question.ts";

type Texts = District["reasons"][Reason];

export function bringText({ bring }: Texts): Text[] {
  const lines: Text[] = bring.map((paper) => ({ key: "repair.item", values: { item: { words: paper } } }));
  return lines.length > 0 ? [{ key: "repair.bring", values: { papers: { lines } } }] : [];
}

export const placeTexts = (texts: Texts): Text[] => [withPlace("repair.place", texts)];

export const stepTexts = ({ steps }: Texts): Text[] =>
  steps.map((step, index) => ({ key: "repair.step", values: { number: index + 1, step: { words: step } } }));

const withPlace = (key: string, { where, cannot_come }: Texts): Text => ({
  key,
  values: { where: { words: where }, cannotCome: { words: cannot_come } },
});

const withTime = (key: string, { how_long }: Texts): Text => ({ key, values: { howLong: { words: how_long } } });

function hereText(reason: Reason, texts: Texts): Text {
  if (isObjectedTo(reason)) return withPlace("repair.hereObject", texts);
  return withPlace(texts.repaired_by === "dinsos" ? "repair.hereOfficer" : "repair.notHere", texts);
}

const thenKey = (reason: Reason): string =>
  isObjectedTo(reason) ? "repair.thenObject" : isRepairable(reason) ? "repair.thenRepair" : "repair.thenAsk";

export function answerAboutReason(question: ShortQuestion, reason: Reason, { reasons }: District): Text[] {
  const texts = reasons[reason];
  switch (question) {
    case "bring":
      return bringText(texts);
    case "price":
      return [{ key: "repair.price" }];
    case "amount":
      return [{ key: "repair.amount" }];
    case "until":
      return [withTime("repair.until", texts)];
    case "howLong":
      return [withTime("repair.howLong", texts)];
    case "ifNot":
      return [{ key: `repair.ifNot.${REASON_KINDS[reason]}` }];
    case "here":
      return [hereText(reason, texts)];
    case "other":
      return [{ key: "repair.cannotCome", values: { cannotCome: { words: texts.cannot_come } } }];
    case "where":
      return placeTexts(texts);
    case "next":
      return [{ key: thenKey(reason) }];
    case "way":
      return stepTexts(texts);
  }
}
