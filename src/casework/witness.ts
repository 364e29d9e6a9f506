import type { Word } from "../signals/words.ts";
import type { Rung } from "../vocabulary/lists.ts";
import type { Words } from "../words/words.ts";

/** The words from index `from` to `to` (inclusive) name an officer. */
export type NamedOfficer = { key: string; rung: Rung; from: number; to: number };
type Span = { from: number; to: number };

const NO_WORD: Word = { written: "", forms: new Set(), sentence: 0 };

type Lists = Words["witness"];

type Reading = {
  words: readonly Word[];
  mentions: readonly NamedOfficer[];
  officials: readonly Span[];
  isBlamed(span: Span): boolean;
  lists: Lists;
};

/** Whether words name a person only as a source ("kata bu Ratna uang saya dipotong pak kades"). */
export function isWitness({ rung, ...mention }: NamedOfficer, reading: Reading): boolean {
  const { words, mentions, officials, isBlamed, lists } = reading;
  const fullMention = withOffice(mention, mentions);
  const begins = speechStart(words, fullMention, lists);
  if (begins === undefined) return false;
  const wordAt = (at: number): string => words[at]?.written ?? "";
  const isOther = (span: Span): boolean =>
    span.from >= begins && words[span.from]?.sentence === words[fullMention.from]?.sentence && isBlamed(span);
  const isOwn = (span: Span): boolean => range(span).some((at) => lists.own[rung].has(wordAt(at)));
  const [accused] = [...officials, ...mentions.filter(({ key }) => key !== mention.key)]
    .filter((span) => isOther(span) && !isOwn(span))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  if (!accused) return false;
  const isTitled = lists.titles.has(wordAt(accused.from - 1));
  const between = range({ from: begins, to: accused.from - (isTitled ? 2 : 1) });
  if (!between.every((at) => isPlain(words[at], lists)) || lists.joins.has(wordAt(begins))) return false;
  return words
    .slice(accused.to + 1)
    .every(({ written: word, sentence }) =>
      lists.pronouns.has(word) ? false : sentence !== words[accused.to]?.sentence || !lists.doubts.has(word),
    );
}

const SHORTEST_PASSIVE = 5;

const isPlain = ({ written, forms }: Word = NO_WORD, { plain, passive, demanded }: Lists): boolean =>
  [written, ...forms].some((form) => plain.has(form)) ||
  /^\d/.test(written) ||
  (written.length >= SHORTEST_PASSIVE &&
    [...passive].some((prefix) => written.startsWith(prefix)) &&
    !demanded.isIn(written));

const range = ({ from, to }: Span): number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at);

const withOffice = ({ from, to }: Span, mentions: readonly NamedOfficer[]): Span => {
  const near = mentions.filter((one) => one.from <= to + 1 && from <= one.to + 1);
  return { from: Math.min(from, ...near.map((one) => one.from)), to: Math.max(to, ...near.map((one) => one.to)) };
};

/** Returns the index of the first quoted word, or `undefined` if the text does not quote the person. */
function speechStart(
  words: readonly Word[],
  { from, to }: Span,
  { says, told, toWhom, titles }: Lists,
): number | undefined {
  let before = from - 1;
  while (titles.has(words[before]?.written ?? "")) before -= 1;
  if (says.has(words[before]?.written ?? "")) return to + 1;
  if (!told.has(words[to + 1]?.written ?? "")) return undefined;
  let begins = to + 2;
  while (toWhom.has(words[begins]?.written ?? "")) begins += 1;
  return begins;
}
