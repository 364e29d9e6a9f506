import { canBeNikOrKk } from "./number-date.ts";

export type FoundNumber = { digits: string; start: number; end: number };

const LENGTH = 16;
const SHORTEST_MISS = 13;
const WIDEST_GAP = 3;

type Group = { start: number; end: number; digits: string };

const digitOf = (code: number): string | undefined => {
  if (code >= 48 && code <= 57) return String.fromCharCode(code);
  return code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xff10 + 48) : undefined;
};

const GAP = /[\s.\p{Pd}\p{Cf}\u2212]/u;

function* readChains(text: string): Generator<Group[]> {
  let chain: Group[] = [];
  let gap = 0;
  for (let at = 0; at < text.length; ) {
    if (digitOf(text.charCodeAt(at)) === undefined) {
      gap += 1;
      if (chain.length > 0 && (gap > WIDEST_GAP || !GAP.test(text[at] ?? ""))) {
        yield chain;
        chain = [];
      }
      at += 1;
      continue;
    }
    const start = at;
    let digits = "";
    for (let digit = digitOf(text.charCodeAt(at)); digit !== undefined; digit = digitOf(text.charCodeAt(at))) {
      digits += digit;
      at += 1;
    }
    chain.push({ start, end: at, digits });
    gap = 0;
  }
  if (chain.length > 0) yield chain;
}

function endOfSixteen(chain: readonly Group[], from: number): number | undefined {
  let length = 0;
  for (let at = from; at < chain.length && length < LENGTH; at += 1) {
    length += chain[at]?.digits.length ?? 0;
    if (length === LENGTH) return at + 1;
  }
  return undefined;
}

const joinGroups = (groups: readonly Group[]): FoundNumber => ({
  digits: groups.map(({ digits }) => digits).join(""),
  start: groups[0]?.start ?? 0,
  end: groups.at(-1)?.end ?? 0,
});

function cutNumbers(chain: readonly Group[]): { numbers: FoundNumber[]; rest: Group[][] } {
  const plausible = takeNumbers(chain, (number) => canBeNikOrKk(number.digits));
  const numbers = [...plausible.numbers];
  const rest: Group[][] = [];
  for (const part of plausible.rest) {
    const other = takeNumbers(part, () => true);
    numbers.push(...other.numbers);
    rest.push(...other.rest);
  }
  return { numbers, rest };
}

function takeNumbers(
  chain: readonly Group[],
  accept: (number: FoundNumber) => boolean,
): { numbers: FoundNumber[]; rest: Group[][] } {
  const numbers: FoundNumber[] = [];
  const rest: Group[][] = [];
  let left: Group[] = [];
  for (let at = 0; at < chain.length; ) {
    const end = endOfSixteen(chain, at);
    const number = end === undefined ? undefined : joinGroups(chain.slice(at, end));
    if (end !== undefined && number && accept(number)) {
      numbers.push(number);
      if (left.length > 0) rest.push(left);
      left = [];
      at = end;
    } else {
      const group = chain[at];
      if (group) left.push(group);
      at += 1;
    }
  }
  if (left.length > 0) rest.push(left);
  return { numbers, rest };
}

const isPhone = (digits: string): boolean => digits.length <= 14 && /^(0|628)/.test(digits);

function nearMissesIn(rest: readonly Group[]): FoundNumber[] {
  const long = rest.filter(({ digits }) => digits.length >= SHORTEST_MISS);
  if (long.length > 0) return long.map((group) => joinGroups([group])).filter(({ digits }) => !isPhone(digits));
  const allDigits = joinGroups(rest);
  const isOne =
    allDigits.digits.length >= SHORTEST_MISS &&
    allDigits.digits.length <= 20 &&
    rest.every(({ digits }) => digits.length > 1);
  return isOne && !isPhone(allDigits.digits) ? [allDigits] : [];
}

/**
 * Finds numbers of 16 digits, even with spaces, dots and dashes inside. Near misses: runs of 13 digits or more that are
 * no phone number.
 */
export function findNumbers(text: string): { numbers: FoundNumber[]; nearMisses: FoundNumber[] } {
  const numbers: FoundNumber[] = [];
  const nearMisses: FoundNumber[] = [];
  for (const chain of readChains(text)) {
    const { numbers: found, rest } = cutNumbers(chain);
    numbers.push(...found.sort((a, b) => a.start - b.start));
    for (const part of rest) nearMisses.push(...nearMissesIn(part));
  }
  return { numbers, nearMisses };
}

const MASK = "•";
const SHOWN = 2;

/** Masks all but the last two digits of each long number. */
export function maskNumbers(text: string): string {
  const { numbers, nearMisses } = findNumbers(text);
  const found = [...numbers, ...nearMisses].sort((a, b) => a.start - b.start);
  let masked = "";
  let from = 0;
  for (const { digits, start, end } of found) {
    masked += text.slice(from, start) + MASK.repeat(digits.length - SHOWN) + digits.slice(-SHOWN);
    from = end;
  }
  return (masked + text.slice(from)).replace(/\d{13,}/g, (run) => MASK.repeat(run.length - SHOWN) + run.slice(-SHOWN));
}
