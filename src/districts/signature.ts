import { createHash } from "node:crypto";
import { z } from "zod";
import { defined } from "../defined.ts";
import { isCalendarDay } from "../time.ts";
import { AppError } from "../vocabulary/errors.ts";
import { LANGUAGES, SIGNED_LANGUAGES } from "../vocabulary/lists.ts";
import { type Fields, isFields, plainValue } from "./located-json.ts";
import type { Problems } from "./problems.ts";

/**
 * - `text`: the digest of the signed text.
 * - `below`: the digest of the shipped text on the day of the signature.
 * - `words`: the digests of each language's words.
 */
export type Signature = { name: string; date: string; text?: string; below?: string; words?: string };

/** `unproved`: the signature has no digest of the text. */
export type SignState =
  | { is: "never" | "nameless" }
  | { is: "unproved" | "changed" | "signed"; name: string; date: string; isChangedBelow: boolean; words?: string };

export const SIGNED_OFF = "signed_off";
/** These fields may change without a new signature. */
const UNSIGNED: ReadonlySet<string> = new Set([
  SIGNED_OFF,
  "checked_on",
  ...LANGUAGES.filter((language) => !SIGNED_LANGUAGES.includes(language)),
]);
const PRINT_LENGTH = 16;
/** In Indonesia, a day begins first in the zone WIT (UTC+9). */
const latestToday = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

const SignerName = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(200, "must have 200 characters at most")
  .regex(/^\P{C}*$/u, "must be one line");

const SigningDate = z
  .string()
  .refine(isCalendarDay, "is no date; write it as 2026-11-28")
  .refine((date) => !isCalendarDay(date) || date <= latestToday(), "is in the future");

const SignatureFields = z.strictObject({
  name: SignerName,
  date: SigningDate,
  text: z.string().optional(),
  below: z.string().optional(),
  words: z.string().optional(),
});

export const printOf = (node: Fields): string => {
  const digest = createHash("sha256")
    .update(canonical(plainValue(node)))
    .digest("hex");
  return `p${digest.slice(0, PRINT_LENGTH)}`; // a spreadsheet would read a digest of only digits as a number
};

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([name, one]) => !UNSIGNED.has(name) && one !== "");
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .join(",")}}`;
}

export function readSignState(node: Fields, below: Fields | undefined, problems: Problems): SignState {
  const mark = node.fields.get(SIGNED_OFF);
  if (!mark) return { is: "never" };
  if ("value" in mark && typeof mark.value === "boolean") {
    const isAboutAnother = () => below !== undefined && printOf(below) !== printOf(node);
    return { is: mark.value && !isAboutAnother() ? "nameless" : "never" };
  }
  const parsed = SignatureFields.safeParse(plainValue(mark));
  if (!isFields(mark) || !parsed.success) {
    const [issue] = parsed.error?.issues ?? [];
    const field = [SIGNED_OFF, ...(issue?.path ?? [])].join(".");
    problems.push(`${mark.at}: ${field}: ${issue?.message ?? "must have name and date"}`);
    return { is: "never" };
  }
  const { name, date, text, below: print, words } = parsed.data;
  const isChangedBelow = print !== undefined && (below === undefined || printOf(below) !== print);
  const is = text === undefined ? "unproved" : text === printOf(node) ? "signed" : "changed";
  return { is, name, date, isChangedBelow, ...defined({ words }) };
}

export const isSigned = ({ is }: SignState): boolean => is === "signed" || is === "nameless";

/** Throws BAD_REQUEST with each wrong field, or if the name has no office. */
export function checkSigning(given: { name: string; date: string }): { name: string; date: string } {
  const parsed = SignatureFields.pick({ name: true, date: true }).safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `--${path.join(".")} ${message}`);
    throw new AppError("BAD_REQUEST", lines.join("\n"));
  }
  if (!/,\s*\S/.test(given.name))
    throw new AppError("BAD_REQUEST", `--name ${given.name}: must name the office too, as "NAME, OFFICE"`);
  return parsed.data;
}
