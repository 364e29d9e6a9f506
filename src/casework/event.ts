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
/** `office` is the officer's office if it has a part of the ticket. */
const OfficerWords = {
  mentioned: z.array(NumberTyped).optional(),
  lane: LaneChange.optional(),
  office: z.enum(OFFICES).optional(),
};
/** `outbound` is the id of the message that brings the words to the citizen's chat. */
const ToCitizen = WithText.extend({ outbound: z.string().optional() });

const Stamp = z.object({
  /** An event with the id of a stored event changes nothing. */
  id: z.string(),
  at: z.number(),
  /** The author of the event: `citizen`, `system`, or the name or id of an officer or an operator. */
  by: z.string(),
  /** The ticket's version after this event; absent in entries of releases without versions. */
  version: z.number().optional(),
  /** A keyed hash of the caller's whole request: another request with the same act id is refused. */
  wordsHash: z.string().optional(),
});

/** The type of an event is the name of the act that causes it. */
const Event = z.discriminatedUnion("type", [
  Stamp.extend({
    type: z.literal("add"),
    ...WithText.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: LaneChange.optional(),
    /** Ignored if the ticket has a place already, unless the citizen corrects the place (`moves`). */
    area: z.string().optional(),
    moves: z.literal(true).optional(),
    /** The phone number at which the citizen now wants to be called; the thread never keeps the number. */
    phone: z.string().optional(),
    withdraws: z.literal(true).optional(),
  }),
  /** The citizen says that the ticket's problem is not solved, and why. */
  Stamp.extend({
    type: z.literal("dispute"),
    ...WithText.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: LaneChange.optional(),
  }),
  /**
   * An officer corrected the ticket's head from `was` to `now`, for the reason `text`. `seen` is the number of the
   * ticket's entries when the request was read.
   */
  Stamp.extend({
    type: z.literal("amend"),
    ...WithText.shape,
    ...OfficerWords,
    now: Head,
    was: Head.optional(),
    seen: z.number().optional(),
  }),
  /** The citizen takes back typed numbers; the thread keeps only their last two digits (`endings`). */
  Stamp.extend({ type: z.literal("withhold"), ...WithText.shape, endings: z.array(z.string()) }),
  /** The mentioned numbers were erased and, with `withFiles`, the files too. */
  Stamp.extend({ type: z.literal("erase"), ...WithText.shape, withFiles: z.literal(true).optional() }),
  Stamp.extend({ type: z.literal("note"), ...WithText.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("answer"), ...ToCitizen.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("ask"), ...ToCitizen.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("repair"), ...ToCitizen.shape, ...OfficerWords }),
  /** With `unfulfilled`, an officer closed a request about data without fulfilling it, and `text` says why. */
  Stamp.extend({
    type: z.literal("close"),
    ...ToCitizen.shape,
    ...OfficerWords,
    unfulfilled: z.literal(true).optional(),
  }),
  /**
   * The ticket went to `officer`, whose displayed name is `text`, or without `officer` to the Dinsos list. `seen` is
   * the number of entries that the giver knew, or -1 to route the ticket once more.
   */
  Stamp.extend({
    type: z.literal("assign"),
    officer: z.string().optional(),
    beside: z.string().optional(),
    seen: z.number(),
    /** Set if the giver found that the words accuse nobody near the place, which settles a doubt. */
    checked: z.literal(true).optional(),
    /**
     * The assignee that the giver knew of (`null`: none); with another assignee, the event is refused. Without `from`,
     * any assignee is accepted.
     */
    from: z.string().nullable().optional(),
    /** These notices replace waiting notices of their officers, of the assignee, and of officers who lost the ticket. */
    notices: z.array(Notice).optional(),
    ...ToCitizen.shape,
  }),
  /**
   * `office` got a part of the ticket, or its open part went to another of its officers. `text` is the task of the
   * office; `notices` are added to the notices that still wait.
   */
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
  /**
   * A notice was sent, does not concern the officer any more, or is replaced by `again`; the thread does not keep this
   * event. `reached` names a sent call for a person in danger, `messages` the messages that told the officer that the
   * ticket is theirs.
   */
  Stamp.extend({
    type: z.literal("tell"),
    ...WithText.shape,
    officer: z.string(),
    notice: z.string(),
    again: Notice.optional(),
    reached: z.string().optional(),
    messages: z.array(z.string()).optional(),
  }),
  /** Reminders and notices wait until `until` (ms), because it is night; the thread does not keep this event. */
  Stamp.extend({ type: z.literal("put-off"), ...WithText.shape, until: z.number() }),
  Stamp.extend({ type: z.literal("fetch"), file: z.string(), fetched: Fetched, ...ToCitizen.shape }),
  /**
   * The service told the ticket's officers of the clock that ends at `due` (ms), or with `late` has run out. `part` is
   * the number of the part with this clock; without `part`, the clock is the ticket's own.
   */
  Stamp.extend({
    type: z.literal("remind"),
    ...WithText.shape,
    due: z.number(),
    late: z.boolean(),
    part: z.number().optional(),
  }),
  Stamp.extend({ type: z.literal("nudge"), ...ToCitizen.shape }),
  /** The citizen takes back the words that they added at `of` (ms). */
  Stamp.extend({
    type: z.literal("take-back"),
    ...WithText.shape,
    of: z.number(),
    /** The words had made the ticket confidential or had barred an officer: both stay until an officer changes them. */
    laneStays: z.literal(true).optional(),
  }),
  /** The citizen asks that officers of the village do not read the ticket. */
  Stamp.extend({ type: z.literal("confide"), ...WithText.shape, lane: LaneChange.optional() }),
  Stamp.extend({ type: z.literal("proceed"), ...WithText.shape, ...OfficerWords }),
]);

export const TicketEvent = withFormerNames(Event);
export type TicketEvent = z.infer<typeof Event>;
