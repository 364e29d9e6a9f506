import { z } from "zod";
import { withFormerNames } from "../vocabulary/acts.ts";
import { OFFICES, PART_OUTCOMES } from "../vocabulary/lists.ts";
import { MediaFile } from "../vocabulary/message.ts";
import { Head } from "./amend.ts";
import { Fetched } from "./attachment.ts";
import { Lane } from "./lane.ts";
import { NumberTyped } from "./mentioned-numbers.ts";
import { Notice } from "./notice.ts";

const WithText = z.object({ text: z.string() });
/**
 * What an event keeps of an officer's words besides the text: the numbers that they mention, how they change who may
 * read the ticket, and the officer's office if it has a part of the ticket.
 */
const OfficerWords = {
  mentioned: z.array(NumberTyped).optional(),
  lane: Lane.optional(),
  office: z.enum(OFFICES).optional(),
};
/** `outbound` is the id of the message that carries the words to the citizen's chat. */
const ToCitizen = WithText.extend({ outbound: z.string().optional() });

const Stamp = z.object({
  /** A repeated event has the same id, so that the repeat changes nothing. */
  id: z.string(),
  at: z.number(),
  /** Who made the event: `citizen`, `system`, or the name or id of an officer or an operator. */
  by: z.string(),
  /** The ticket's version after this event; absent in entries of releases without versions. */
  version: z.number().optional(),
  /** A keyed hash of all that the caller gave, so that nobody can use the act's id for something else. */
  wordsHash: z.string().optional(),
});

/** All events that can happen to a ticket; the type of each is the name of the act that causes it. */
const Event = z.discriminatedUnion("type", [
  Stamp.extend({
    type: z.literal("add"),
    ...WithText.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: Lane.optional(),
    /** The place that the ticket is about; ignored if the ticket has a place already. */
    area: z.string().optional(),
    /** Set if the citizen withdraws the report with these words. */
    withdraws: z.literal(true).optional(),
  }),
  /** The citizen says that the ticket's problem is not solved, and why. */
  Stamp.extend({
    type: z.literal("dispute"),
    ...WithText.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: Lane.optional(),
  }),
  /**
   * The ticket's head was corrected. `now` and `was` are the values after and before, `text` is the reason. `seen` is
   * how many entries the ticket had when the officer's request was read.
   */
  Stamp.extend({
    type: z.literal("amend"),
    ...WithText.shape,
    ...OfficerWords,
    now: Head,
    was: Head.optional(),
    seen: z.number().optional(),
  }),
  /**
   * The citizen takes back numbers that they have typed; the thread keeps only the last two digits of each (`endings`).
   */
  Stamp.extend({ type: z.literal("withhold"), ...WithText.shape, endings: z.array(z.string()) }),
  /** The mentioned numbers were erased and, with `withFiles`, the files too. */
  Stamp.extend({ type: z.literal("erase"), ...WithText.shape, withFiles: z.literal(true).optional() }),
  Stamp.extend({ type: z.literal("note"), ...WithText.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("answer"), ...ToCitizen.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("ask"), ...ToCitizen.shape, ...OfficerWords }),
  Stamp.extend({ type: z.literal("repair"), ...ToCitizen.shape, ...OfficerWords }),
  /** `unfulfilled`: a request about data was closed without being fulfilled; `text` says why. */
  Stamp.extend({
    type: z.literal("close"),
    ...ToCitizen.shape,
    ...OfficerWords,
    unfulfilled: z.literal(true).optional(),
  }),
  /**
   * The ticket was given to `officer`, whose displayed name is `text`; without `officer` it stands on the list of the
   * Dinsos. `seen` is how many entries the giver knew; if it is -1, the ticket is routed once more.
   */
  Stamp.extend({
    type: z.literal("assign"),
    officer: z.string().optional(),
    beside: z.string().optional(),
    seen: z.number(),
    /**
     * The officer who gave the ticket has read it and found that it accuses nobody near its place. This settles a
     * doubt.
     */
    checked: z.literal(true).optional(),
    /**
     * The officer who had the ticket when the giver looked, `null` for nobody. The event is refused if another officer
     * has the ticket now. Absent if it does not matter who has the ticket.
     */
    from: z.string().nullable().optional(),
    /** Notices for the ticket's officers, which take the place of all notices that still wait. */
    notices: z.array(Notice).optional(),
    ...ToCitizen.shape,
  }),
  /**
   * Somebody gave `office` a part of the ticket, or gave the open part of `office` to another officer of that office.
   * `text` says what the office has to do. `notices` are added to the notices that still wait.
   */
  Stamp.extend({
    type: z.literal("share"),
    ...ToCitizen.shape,
    ...OfficerWords,
    office: z.enum(OFFICES),
    officer: z.string().optional(),
    notices: z.array(Notice).optional(),
  }),
  /** The part of `office` ended. */
  Stamp.extend({
    type: z.literal("end-part"),
    ...ToCitizen.shape,
    ...OfficerWords,
    office: z.enum(OFFICES),
    outcome: z.enum(PART_OUTCOMES),
  }),
  /**
   * A notice was sent to its officer, or does not concern the officer any more. The thread does not keep this event.
   */
  Stamp.extend({ type: z.literal("tell"), ...WithText.shape, officer: z.string(), notice: z.string() }),
  /** Reminders and notices that fell due at night wait until `until` (ms); the thread does not keep this event. */
  Stamp.extend({ type: z.literal("put-off"), ...WithText.shape, until: z.number() }),
  /** A file was fetched from its platform, or refused. */
  Stamp.extend({ type: z.literal("fetch"), file: z.string(), fetched: Fetched, ...ToCitizen.shape }),
  /**
   * The ticket's officers were told that the clock that ends at `due` (ms) is about to run out or, with `late`, has run
   * out; `part` is the number of the part that has this clock; absent if the clock is the ticket's own.
   */
  Stamp.extend({
    type: z.literal("remind"),
    ...WithText.shape,
    due: z.number(),
    late: z.boolean(),
    part: z.number().optional(),
  }),
  /** The citizen was reminded of the question that waits for them. */
  Stamp.extend({ type: z.literal("nudge"), ...ToCitizen.shape }),
  /** The citizen takes back the words that they added at `of` (ms), which were about something else. */
  Stamp.extend({
    type: z.literal("take-back"),
    ...WithText.shape,
    of: z.number(),
    /**
     * The words taken back had made the ticket confidential or barred an officer: both stay as they are until an
     * officer changes them.
     */
    laneStays: z.literal(true).optional(),
  }),
  /** The citizen asks that officers of the village do not read the ticket. */
  Stamp.extend({ type: z.literal("confide"), ...WithText.shape, lane: Lane.optional() }),
  /** The officer goes on without the citizen's answer. */
  Stamp.extend({ type: z.literal("proceed"), ...WithText.shape, ...OfficerWords }),
]);

export const TicketEvent = withFormerNames(Event);
export type TicketEvent = z.infer<typeof Event>;
