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

/** Other flows keep the citizen's words in their own data. */
const LISTENS: ReadonlySet<FlowName> = new Set(["menu", "check", "repair", "programmes", "ask", "offices"]);
const REPORTS: ReadonlySet<Intent> = new Set(["complaint", "death-report", "listed-dead"]);
const REPORTS_OF_LACK: ReadonlySet<Intent> = new Set(["payment", "check", "sanction"]);
/** A message with one of these intents may name a village that is not the citizen's own. */
const ASKS_OF_PLACES: ReadonlySet<Intent> = new Set(["offices", "ask", "programmes"]);

export function villageIn(text: string, facts: Facts): Pick<Told, "place" | "area"> {
  const said = facts.words.report.ownVillage.replacedIn(plainText(text), wordForVillage(facts.words.places));
  const codes = [...new Set(facts.findPlaces(said).map(({ code }) => code))];
  const area = facts.district.areas.find(({ code }) => codes.length === 1 && code === codes[0]);
  return area && area.kind !== "kecamatan" ? { place: area.name, area: area.code } : {};
}

export const namesTime = (text: string, { words: { report } }: Facts): boolean =>
  report.longAgo.isIn(plainText(text)) || holdsWord(plainText(text), report.ofATime);

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

const LIKELY = 0.5;

function likeliestOf({ intent, alternatives: [best] }: Understanding): Intent {
  return intent === "unknown" && best && best.confidence >= LIKELY ? best.intent : intent;
}

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

/** Keeps only the place, because the citizen's next report probably has the same place. */
export const withoutStory = (told: Told | undefined): Told | undefined =>
  told?.area === undefined ? undefined : { at: told.at, ...defined({ place: told.place, area: told.area }) };

export function toldAfter(told: Told | undefined, requests: readonly Request[] = []): Pick<Session, "told"> {
  const isFiled = requests.some(({ type }) => type === "open-ticket" || type === "add-to-ticket");
  const kept = isFiled ? withoutStory(told) : told;
  return kept ? { told: kept } : {};
}

/** Returns no data from the register. */
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
