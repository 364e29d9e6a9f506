import { z } from "zod";
import { dangerLaneOf } from "../../../casework/danger-lane.ts";
import { DANGERS, type Danger } from "../../../signals/danger.ts";
import type { Category } from "../../../vocabulary/lists.ts";
import { MediaFile, type Text } from "../../../vocabulary/message.ts";
import { type Context, flowOf, type Step } from "../../engine/flow.ts";
import { helplineNumbers } from "../../engine/helplines.ts";
import type { StateName } from "../../engine/state-names.ts";

export const UrgentData = z.object({
  /** The dangers that the citizen has told of. */
  dangers: z.array(z.enum(DANGERS)).default([]),
  /** All signals in the words, such as an accusation. */
  signals: z.array(z.string()).default([]),
  /** The dangers whose help the citizen has read. */
  answered: z.array(z.enum(DANGERS)).default([]),
  text: z.string().default(""),
  area: z.string().optional(),
  files: z.array(MediaFile).default([]),
  number: z.string().optional(),
  /** The citizen has answered the question for the place. */
  isPlaced: z.boolean().default(false),
  /** The number of times that the citizen has read the question for the place. */
  placeAsked: z.number().default(0),
  /** The key of the text that the chat said last about the danger. The chat says no text twice in a row. */
  lastSaid: z.string().optional(),
  /** The citizen has read that the service stores no account of the violence. */
  isTold: z.boolean().default(false),
  /** The person has taken poison or cut themselves. The emergency room then comes first in every answer. */
  isTaken: z.boolean().default(false),
  /** The number of times that the chat asked a citizen near to suicide to move away. */
  timesAlone: z.number().default(0),
  /** The words with which the citizen said when and how officers may reach them, beside the consent. */
  reach: z.string().optional(),
});
export type UrgentData = z.infer<typeof UrgentData>;
export type Here = Context<UrgentData>;

/**
 * Returns whether the dangers are violence, of which the service stores no account.
 * It stores only that the citizen consented, and how officers can reach them.
 */
export const isSurvivors = (dangers: readonly Danger[]): boolean => dangerLaneOf(dangers) === "violence";

export const categoryOf = (dangers: readonly Danger[]): Category => dangerLaneOf(dangers) ?? "urgent";

/** Returns the key of the first text, for `lastSaid`; `undefined` for words of a pack. */
export const keyOfFirst = ([first]: readonly Text[]): string | undefined =>
  first && "key" in first ? first.key : undefined;

const ALONE: ReadonlySet<string | undefined> = new Set(["urgent.notAlone", "urgent.stepBack"]);

/** Remembers what the chat says now, so that it says no text about the danger twice in a row. */
export const rememberSaid = (say: readonly Text[], { timesAlone, isTaken }: UrgentData): Partial<UrgentData> => {
  const lastSaid = keyOfFirst(say);
  return {
    lastSaid,
    timesAlone: timesAlone + (ALONE.has(lastSaid) ? 1 : 0),
    isTaken: isTaken || lastSaid === "urgent.takenNow",
  };
};

/** Returns the values of the texts about an open report: its number, whom to call, and the agency. */
export const reportValues = ({ data, facts }: Here) => ({
  number: data.number ?? "",
  numbers: helplineNumbers(data.dangers, facts.district),
  agency: facts.district.agency.name,
});

/** Returns what the chat knows of the danger: the data of this flow, or the chat's report of danger of the last day. */
export function knownHere({ session, data }: Context): UrgentData {
  if (flowOf(session.at) === "urgent") return UrgentData.parse(data);
  if (!session.emergency) return UrgentData.parse({});
  const { number, dangers, isPlaced, placeAsked, isTaken } = session.emergency;
  return UrgentData.parse({ number, dangers, answered: dangers, isPlaced, placeAsked, isTaken });
}

/** The chat asks for the place at most this number of times. */
const MOST_PLACE_QUESTIONS = 2;

/** Returns where the chat rests while a report of danger is open: at the question for the place, or after it. */
export function restIn(data: UrgentData): { to: StateName; data: UrgentData } {
  const isAsked = data.area !== undefined || data.isPlaced || data.placeAsked >= MOST_PLACE_QUESTIONS;
  if (isAsked) return { to: "urgent.open", data };
  return { to: "urgent.place", data: { ...data, placeAsked: data.placeAsked + 1 } };
}

/** Remembers the report outside of this flow, unless it is of violence. */
export function rememberReport(number: string, { data, facts }: Here): Pick<Step, "session"> {
  if (isSurvivors(data.dangers)) return {};
  const { dangers, placeAsked, isTaken } = data;
  const isPlaced = data.isPlaced || data.area !== undefined;
  return { session: { emergency: { number, dangers, isPlaced, placeAsked, isTaken, at: facts.now } } };
}
