import type { Finding, SignalReader } from "../signals/reader.ts";
import { BLAME } from "../signals/signal-names.ts";
import type { Rung } from "../vocabulary/lists.ts";
import type { Words } from "../words/words.ts";
import type { LaneChange } from "./lane.ts";
import { findNamed } from "./named-officers.ts";
import { covers, type Officer } from "./officer.ts";
import { isWitness, type NamedOfficer } from "./witness.ts";

/** The reader blames a person only if the name stands within this many words of the blame. */
const NEAR = 10;
const ROLES: readonly (readonly [string, Rung])[] = [
  ["ROLE_VILLAGE", "village"],
  ["ROLE_COMPANION", "companion"],
  ["ROLE_TKSK", "tksk"],
];

type ScreenWords = Pick<Words, "naming" | "witness">;

type ScreenInput = {
  reader: SignalReader;
  words: ScreenWords;
  officers: readonly Officer[];
  areas: readonly string[];
};

/** `barred`: the blamed officers, and all officers of a blamed office at `areas`. */
export function screenWords(
  text: string,
  { reader, words: lists, officers, areas }: ScreenInput,
): Omit<LaneChange, "keeps"> {
  const words = reader.words(text);
  const roles = ROLES.map(([concept, rung]) => ({ rung, found: reader.mentions(words, concept) }));
  const ends = new Set(roles.flatMap(({ found }) => found.map(({ to }) => to)));
  const named = findNamed(words, officers, ends, lists.naming);
  const { found: findings, doubted } = reader.judge(words, BLAME, named);
  const blame = findings.filter(({ signal }) => signal === "accusation");
  const rungOf = (id: string): Rung => officers.find((one) => one.id === id)?.rung ?? "village";
  const mentions: NamedOfficer[] = [
    ...named.map(({ id, from, to }) => ({ key: `officer ${id}`, rung: rungOf(id), from, to })),
    ...roles.flatMap(({ rung, found }) => found.map(({ from, to }) => ({ key: `rung ${rung}`, rung, from, to }))),
  ];
  const officials = reader.mentions(words, "OFFICIAL");
  const isBlamed = (one: { from: number; to: number }) => isNear(one, blame);
  const keys = new Set(
    mentions
      .filter((one) => isBlamed(one) && !isWitness(one, { words, mentions, officials, isBlamed, lists: lists.witness }))
      .map(({ key }) => key),
  );
  const accused = [
    ...named.filter(({ id }) => keys.has(`officer ${id}`)).map(({ id }) => id),
    ...roles.flatMap(({ rung }) => (keys.has(`rung ${rung}`) ? officersOfRung(rung, officers, areas) : [])),
  ];
  const sensitive = findings.length > 0;
  return { sensitive, ...(!sensitive && doubted.length > 0 ? { doubt: true } : {}), barred: [...new Set(accused)] };
}

const isNear = ({ from, to }: { from: number; to: number }, findings: readonly Finding[]): boolean =>
  findings.some((one) => one.from - NEAR <= to && from <= one.to + NEAR);

const officersOfRung = (rung: Rung, officers: readonly Officer[], areas: readonly string[]): string[] =>
  officers.filter((one) => one.rung === rung && areas.some((area) => covers(one, area))).map(({ id }) => id);
