import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

type Lists = Words["commands"];
type Right = "data-copy" | "data-delete" | "consent-withdraw";
type Plain = "menu" | "back" | "help" | "stop" | "done" | "officer" | "reports" | "aid-or-help" | "emergency";
export type Command =
  | { command: Plain }
  | { command: "right"; target: Right }
  | { command: "language"; target?: string };

const LONGEST = 60;
/** Returns a command only if the whole message is one: "berhenti", not "bansos saya berhenti". */
export function globalCommand(text: string, { commands }: Words): Command | undefined {
  if (text.length > LONGEST) return undefined;
  const slashed = /^\s*\/([a-z]+)\s*$/i.exec(text)?.[1];
  if (slashed) {
    const command = commands.slashes.get(slashed.toLowerCase());
    return command && { command };
  }
  const plain = plainText(text);
  return commandNamed(plain, commands) ?? commandNamed(withoutCourtesy(plain, commands), commands);
}

function commandNamed(plain: string, { commands, rights, languages, switch: before }: Lists): Command | undefined {
  const command = commands.get(plain);
  if (command) return { command };
  const target = rights.get(plain);
  if (target) return { command: "right", target };
  const named = languages.get(plain) ?? languages.get(plain.slice(switchIn(plain, before)));
  return named === undefined ? undefined : { command: "language", target: named };
}

const switchIn = (plain: string, before: ReadonlySet<string>): number =>
  Math.max(0, ...[...before].filter((words) => plain.startsWith(`${words} `)).map((words) => words.length + 1));

function withoutCourtesy(plain: string, { politeBefore, politeAfter }: Lists): string {
  const words = plain.split(" ");
  const from = words.findIndex((word) => !politeBefore.has(word));
  const end = words.findLastIndex((word, index) => index === 0 || !politeAfter.has(word)) + 1;
  return from < 0 ? plain : words.slice(from, Math.max(end, from + 1)).join(" ");
}

export const withoutPoliteness = (text: string, { commands }: Words): string =>
  withoutCourtesy(plainText(text), commands);

const LONGEST_WAIT = 12;

export function asksToWait(text: string, { commands: { wait, waitFor } }: Words): boolean {
  if (text.length > 2 * LONGEST) return false;
  const said = plainText(text).split(" ");
  const rest = said.filter((word) => !wait.has(word));
  return said.length <= LONGEST_WAIT && rest.length < said.length && rest.every((word) => waitFor.has(word));
}

export function choiceTyped(text: string, count: number, { commands }: Words): number | undefined {
  if (text.length > LONGEST) return undefined;
  const words = plainText(text).split(" ");
  const from = words.findIndex((word) => !commands.beforeNumber.has(word));
  const plain = words.slice(from).join(" ");
  const index = /^\d{1,2}$/.test(plain) ? Number(plain) - 1 : commands.numerals.get(plain);
  return index !== undefined && index >= 0 && index < count ? index : undefined;
}

/** Returns an index only if exactly one title fits. With `slips`, one letter of a longer title may be wrong. */
export function titleTyped(text: string, titles: readonly (readonly string[])[], slips: boolean): number | undefined {
  if (text.length > 2 * LONGEST) return undefined;
  const typed = plainText(text);
  if (typed === "") return undefined;
  const plain = titles.map((forms) => forms.map(plainTitle));
  const isTyped = (forms: readonly string[]): boolean => forms.includes(typed);
  const whole = plain.flatMap((forms, index) => (isTyped(forms) ? [index] : []));
  const exact =
    whole.length > 0 ? whole : titles.flatMap((forms, index) => (isTyped(forms.flatMap(partsOf)) ? [index] : []));
  if (exact.length > 0 || !slips) return exact.length === 1 ? exact[0] : undefined;
  const near = plain.flatMap((forms, index) =>
    forms.some((form) => form.length >= 6 && isOneSlip(typed, form)) ? [index] : [],
  );
  return near.length === 1 ? near[0] : undefined;
}

const MOST_NAMED = 4;

/** Returns the index of the only title that has all typed words. */
export function titleNamed(
  text: string,
  titles: () => readonly (readonly string[])[],
  words: Words,
): number | undefined {
  if (text.length > LONGEST) return undefined;
  const { yes, beside, denials } = words.answers;
  const said = withoutPoliteness(text, words).split(" ");
  const isConsent = (word: string): boolean => yes.has(word) && !words.crisis.done.has(word);
  const named = said.filter((word) => !isConsent(word) && !beside.has(word) && !words.unsent.wants.has(word));
  const isNamed = named.length > 0 && named.length <= MOST_NAMED && (named.length > 1 || isConsent(said[0] ?? ""));
  if (!isNamed) return undefined;
  const hasAll = (form: string): boolean => {
    const held = plainTitle(form).split(" ");
    const places = named.map((word) => held.indexOf(word));
    const isInOrder = places.every((at, index) => at > (places[index - 1] ?? -1));
    return isInOrder && held.every((word) => !denials.has(word) || said.includes(word));
  };
  const fitting = titles().flatMap((forms, index) => (forms.some(hasAll) ? [index] : []));
  return fitting.length === 1 ? fitting[0] : undefined;
}

const partsOf = (title: string): string[] =>
  title.includes(" / ")
    ? title
        .split(" / ")
        .map(plainTitle)
        .filter((part) => part.includes(" "))
    : [];

const plainTitles = new Map<string, string>();
const MOST_TITLES = 5_000;

function plainTitle(title: string): string {
  const known = plainTitles.get(title);
  if (known !== undefined) return known;
  if (plainTitles.size >= MOST_TITLES) plainTitles.clear();
  const plain = plainText(title);
  plainTitles.set(title, plain);
  return plain;
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}
