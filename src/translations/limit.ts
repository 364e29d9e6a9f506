import { isOfPack } from "../own-texts.ts";

/** In characters. The limit of a title in WhatsApp's lists. */
const BUTTON = 24;
/** In characters. The limit of the line below a title. */
const DESCRIPTION = 72;
/** In characters. The limit of a first answer, and of details that the citizen asks for. */
const ANSWER = 350;
const DETAILS = 700;
/** In characters. The limit of an answer's title, which stands on a button of WhatsApp. */
const ANSWER_TITLE = 20;

/**
 * A translation has at most the Indonesian length times `LONGER_BY`, plus `LONGER_AT_LEAST` characters, because a
 * bubble contains several texts.
 */
const LONGER_BY = 1.3;
const LONGER_AT_LEAST = 24;

/** Returns the most characters of a translation. For a text of a pack, the limit follows from its place in the pack. */
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

/** Whether the text may stand on a button: a short text that is no sentence. */
function mayBeTitle(key: string, text: string): boolean {
  if (isOfPack(key)) return /\/(?:title|name)$/.test(key);
  if (NO_BUTTONS.test(key) || NO_TITLES.has(key)) return false;
  return text.length <= BUTTON && !/[.!:…]$|\{\{|^\s/.test(text);
}
