import type { Alarms } from "../../signals/alarms.ts";
import type { Danger } from "../../signals/danger.ts";
import type { Phrases } from "../../words/phrase.ts";
import type { Words } from "../../words/words.ts";
import { holdsWord, plainText } from "./normalise.ts";

/** With `past`, a row also counts for a danger that is over. */
type Row = { raises?: Danger; quiets?: readonly Danger[]; past?: true; isTold(plain: string, words: Words): boolean };

/** This sign replaces everyday words, so their neighbours stay apart. */
const LEFT_OUT = "…";
/** In words. */
const [BESIDE, NEGATES] = [4, 2];

const isInOne = (plain: string, ...lists: readonly Phrases[]): boolean => lists.some((list) => list.isIn(plain));

function isDoneToSomebody(verbs: Phrases, plain: string, { alarms, crisis }: Words): boolean {
  const at = verbs.at(plain);
  if (at < 0) return false;
  const before = plain.slice(0, at).split(" ").filter(Boolean);
  const after = plain.slice(at).split(" ").slice(0, BESIDE);
  if (before.slice(-NEGATES).some((word) => crisis.no.has(word) || alarms.might.has(word))) return false;
  return alarms.people.isIn([...before.slice(-BESIDE), ...after].join(" "));
}

function isByBeast({ blows, byBeast, beastDoes }: Words["alarms"], plain: string): boolean {
  const at = blows.at(plain);
  const [, ...after] = plain.slice(at).split(" ");
  return byBeast.isIn(after.join(" ")) || beastDoes.isIn(plain.slice(0, at).trim());
}

/** "Rumah saya" counts only if the text names no robber. */
const isAtHome = (plain: string, { alarms }: Words): boolean =>
  holdsWord(plain, alarms.ofHome) || (holdsWord(plain, alarms.own) && !alarms.robbers.isIn(plain));

const ROWS: readonly Row[] = [
  { raises: "neglected", isTold: (plain, { crisis }) => crisis.lost.isIn(plain) },
  {
    raises: "disaster",
    isTold: (plain, { alarms, crisis }) => isInOne(plain, crisis.gas, crisis.collapse, alarms.outThere),
  },
  {
    raises: "urgent-medical",
    isTold: (plain, words) => {
      const { alarms, crisis } = words;
      const isIll = isInOne(
        plain,
        crisis.shock,
        crisis.labour,
        crisis.stroke,
        alarms.poisoned,
        alarms.injured,
        crisis.snakeBite,
      );
      return isIll || isDoneToSomebody(alarms.bites, plain, words);
    },
  },
  {
    raises: "urgent-medical",
    quiets: ["violence", "sexual-coercion"],
    isTold: (plain, { alarms, crisis }) =>
      isInOne(plain, alarms.ill, crisis.fallHip, crisis.placenta, crisis.severed, crisis.scalded) &&
      !alarms.knownDoer.isIn(plain),
  },
  {
    raises: "disaster",
    quiets: ["violence"],
    isTold: (plain, words) =>
      words.crisis.blade.isIn(plain) && !isAtHome(plain, words) && !words.alarms.knownDoer.isIn(plain),
  },
  {
    quiets: ["violence"],
    isTold: (plain, { alarms, crisis }) => crisis.coolAsked.isIn(plain) && !alarms.knownDoer.isIn(plain),
  },
  { quiets: ["violence"], isTold: (plain, { alarms }) => alarms.fire.isIn(plain) && !alarms.sets.isIn(plain) },
  {
    raises: "urgent-medical",
    quiets: ["self-harm"],
    isTold: (plain, { alarms }) => alarms.byMistake.isIn(plain),
  },
  { raises: "self-harm", isTold: (plain, { alarms }) => alarms.suicide.isIn(plain) },
  {
    raises: "violence",
    past: true,
    isTold: (plain, words) => isDoneToSomebody(words.alarms.blows, plain, words) && !isByBeast(words.alarms, plain),
  },
  {
    quiets: ["violence"],
    past: true,
    isTold: (plain, { alarms }) => alarms.blows.isIn(plain) && isByBeast(alarms, plain),
  },
  {
    raises: "violence",
    isTold: (plain, { alarms, crisis }) => {
      const hasMeans = crisis.blade.isIn(plain) || (alarms.fire.isIn(plain) && alarms.sets.isIn(plain));
      return (hasMeans && alarms.knownDoer.isIn(plain)) || isInOne(plain, alarms.threats, alarms.captive);
    },
  },
  {
    quiets: ["violence", "sexual-coercion"],
    past: true,
    isTold: (plain, { alarms }) => alarms.company.isIn(plain),
  },
  {
    raises: "sexual-coercion",
    past: true,
    isTold: (plain, words) => isDoneToSomebody(words.alarms.touches, plain, words),
  },
  { raises: "sexual-coercion", isTold: (plain, { alarms }) => isInOne(plain, alarms.watched, alarms.handled) },
];

export function alarmsIn(text: string, words: Words): Alarms {
  const without = words.alarms.everyday.replacedIn(plainText(text), LEFT_OUT);
  const plain = words.alarms.goesOn.isIn(without) ? without : words.alarms.feared.replacedIn(without, LEFT_OUT);
  const isPast = words.alarms.over.isIn(plain) && !words.alarms.goesOn.isIn(plain);
  const told = ROWS.filter(({ past, isTold }) => (past || !isPast) && isTold(plain, words));
  const raised = [...new Set(told.flatMap(({ raises }) => raises ?? []))];
  const quieted = told.flatMap(({ quiets }) => quiets ?? []).filter((danger) => !raised.includes(danger));
  return { raised, quieted };
}
