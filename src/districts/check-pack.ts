import { describeTakenWords, findTakenWords } from "../register/status-words.ts";
import { AppError } from "../vocabulary/errors.ts";
import { findContradictions } from "./contradictions.ts";
import { readDaysOff } from "./days-off.ts";
import { leansOn, readLaws } from "./laws.ts";
import { describeLeftBehind, leftBehindIn } from "./left-behind.ts";
import { placeOf } from "./located-json.ts";
import { checkOwn } from "./own-files.ts";
import { lacksSource } from "./own-source.ts";
import { type Pack, readPack } from "./pack.ts";
import type { PackRoot } from "./pack-files.ts";
import type { Problems } from "./problems.ts";
import type { SignState } from "./signature.ts";
import { type SignedText, signedTexts } from "./signed-texts.ts";

export type ToLookAt = { text: string; at: string; owner: string; why: string };

export type PackCheck = {
  problems: string[];
  unsigned: ToLookAt[];
  /** Signed texts whose shipped text has changed since the signature. */
  changedBelow: ToLookAt[];
  repealed: ToLookAt[];
  /** Cited laws whose state (in force or repealed) is unknown. */
  laws: ToLookAt[];
  /** Unsigned texts that were last checked more than 90 days ago. */
  stale: ToLookAt[];
  /** Offices that the agency added without an address. */
  unplaced: ToLookAt[];
  contradictions: ToLookAt[];
  /** Words of reasons that an import reads as a status. */
  takenWords: ToLookAt[];
  /** An office changed the words, but not their source. */
  unsourced: ToLookAt[];
  unknown: ToLookAt[];
};

const DAY = 86_400_000;
const MOST_DAYS = 90;

export function checkDistrict(root: PackRoot, id: string, now = Date.now()): PackCheck {
  const problems: Problems = [];
  checkOwn(root, problems);
  const pack = readPack(root, id, problems);
  const laws = readLaws(root, problems);
  readDaysOff(root, problems);
  const texts = pack ? signedTexts(id, pack) : [];
  const leaning = texts.map((text) => ({ text, ...leansOn(text.entry.node, laws) }));
  return {
    problems: [...new Set(problems)],
    unsigned: texts.flatMap((text) => lookAtIf(text, whyUnsigned(text, id))),
    changedBelow: texts.flatMap((text) => lookAtIf(text, whyChangedBelow(text.entry.state))),
    repealed: leaning.flatMap(describeRepealed),
    laws: describeUnknownLaws(leaning),
    stale: texts.flatMap((text) => lookAtIf(text, whyStale(text, now))),
    unplaced: texts.flatMap((text) => lookAtIf(text, whyUnplaced(text))),
    contradictions: pack ? findContradictions(pack) : [],
    takenWords: pack ? describeAllTaken(pack) : [],
    unsourced: texts.flatMap((text) => lookAtIf(text, whyUnsourced(text))),
    unknown: texts.flatMap((text) => lookAtIf(text, whyUnknown(text))),
  };
}

const describeAllTaken = ({ statusWords: [nation, ...own], district }: Pack): ToLookAt[] =>
  own.flatMap(({ value, node }) =>
    findTakenWords(value, nation ? [nation.value] : [], Object.values(district.reasons)).map((taken) => ({
      text: "status-words",
      at: placeOf(node, [taken.status, value[taken.status].indexOf(taken.text)]),
      owner: value.owner,
      why: describeTakenWords(taken),
    })),
  );

/** Throws DISTRICT_INVALID for a pack with a problem. */
export function loadSignedTexts(root: PackRoot, id: string): SignedText[] {
  const problems: Problems = [];
  checkOwn(root, problems);
  const pack = readPack(root, id, problems);
  if (!pack || problems.length > 0) throw new AppError("DISTRICT_INVALID", [...new Set(problems)].join("\n"));
  return signedTexts(id, pack);
}

type Leaning = { text: SignedText } & ReturnType<typeof leansOn>;

const describeRepealed = ({ text: { id, owner }, repealed }: Leaning): ToLookAt[] =>
  repealed.map(({ at, law, by }) => ({ text: id, at, owner, why: `${by} has repealed ${law}; say what holds now` }));

function describeUnknownLaws(leaning: readonly Leaning[]): ToLookAt[] {
  const found = leaning.flatMap(({ text: { id, owner, entry }, unknown }) =>
    unknown.map((law): [string, ToLookAt] => {
      const why = `nobody has said whether it is in force; ${id} leans on it`;
      return [law, { text: `law ${law}`, at: entry.node.at, owner, why }];
    }),
  );
  return [...new Map(found.reverse()).values()].reverse();
}

const lookAtIf = ({ id, entry, owner }: SignedText, why: string | undefined): ToLookAt[] =>
  why === undefined ? [] : [{ text: id, at: entry.node.at, owner, why }];

function whyUnsigned({ id, path, entry }: SignedText, district: string): string | undefined {
  const why = whyNotSigned(entry.state);
  if (why === undefined) return undefined;
  const isHidden = id.startsWith("helpline/") && path.startsWith(`${district}/`);
  const hidden = isHidden ? "until it is signed, nobody in danger reads this number" : undefined;
  return [why, describeLeftBehind(leftBehindIn(entry)), hidden].filter(Boolean).join("; ");
}

function whyNotSigned(state: SignState): string | undefined {
  switch (state.is) {
    case "signed":
      return undefined;
    case "never":
      return "nobody has signed it";
    case "nameless":
      return "it is marked as signed without name and date";
    case "unproved":
      return `${state.name} signed on ${state.date}, and it is not known which words`;
    case "changed":
      return `has changed since ${state.name} signed it on ${state.date}`;
  }
}

const whyChangedBelow = (state: SignState): string | undefined =>
  state.is === "signed" && state.isChangedBelow
    ? `this release ships other words than when ${state.name} signed on ${state.date}; compare and sign again`
    : undefined;

function whyStale({ entry: { state, value } }: SignedText, now: number): string | undefined {
  if (state.is === "signed") return undefined;
  const days = Math.floor((now - Date.parse(value.checked_on)) / DAY);
  return days > MOST_DAYS ? `looked at on ${value.checked_on}, ${days} days ago, and signed by nobody` : undefined;
}

const whyUnplaced = (text: SignedText): string | undefined =>
  text.id.startsWith("office/") && text.entry.shipped === undefined && emptyFacts(text).includes("address")
    ? "is shown without an address; write it, or - where there is none"
    : undefined;

const SHOWS_SOURCE = /^(programme|reason|answer)\//;

const whyUnsourced = ({ id, entry }: SignedText): string | undefined =>
  SHOWS_SOURCE.test(id) && lacksSource(entry)
    ? `has words of its own and the source of the words below, so citizens read ${entry.value.owner} as its source; write \`source\``
    : undefined;

const whyUnknown = (text: SignedText): string | undefined => {
  const empty = emptyFacts(text);
  return empty.length > 0 ? `${empty.join(", ")} not known` : undefined;
};

/** An office empties a field to say that there is no such fact. */
const emptyFacts = ({ entry: { value, node, shipped }, factFields }: SignedText): string[] =>
  factFields.filter((name) => {
    const field = node.fields.get(name);
    return (value as Record<string, unknown>)[name] === "" && (!field || field === shipped?.fields.get(name));
  });
