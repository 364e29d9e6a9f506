import { soundsOf } from "../register/person-names.ts";
import type { Key } from "./access.ts";
import { rule } from "./category.ts";
import { canonicalNumber, findTicketNumber } from "./number.ts";
import type { Ticket } from "./ticket.ts";

export const LONGEST_SEARCH = 200;
const MOST_WORDS = 8;

const NUMBER = /^[A-Z]{3}-\d{2}-\d{6,9}-\d$/;

const nameWord = (word: string): string => `name ${word}`;
const phoneWord = (ending: string): string => `phone ${ending}`;

type SearchFields = Pick<Ticket, "category" | "person" | "unnamed">;

export function searchWords({ category, person, unnamed }: SearchFields): string[] {
  if (unnamed || rule(category).onlyMarked === "survivor") return [];
  const { name = "", phone = "" } = person;
  const digits = phone.replace(/\D/g, "");
  const names = soundsOf(name.slice(0, LONGEST_SEARCH)).map(nameWord);
  return [...new Set([...names, ...(digits.length >= 4 ? [phoneWord(digits.slice(-4))] : [])])];
}

/** A search does not look into tickets about violence. */
export const searchKeys = (keys: readonly Key[]): Key[] => keys.filter((key) => !key.startsWith("v:"));

/** A ticket must match all `words`. */
export type Wanted = { number: string } | { nik: string } | { serial?: number; words?: string[] };

/** Reads a ticket number or serial, a NIK, a name or a phone number. */
export function readSearch(typed: string, titles: ReadonlySet<string> = new Set()): Wanted | undefined {
  const text = typed.normalize("NFKC").trim();
  const number = findTicketNumber(text) ?? canonicalNumber(text);
  if (NUMBER.test(number)) return { number };
  const digits = text.replace(/[\s.+-]/g, "");
  if (/^\d{16}$/.test(digits)) return { nik: digits };
  if (/^\d+$/.test(digits)) return searchOfDigits(digits);
  const endings = [...text.matchAll(/\d[\d\s.-]*\d/g)].map(([group]) => group.replace(/\D/g, ""));
  if (endings.some((group) => !isPhone(group))) return undefined;
  const words = [...soundsOf(text, titles).map(nameWord), ...endings.map((group) => phoneWord(group.slice(-4)))];
  return words.length > 0 ? { words: [...new Set(words)].slice(0, MOST_WORDS) } : undefined;
}

function searchOfDigits(digits: string): Wanted | undefined {
  const serial = digits.length <= 9 && Number(digits) > 0 ? { serial: Number(digits) } : {};
  const words = isPhone(digits) ? { words: [phoneWord(digits.slice(-4))] } : {};
  const isPhoneOnly = digits.length > 9 || (digits.length > 6 && digits.startsWith("0"));
  const wanted = { ...(isPhoneOnly ? {} : serial), ...words };
  return Object.keys(wanted).length > 0 ? wanted : undefined;
}

const isPhone = (digits: string): boolean => digits.length === 4 || (digits.length >= 7 && digits.length <= 15);
