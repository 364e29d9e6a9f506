import { isOfPack } from "../own-texts.ts";

/** A row of WhatsApp's lists holds so many characters, and so does a title that stands on a button. */
const BUTTON = 24;
/** The line under a row's title. */
const DESCRIPTION = 72;
/** A first answer, and what is read on demand. */
const ANSWER = 350;
const DETAILS = 700;
/** A title of an answer stands on a button of WhatsApp, where no list replaces it. */
const ANSWER_TITLE = 20;

/** Texts are said one after the other in one bubble, so a translation may be longer than the Indonesian only by this. */
const LONGER_BY = 1.3;
const LONGER_AT_LEAST = 24;

/** Most characters of a translation. Limits that a pack's file has are the same here. */
export function limitOf(key: string, indonesian: string): number {
  if (/\/answers\/[^/]+\/title$/.test(key)) return ANSWER_TITLE;
  if (/\/answers\/[^/]+\/words$/.test(key)) return ANSWER;
  if (/\/answers\/[^/]+\/details$/.test(key)) return DETAILS;
  if (/^menu\.\w+About$/.test(key)) return DESCRIPTION;
  if (mayBeTitle(key, indonesian)) return BUTTON;
  const most = indonesian.length > ANSWER ? DETAILS : ANSWER;
  return Math.min(most, Math.ceil(indonesian.length * LONGER_BY) + LONGER_AT_LEAST);
}

/** Topics whose texts stand on no button of a chat: pages of our own, and what stands in the middle of a sentence. */
const NO_BUTTONS = /^(?:page|pairing|webchat|owner|rung|flows|ticketState|number)\./;
/** Short questions, and headings, that stand on no button either. */
const NO_TITLES: ReadonlySet<string> = new Set([
  "casework.whereUnknown",
  "complaint.askCategory",
  "complaint.askWhere",
  "privacy.copyHead",
  "repair.reportNow",
  "urgent.askPlace",
]);

/** Whether a text may stand on a button: it is short and no sentence. */
function mayBeTitle(key: string, text: string): boolean {
  if (isOfPack(key)) return /\/(?:title|name)$/.test(key);
  if (NO_BUTTONS.test(key) || NO_TITLES.has(key)) return false;
  return text.length <= BUTTON && !/[.!:…]$|\{\{|^\s/.test(text);
}
