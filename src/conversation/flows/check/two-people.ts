import type { Facts } from "../../engine/facts.ts";
import type { Context, Option, Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import { askProof } from "./ask-proof.ts";
import type { CheckData } from "./data.ts";
import { isSurelyNik } from "./nik-or-card.ts";
import { writtenNumbers } from "./numbers.ts";

type Here = Context<CheckData>;

/** Two people's NIKs, perhaps with the number of the one card that has both. */
type TwoPeople = { niks: readonly [string, string]; card?: string };

/** Reads "NIK ... dan istri ..., KK sama ...": three numbers, of which exactly two can only be NIKs. */
export function twoPeopleIn(numbers: readonly string[], facts: Facts): TwoPeople | undefined {
  if (numbers.length !== 3 || numbers.some((one) => !/^\d{16}$/.test(one))) return undefined;
  const [first, second, ...more] = numbers.filter((one) => isSurelyNik(one, facts));
  const card = numbers.find((one) => !isSurelyNik(one, facts));
  if (first === undefined || second === undefined || more.length > 0 || card === undefined) return undefined;
  return { niks: [first, second], card };
}

/** If the other number is a family card's, it becomes the proof. */
export function checkOneOfTwo(index: number, card: string | undefined, context: Here): Step<CheckData> {
  const { asked, secondCard } = context.data;
  const number = asked[index] ?? "";
  const other = asked[1 - index];
  const isCard = other !== undefined && !isSurelyNik(other, context.facts);
  const step = askProof(number, card ?? (isCard ? other : undefined), context);
  return isCard ? step : { ...step, data: { ...step.data, second: other, secondCard } };
}

/** Returns 0 for "yang pertama", 1 for "yang kedua". */
function placeIn(text: string, { words: { numbers } }: Facts): number | undefined {
  const plain = plainText(text);
  const [isFirst, isSecond] = [numbers.firstOne.isIn(plain), numbers.secondOne.isIn(plain)];
  return isFirst === isSecond ? undefined : Number(isSecond);
}

export function takeOneOfTwo(text: string, context: Here): Step<CheckData> | undefined {
  const { facts, data } = context;
  const niks = data.asked.filter((one) => isSurelyNik(one, facts));
  if (niks.length < 2) return undefined;
  const card = writtenNumbers(text).find((one) => /^\d{16}$/.test(one) && !isSurelyNik(one, facts));
  const at = placeIn(text, facts);
  if (at !== undefined) return checkOneOfTwo(at, card, context);
  if (facts.words.numbers.bothOnes.isIn(plainText(text)))
    return { ...checkOneOfTwo(0, card, context), say: [{ key: "check.oneByOne" }] };
  return card === undefined
    ? undefined
    : { to: "check.which-of-two", data: { kept: card }, say: [{ key: "check.cardNoted" }] };
}

const checkSecond = (card: string | undefined, context: Here): Step<CheckData> => {
  const { second = "", secondCard } = context.data;
  const step = askProof(second, card ?? secondCard, context);
  return { ...step, data: { found: undefined, second: undefined, secondCard: undefined, ...step.data } };
};

export function takeSecond(text: string, context: Here): Step<CheckData> | undefined {
  const { data, facts } = context;
  if (data.second === undefined) return undefined;
  const numbers = writtenNumbers(text);
  const card = numbers.find((one) => /^\d{16}$/.test(one) && !isSurelyNik(one, facts));
  if (numbers.length > 0 && card === undefined) return undefined;
  const isMeant = placeIn(text, facts) === 1 || facts.words.numbers.otherOne.isIn(plainText(text));
  return isMeant || card !== undefined ? checkSecond(card, context) : undefined;
}

export const toSecond = ({ data: { second } }: Here): Option<CheckData>[] =>
  second === undefined
    ? []
    : [
        {
          id: "second",
          title: { key: "check.ending", values: { ending: second.slice(-2) } },
          to: "check.proof",
          step: (context) => checkSecond(undefined, context),
        },
      ];
