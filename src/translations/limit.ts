import { isOfPack } from "../own-texts.ts";

/** In characters, like all limits in this file. */
const BUTTON = 24;
const DESCRIPTION = 72;
const ANSWER = 350;
const DETAILS = 700;
/** WhatsApp's limit for the title of a button. */
const ANSWER_TITLE = 20;

/** A bubble contains several texts, so a translation may not become much longer. */
const LONGER_BY = 1.3;
const LONGER_AT_LEAST = 24;

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

function mayBeTitle(key: string, text: string): boolean {
  if (isOfPack(key)) return /\/(?:title|name)$/.test(key);
  if (NO_BUTTONS.test(key) || NO_TITLES.has(key)) return false;
  return text.length <= BUTTON && !/[.!:…]$|\{\{|^\s/.test(text);
}
