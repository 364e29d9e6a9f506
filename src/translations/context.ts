import { isOfPack } from "../own-texts.ts";

const TOPICS: Readonly<Record<string, string>> = {
  answers: "answers to doubts: is this official, is it a hoax, what does it cost",
  ask: "buttons and lines under answers to questions",
  casework: "messages about a report: from officers to its citizen, and notices to officers",
  category: "kinds of reports, on buttons and in lists",
  check: "the check whether somebody is registered, and its result",
  common: "said anywhere in the chat",
  complaint: "a complaint is written",
  confidential: "a report is kept from the village",
  errors: "errors that officers read in the console",
  files: "photos, voices and files",
  finish: "something written was not sent yet",
  flows: "names of parts of the chat, in the middle of a sentence",
  intent: "buttons: what a message may mean",
  invitation: "an officer's invitation to the chat",
  language: "the choice of a language",
  menu: "the menu",
  number: "what is wrong with a NIK or family card number",
  officer: "a question for an officer",
  offices: "addresses of offices",
  owner: "names of offices, in the middle of a sentence",
  page: "the page on which numbers are entered",
  pairing: "the page on which the office's WhatsApp is linked",
  privacy: "personal data of the chat",
  programmes: "programmes of aid",
  repair: "how data are repaired, and deaths",
  reply: "an officer has asked, the citizen answers",
  rung: "who works on a report, in the middle of a sentence",
  telegram: "Telegram's menu and numbers of chats",
  ticket: "a report is filed",
  ticketState: "how far a report is, in the middle of a sentence",
  track: "the citizen's reports",
  urgent: "somebody is in danger: said with care",
  webchat: "the web chat's page",
  welcome: "the greeting and the privacy notice",
};

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/** Returns the gaps of a text, such as `{{name}}`, in alphabetical order. */
export const placeholdersOf = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([gap]) => gap).sort();

export function contextOf(key: string, indonesian: string): string {
  const [topic = ""] = key.split(".");
  const where = isOfPack(key) ? packContext(key) : (TOPICS[topic] ?? topic);
  const gaps = [...new Set(placeholdersOf(indonesian))];
  return gaps.length > 0 ? `${where}; filled in: ${gaps.join(" ")}` : where;
}

function packContext(key: string): string {
  const [district = "", kind = "", ...rest] = key.split("/");
  const whose = district === "national" ? "everywhere" : `in ${district}`;
  const [name = "", ...part] = rest;
  const what = part.length > 0 ? `${part.join(" ")} of ${name}` : name;
  return kind === "answers" ? `an answer ${whose}: ${what}` : `${kind} ${whose}: ${what}`;
}
