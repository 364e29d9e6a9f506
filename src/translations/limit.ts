import { isOfPack } from "../own-texts.ts";

/** The most characters of a title, as in WhatsApp's lists. */
const BUTTON = 24;
/** The most characters of the line under a row's title. */
const DESCRIPTION = 72;
/** The most characters of a first answer, and of details on demand. */
const ANSWER = 350;
const DETAILS = 700;
/** The most characters of an answer's title, as on a button of WhatsApp. */
const ANSWER_TITLE = 20;

/**
 * A bubble has several texts, so a translation has at most the Indonesian length times `LONGER_BY`, plus
 * `LONGER_AT_LEAST` characters.
 */
const LONGER_BY = 1.3;
const LONGER_AT_LEAST = 24;

/** A text of a pack has the limit of its place in the pack. */
export function limitOf(key: string, indonesian: string): number {
  if (/\/answers\/[^/]+\/title$/.test(key)) return ANSWER_TITLE;
  if (/\/answers\/[^/]+\/words$/.test(key)) return ANSWER;
  if (/\/answers\/[^/]+\/details$/.test(key)) return DETAILS;
  if (/^menu\.\w+About$/.test(key)) return DESCRIPTION;
  if (mayBeTitle(key, indonesian)) return BUTTON;
  const most = indonesian.length > ANSWER ? DETAILS : ANSWER;
  return Math.min(most, Math.ceil(indonesian.length * LONGER_BY) + LONGER_AT_LEAST);
}

const NO_BUTTONS = /^(?:page|pairing|webchat|owner|rung|flows|ticketState|number)\./;
const NO_TITLES: ReadonlySet<string> = new Set([
  "casework.whereUnknown",
  "complaint.askCategory",
  "complaint.askWhere",
  "privacy.copyHead",
  "repair.reportNow",
  "repair.whichKind",
  "repair.whichReason",
  "urgent.askPlace",
]);

/** A text may stand on a button if it is short and not a sentence. */
function mayBeTitle(key: string, text: string): boolean {
  if (isOfPack(key)) return /\/(?:title|name)$/.test(key);
  if (NO_BUTTONS.test(key) || NO_TITLES.has(key)) return false;
  return text.length <= BUTTON && !/[.!:…]$|\{\{|^\s/.test(text);
}
