import { z } from "zod";
import { withFormerNames } from "../vocabulary/acts.ts";
import { OFFICES, PART_OUTCOMES } from "../vocabulary/lists.ts";
import { MediaFile } from "../vocabulary/message.ts";
import { Head } from "./amend.ts";
import { Fetched } from "./attachment.ts";
import { LaneChange } from "./lane.ts";
import { NumberTyped } from "./mentioned-numbers.ts";
import { Notice } from "./notice.ts";

const WithText = z.object({ text: z.string() });
/** `office` is set if the officer's office has an open part. */
const OfficerWords = {
  mentioned: z.array(NumberTyped).optional(),
  lane: LaneChange.optional(),
  office: z.enum(OFFICES).optional(),
};
/** `outbound` is the id of the message that brings the words to the citizen's chat. */
const ToCitizen = WithText.extend({ outbound: z.string().optional() });

const Stamp = z.object({
  id: z.string(),
  at: z.number(),
  /** `citizen`, `system`, or the name or id of an officer or operator. */
  by: z.string(),
  /** The ticket's version after this event; absent in entries of older releases. */
  version: z.number().optional(),
  /** A keyed hash of the caller's whole request. */
  wordsHash: z.string().optional(),
});

const Event = z.discriminatedUnion("type", [
  Stamp.extend({
    type: z.literal("add"),
    ...WithText.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: LaneChange.optional(),
    /** `moves`: the citizen corrects the ticket's `area`. */
    area: z.string().optional(),
    moves: z.literal(true).optional(),
    /** The thread never keeps the phone number. */
    phone: z.string().optional(),
    withdraws: z.literal(true).optional(),
  }),
  Stamp.extend({
    type: z.literal("dispute"),
    ...WithText.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: LaneChange.optional(),
  }),
  /** `seen`: the length of the thread when the desk read the ticket. */
  Stamp.extend({
    type: z.literal("amend"),
    ...WithText.shape,
    ...OfficerWords,
    now: Head,
    was: Head.optional(),
    seen: z.number().optional(),
  }),
  /** `endings`: the last two digits of each number that the citizen takes back. */
  Stamp.extend({ type: z.literal("withhold"), ...WithText.shape, endings: z.array(z.string()) }),
  Stamp.extend({ type: z.literal("erase"), ...WithText.shape, withFiles: z.literal(true).optional() }),
  Stamp.extend({ type: z.literal("note"), ...WithText.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("answer"), ...ToCitizen.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("ask"), ...ToCitizen.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("repair"), ...ToCitizen.shape, ...OfficerWords }),
  Stamp.extend({
    type: z.literal("close"),
    ...ToCitizen.shape,
    ...OfficerWords,
    unfulfilled: z.literal(true).optional(),
  }),
  /**
   * Without `officer`, the ticket goes to the Dinsos list. `seen`: the length of the thread that the giver knew, or -1
   * to ask for routing.
   */
  Stamp.extend({
    type: z.literal("assign"),
    officer: z.string().optional(),
    beside: z.string().optional(),
    seen: z.number(),
    checked: z.literal(true).optional(),
    /** The assignee that the giver knew, or `null`. */
    from: z.string().nullable().optional(),
    /** These notices replace waiting notices to the same officers. */
    notices: z.array(Notice).optional(),
    ...ToCitizen.shape,
  }),
  /** `text`: the task for the office. */
  Stamp.extend({
    type: z.literal("share"),
    ...ToCitizen.shape,
    ...OfficerWords,
    office: z.enum(OFFICES),
    officer: z.string().optional(),
    notices: z.array(Notice).optional(),
  }),
  Stamp.extend({
    type: z.literal("end-part"),
    ...ToCitizen.shape,
    ...OfficerWords,
    office: z.enum(OFFICES),
    outcome: z.enum(PART_OUTCOMES),
  }),
  /** The thread does not keep this event. */
  Stamp.extend({
    type: z.literal("tell"),
    ...WithText.shape,
    officer: z.string(),
    notice: z.string(),
    again: Notice.optional(),
    reached: z.string().optional(),
    messages: z.array(z.string()).optional(),
  }),
  /** `until`: when the night ends (ms). The thread does not keep this event. */
  Stamp.extend({ type: z.literal("put-off"), ...WithText.shape, until: z.number() }),
  Stamp.extend({ type: z.literal("fetch"), file: z.string(), fetched: Fetched, ...ToCitizen.shape }),
  /**
   * - `due`: when the clock runs out (ms).
   * - `part`: the number of the part; absent for the ticket's own clock.
   */
  Stamp.extend({
    type: z.literal("remind"),
    ...WithText.shape,
    due: z.number(),
    late: z.boolean(),
    part: z.number().optional(),
  }),
  Stamp.extend({ type: z.literal("nudge"), ...ToCitizen.shape }),
  Stamp.extend({
    type: z.literal("take-back"),
    ...WithText.shape,
    of: z.number(),
    laneStays: z.literal(true).optional(),
  }),
  Stamp.extend({ type: z.literal("confide"), ...WithText.shape, lane: LaneChange.optional() }),
  Stamp.extend({ type: z.literal("proceed"), ...WithText.shape, ...OfficerWords }),
]);

export const TicketEvent = withFormerNames(Event);
export type TicketEvent = z.infer<typeof Event>;
