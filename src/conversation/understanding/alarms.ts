import type { Alarms } from "../../signals/alarms.ts";
import type { Danger } from "../../signals/danger.ts";
import type { Phrases } from "../../words/phrase.ts";
import type { Words } from "../../words/words.ts";
import { holdsWord, plainText } from "./normalise.ts";

type Row = { raises?: Danger; quiets?: Danger; isTold(plain: string, words: Words): boolean };

/** Stands for everyday words, so that the words around them do not become neighbours. */
const LEFT_OUT = "…";
/** In words: how far from a verb the person stands, and how close before it a "not" or a "might". */
const [BESIDE, NEGATES] = [4, 2];

/** Whether a verb stands beside a person, without a "not" or a "might" before it. */
function isDoneToSomebody(verbs: Phrases, plain: string, { alarms, crisis }: Words): boolean {
  const at = verbs.at(plain);
  if (at < 0) return false;
  const before = plain.slice(0, at).split(" ").filter(Boolean);
  const after = plain.slice(at).split(" ").slice(0, BESIDE);
  if (before.slice(-NEGATES).some((word) => crisis.no.has(word) || alarms.might.has(word))) return false;
  return alarms.people.isIn([...before.slice(-BESIDE), ...after].join(" "));
}

const ROWS: readonly Row[] = [
  {
    raises: "neglected",
    isTold: (plain, { crisis, alarms }) => crisis.lost.isIn(plain) && !alarms.over.isIn(plain),
  },
  {
    raises: "disaster",
    isTold: (plain, { crisis, alarms }) =>
      (crisis.gas.isIn(plain) || crisis.collapse.isIn(plain)) && !alarms.over.isIn(plain),
  },
  {
    raises: "urgent-medical",
    isTold: (plain, { crisis, alarms }) =>
      [crisis.shock, crisis.labour, crisis.stroke].some((list) => list.isIn(plain)) && !alarms.over.isIn(plain),
  },
  {
    raises: "disaster",
    quiets: "violence",
    isTold: (plain, { crisis, alarms }) =>
      crisis.blade.isIn(plain) &&
      !alarms.over.isIn(plain) &&
      !holdsWord(plain, alarms.ofHome) &&
      !alarms.knownDoer.isIn(plain),
  },
  {
    quiets: "violence",
    isTold: (plain, { alarms }) => alarms.fire.isIn(plain) && !alarms.over.isIn(plain) && !alarms.sets.isIn(plain),
  },
  {
    raises: "violence",
    isTold: (plain, { crisis, alarms }) =>
      (crisis.blade.isIn(plain) || (alarms.fire.isIn(plain) && alarms.sets.isIn(plain))) &&
      alarms.knownDoer.isIn(plain) &&
      !alarms.over.isIn(plain),
  },
  { raises: "self-harm", isTold: (plain, { alarms }) => alarms.suicide.isIn(plain) && !alarms.over.isIn(plain) },
  { raises: "violence", isTold: (plain, words) => isDoneToSomebody(words.alarms.blows, plain, words) },
  { raises: "sexual-coercion", isTold: (plain, words) => isDoneToSomebody(words.alarms.touches, plain, words) },
  { raises: "violence", isTold: (plain, { alarms }) => alarms.captive.isIn(plain) && !alarms.over.isIn(plain) },
  {
    raises: "sexual-coercion",
    isTold: (plain, { alarms }) => alarms.handled.isIn(plain) && !alarms.over.isIn(plain),
  },
];

export function alarmsIn(text: string, words: Words): Alarms {
  const plain = words.alarms.everyday.replacedIn(plainText(text), LEFT_OUT);
  const told = ROWS.filter(({ isTold }) => isTold(plain, words));
  const raised = [...new Set(told.flatMap(({ raises }) => raises ?? []))];
  const quieted = told.flatMap(({ quiets }) => quiets ?? []).filter((danger) => !raised.includes(danger));
  return { raised, quieted };
}
