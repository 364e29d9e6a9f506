import type { District } from "../../../register/district.ts";
import { isObjectedTo, REASON_KINDS, type ReasonKind } from "../../../register/reason-kinds.ts";
import type { Reason } from "../../../vocabulary/lists.ts";
import type { Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import { bringText, placeTexts, stepTexts } from "../../flows-shared/reason-answers.ts";
import { type BareFollowUp, bareFollowUpIn, followUpsIn } from "../../understanding/follow-up.ts";

type Texts = District["reasons"][Reason];

export const bringFor = (reason: Reason, district: District): Text[] => bringText(district.reasons[reason]);

const practicalText = ({ how_long, where, cannot_come }: Texts): Text => ({
  key: "repair.practical",
  values: { howLong: { words: how_long }, where: { words: where }, cannotCome: { words: cannot_come } },
});

export const practicalFor = (reason: Reason, district: District): Text[] => [practicalText(district.reasons[reason])];

const SHORT = 8;

export function partAsked(said: readonly string[], reason: Reason, { district, words }: Facts): Text[] {
  if (said.length > SHORT) return [];
  const { repair } = words;
  const text = district.reasons[reason];
  if (said.some((word) => repair.papers.has(word))) return bringText(text);
  const plain = said.join(" ");
  return repair.practical.isIn(plain) || followUpsIn(plain, words).length > 0 ? [practicalText(text)] : [];
}

/** With `undefined`, the chat has no text for the question. */
const BARE_TEXTS: Readonly<Record<BareFollowUp, ((text: Texts, reason: Reason) => Text[]) | undefined>> = {
  bring: bringText,
  place: placeTexts,
  placeToReport: placeTexts,
  way: stepTexts,
  wayToApply: stepTexts,
  price: (text) => [practicalText(text)],
  when: (text) => [practicalText(text)],
  reported: undefined,
  refusal: undefined,
  more: undefined,
  decides: () => [{ key: "repair.decides" }],
  appeal: ({ repaired_by }, reason) => [
    isObjectedTo(reason)
      ? { key: "repair.appeal" }
      : { key: "ask.appeal", values: { owner: { key: `owner.${repaired_by}` } } },
  ],
};

/** Answers a message that is only a question such as "ngurusnya ke mana". */
export function bareTexts(text: string, reason: Reason, { district, words }: Facts): Text[] {
  const bare = bareFollowUpIn(text, words);
  if (!bare?.isWhole) return [];
  const own = district.reasons[reason];
  const texts = BARE_TEXTS[bare.part]?.(own, reason);
  if (!texts) return [];
  return texts.length > 0 ? texts : [practicalText(own)];
}

export const stepsFor = (reason: Reason, district: District): Text[] => stepTexts(district.reasons[reason]);

/** The chat calls the steps of these kinds an objection, not a repair. */
const OBJECTED: ReadonlySet<ReasonKind> = new Set(["barred", "out", "unsure"]);

export function reasonText(reason: Reason, district: District, titleKey: string): Text[] {
  const { title, meaning, repaired_by } = district.reasons[reason];
  return [
    { key: titleKey, values: { title: { words: title } } },
    { words: meaning },
    {
      key: OBJECTED.has(REASON_KINDS[reason]) ? "repair.objectSteps" : "repair.steps",
      values: { owner: { key: `owner.${repaired_by}` }, steps: { lines: stepsFor(reason, district) } },
    },
  ];
}

export const detailsOf = (reason: Reason, district: District): Text[] => [
  ...bringFor(reason, district),
  ...practicalFor(reason, district),
];
