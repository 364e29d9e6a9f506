import { defined } from "../../defined.ts";
import { wordForVillage } from "../../register/place-words.ts";
import { dangersIn } from "../../signals/danger.ts";
import type { Category } from "../../vocabulary/lists.ts";
import type { Content } from "../../vocabulary/message.ts";
import { globalCommand } from "../understanding/commands.ts";
import type { Intent } from "../understanding/intents.ts";
import { holdsWord, plainText } from "../understanding/normalise.ts";
import { asksSomething } from "../understanding/question-words.ts";
import type { Understanding } from "../understanding/understanding.ts";
import { type TextContent, understoodOnce } from "../understanding/understood-once.ts";
import type { Facts } from "./facts.ts";
import { type Context, flowOf, type Request } from "./flow.ts";
import type { Session, Told } from "./session.ts";
import type { FlowName } from "./state-names.ts";
import { storyOf, tellsOfLack } from "./story.ts";
import { ticketAsked } from "./ticket-answer.ts";

/** In these flows the session remembers what citizens tell. Every other flow keeps it in its own data. */
const LISTENS: ReadonlySet<FlowName> = new Set(["menu", "check", "repair", "programmes", "ask", "offices"]);
/** Intents whose words are a report. */
const REPORTS: ReadonlySet<Intent> = new Set(["complaint", "death-report", "listed-dead"]);
/** Intents whose words are a report if they say that something did not come. */
const REPORTS_OF_LACK: ReadonlySet<Intent> = new Set(["payment", "check", "sanction"]);
/** Intents that ask about a place, so that the place need not be the citizen's own. */
const ASKS_OF_PLACES: ReadonlySet<Intent> = new Set(["offices", "ask", "programmes"]);

/** Returns the village, if a text names exactly one. */
export function villageIn(text: string, facts: Facts): Pick<Told, "place" | "area"> {
  const said = facts.words.report.ownVillage.replacedIn(plainText(text), wordForVillage(facts.words.places));
  const codes = [...new Set(facts.findPlaces(said).map(({ code }) => code))];
  const area = facts.district.areas.find(({ code }) => codes.length === 1 && code === codes[0]);
  return area && area.kind !== "kecamatan" ? { place: area.name, area: area.code } : {};
}

/** Returns whether a text names a time. */
export const namesTime = (text: string, { words: { report } }: Facts): boolean =>
  report.longAgo.isIn(plainText(text)) || holdsWord(plainText(text), report.ofATime);

/** Adds what a message tells to the session, before any flow reads the message. */
export function withTold(session: Session, content: Content, context: Context): Session {
  if (content.type !== "text" || !LISTENS.has(flowOf(session.at)) || ticketAsked(context) !== undefined) return session;
  const { facts } = context;
  if (globalCommand(content.text, facts.words) || dangersIn(facts.signals(content.text)).length > 0) return session;
  const place = placeToldIn(content, facts);
  const story = storyToldIn(content, context);
  if (!story && !place.area) return session;
  const before = story ? withoutStory(session.told) : session.told;
  return { ...session, told: { ...before, ...place, ...story, at: facts.now } };
}

function placeToldIn(content: TextContent, facts: Facts): Pick<Told, "place" | "area"> {
  const { intent } = understoodOnce(content, facts);
  return ASKS_OF_PLACES.has(intent) || asksSomething(content.text, facts.words) ? {} : villageIn(content.text, facts);
}

/** If a message was not understood, its likeliest intent counts from this confidence. */
const LIKELY = 0.5;

function likeliestOf({ intent, alternatives: [best] }: Understanding): Intent {
  return intent === "unknown" && best && best.confidence >= LIKELY ? best.intent : intent;
}

/** Returns the story in a message, or in the earlier words that were not understood at the menu. */
function storyToldIn(content: TextContent, { session, facts }: Context): Partial<Told> | undefined {
  const { words } = facts;
  const { extracted } = understoodOnce(content, facts);
  const intent = likeliestOf(understoodOnce(content, facts));
  const lacks = (text: string) => tellsOfLack(text, words);
  const isLack = REPORTS_OF_LACK.has(intent) && lacks(content.text);
  const tells = REPORTS.has(intent) || isLack || tellsMatter(content.text, facts);
  const before = REPORTS_OF_LACK.has(intent) ? earlierWords(session) : undefined;
  const text =
    (tells ? storyOf(content, words) : undefined) ??
    (before !== undefined && lacks(before) ? storyOf({ type: "text", text: before }, words) : undefined);
  if (text === undefined) return undefined;
  const isUnpaid = (intent === "payment" && isLack) || words.report.stopped.isIn(plainText(text));
  const category = extracted.category ?? (isUnpaid ? "not-paid" : undefined);
  const who = words.report.ofFamily.isIn(plainText(text)) ? ("family" as const) : undefined;
  return { text, ...defined({ category, programme: extracted.programme, who }) };
}

/** Returns whether a text tells what a report is made of, although its intent may be another: an accusation, a refusal, a fraud. */
function tellsMatter(text: string, { signals, words }: Facts): boolean {
  const plain = plainText(text);
  const { refused, notReceived } = words.report;
  const { cheated, wasCheated, notCheated } = words.harm;
  if (asksSomething(text, words)) return false;
  const isCheated = !notCheated.isIn(plain) && (cheated.isIn(plain) || wasCheated.isIn(plain));
  return isCheated || refused.isIn(plain) || notReceived.isIn(plain) || signals(text).includes("accusation");
}

const earlierWords = ({ at, data }: Session): string | undefined =>
  at === "menu.suggest" && typeof data.text === "string" ? data.text : undefined;

/** Removes the story from the told facts. The place stays, because the citizen's next matter has the same place. */
export const withoutStory = (told: Told | undefined): Told | undefined =>
  told?.area === undefined ? undefined : { at: told.at, ...defined({ place: told.place, area: told.area }) };

/** Returns the told facts after these requests. A filed report holds the story, so the session drops it. */
export function toldAfter(told: Told | undefined, requests: readonly Request[] = []): Pick<Session, "told"> {
  const isFiled = requests.some(({ type }) => type === "open-ticket" || type === "add-to-ticket");
  const kept = isFiled ? withoutStory(told) : told;
  return kept ? { told: kept } : {};
}

/** Returns what a citizen told in the draft that the chat leaves now, without data from the register. */
export function toldInDraft({ data, told }: Session, now: number): Told {
  const { text, category, programme, place, area, nik } = data as Partial<Record<string, string>>;
  return {
    ...told,
    ...defined({ text: text || undefined, category: category as Category | undefined }),
    ...(nik === undefined ? defined({ programme }) : {}),
    ...(place === undefined ? {} : defined({ place, area })),
    at: now,
  };
}
