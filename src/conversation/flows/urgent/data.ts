import { z } from "zod";
import { dangerLaneOf } from "../../../casework/danger-lane.ts";
import { defined } from "../../../defined.ts";
import { DANGERS, type Danger } from "../../../signals/danger.ts";
import type { Category } from "../../../vocabulary/lists.ts";
import { MediaFile, type Text } from "../../../vocabulary/message.ts";
import type { Facts } from "../../engine/facts.ts";
import { type Context, flowOf, type Step } from "../../engine/flow.ts";
import { helplineNumbers } from "../../engine/helplines.ts";
import type { StateName } from "../../engine/state-names.ts";

export const UrgentData = z.object({
  dangers: z.array(z.enum(DANGERS)).default([]),
  signals: z.array(z.string()).default([]),
  /** The citizen has read the help for these dangers. */
  answered: z.array(z.enum(DANGERS)).default([]),
  text: z.string().default(""),
  area: z.string().optional(),
  files: z.array(MediaFile).default([]),
  number: z.string().optional(),
  /** The chat has not understood which danger the citizen tells of. */
  isUnclear: z.boolean().default(false),
  isPlaced: z.boolean().default(false),
  placeAsked: z.number().default(0),
  isVague: z.boolean().default(false),
  lastSaid: z.string().optional(),
  isTold: z.boolean().default(false),
  /** The person has taken poison or cut themselves. */
  isTaken: z.boolean().default(false),
  /** The latest first aid: its name in the packs, or the key of our own text. */
  lastAid: z.string().optional(),
  timesAlone: z.number().default(0),
  /** Another person wants to die, and the citizen helps. */
  isOfAnother: z.boolean().default(false),
  /** How officers may reach the citizen, in the citizen's words. */
  reach: z.string().optional(),
  place: z.string().optional(),
  /** The report of the danger that the chat has misread. */
  corrects: z.object({ number: z.string(), dangers: z.array(z.enum(DANGERS)) }).optional(),
  role: z.enum(["bystander", "victim", "captive"]).optional(),
});
export type UrgentData = z.infer<typeof UrgentData>;
export type Here = Context<UrgentData>;

export const numbersText = (key: string, here: Here): Text => ({ key, values: reportValues(here) });

/** Returns a text of our own for the officers, in the default language. */
export const noteText = (key: string, { wordings }: Facts): string => wordings({ key })[0] ?? "";

/** Whether the danger has a report that holds the citizen's words. */
export const isKept = ({ data }: Here): boolean => data.number !== undefined && !isSurvivors(data.dangers);

/** Before the consent, the service stores no words about violence. */
export const isSurvivors = (dangers: readonly Danger[]): boolean => dangerLaneOf(dangers) === "violence";

export const categoryOf = (dangers: readonly Danger[]): Category => dangerLaneOf(dangers) ?? "urgent";

export const keyOfFirst = ([first]: readonly Text[]): string | undefined =>
  first && "key" in first ? first.key : undefined;

const ALONE: ReadonlySet<string | undefined> = new Set(["urgent.notAlone", "urgent.stepBack"]);

export const rememberSaid = (say: readonly Text[], { timesAlone, isTaken }: UrgentData): Partial<UrgentData> => {
  const lastSaid = keyOfFirst(say);
  return {
    lastSaid,
    timesAlone: timesAlone + (ALONE.has(lastSaid) ? 1 : 0),
    isTaken: isTaken || lastSaid === "urgent.takenNow" || lastSaid === "urgent.doneNow",
  };
};

export const reportValues = ({ data, facts }: Here) => ({
  number: data.number ?? "",
  numbers: helplineNumbers(data.dangers, facts.district),
  agency: facts.district.agency.name,
});

export function knownHere({ session, data }: Context): UrgentData {
  if (flowOf(session.at) === "urgent") return UrgentData.parse(data);
  if (!session.emergency) return UrgentData.parse({});
  const { at: _, kept: __, ...known } = session.emergency;
  return UrgentData.parse({ ...known, answered: known.dangers });
}

const MOST_PLACE_QUESTIONS = 2;

export function restIn(data: UrgentData): { to: StateName; data: UrgentData } {
  const isAsked = data.area !== undefined || data.isPlaced || data.placeAsked >= MOST_PLACE_QUESTIONS;
  if (isAsked) return { to: "urgent.open", data };
  return { to: "urgent.place", data: { ...data, placeAsked: data.placeAsked + 1 } };
}

/** The session does not remember a report of violence. */
export function rememberReport(number: string, { data, facts, session }: Here): Pick<Step, "session"> {
  if (isSurvivors(data.dangers)) return {};
  const { dangers, placeAsked, isTaken, isOfAnother } = data;
  const isPlaced = data.isPlaced || data.area !== undefined;
  const kept = session.emergency?.number === number ? defined({ kept: session.emergency.kept }) : {};
  return {
    session: { emergency: { number, dangers, isPlaced, placeAsked, isTaken, isOfAnother, ...kept, at: facts.now } },
  };
}
