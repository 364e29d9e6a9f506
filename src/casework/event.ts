import { z } from "zod";
import { withFormerNames } from "../vocabulary/acts.ts";
import { MediaFile } from "../vocabulary/message.ts";
import { Head } from "./amend.ts";
import { Fetched } from "./attachment.ts";
import { Lane } from "./lane.ts";
import { NumberTyped } from "./mentioned.ts";
import { Notice } from "./notice.ts";

const Written = z.object({ text: z.string() });
/** What an officer's own words mention, and what they do to who may read the ticket. */
const Own = { mentioned: z.array(NumberTyped).optional(), lane: Lane.optional() };
/** `outbound` is the id of the message that carries the words to the citizen's chat. */
const ToCitizen = Written.extend({ outbound: z.string().optional() });

const Stamp = z.object({
  /** Makes a repeated event harmless. */
  id: z.string(),
  at: z.number(),
  /** `citizen`, `system`, or an officer's name. */
  by: z.string(),
});

/** Everything that can happen to a ticket, each named as the act that brings it about. */
const Event = z.discriminatedUnion("type", [
  Stamp.extend({
    type: z.literal("add"),
    ...Written.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: Lane.optional(),
    /** The place it is about, where that was not known before. */
    area: z.string().optional(),
  }),
  /** The citizen says that it is not solved, and why. */
  Stamp.extend({
    type: z.literal("dispute"),
    ...Written.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: Lane.optional(),
  }),
  /** Its head was corrected: what is, what was, and in `text` why. `seen` is how many events its maker knew. */
  Stamp.extend({
    type: z.literal("amend"),
    ...Written.shape,
    ...Own,
    now: Head,
    was: Head.optional(),
    seen: z.number().optional(),
  }),
  /** The citizen takes back numbers of theirs, which the thread names by their endings only. */
  Stamp.extend({ type: z.literal("withhold"), ...Written.shape, endings: z.array(z.string()) }),
  /** Nothing of what was mentioned is kept any more. */
  Stamp.extend({ type: z.literal("erase"), ...Written.shape, withFiles: z.literal(true).optional() }),
  Stamp.extend({ type: z.literal("note"), ...Written.shape, ...Own }),
  Stamp.extend({ type: z.literal("answer"), ...ToCitizen.shape, ...Own }),
  Stamp.extend({ type: z.literal("ask"), ...ToCitizen.shape, ...Own }),
  Stamp.extend({ type: z.literal("repair"), ...ToCitizen.shape, ...Own }),
  /** `unfulfilled`: a request about data that was not done, and in `text` why. */
  Stamp.extend({ type: z.literal("close"), ...ToCitizen.shape, ...Own, unfulfilled: z.literal(true).optional() }),
  /** Given to an officer, whose shown name is `text`; none means the Dinsos list. `seen` is how many events were known; -1 sends it on. */
  Stamp.extend({
    type: z.literal("assign"),
    officer: z.string().optional(),
    beside: z.string().optional(),
    seen: z.number(),
    /** Whoever gives it has read it, and found nothing in it that accuses somebody near the place. */
    checked: z.literal(true).optional(),
    /** Who had it as far as the giver knew, `null` nobody: somebody else meanwhile refuses it. Absent where that does not matter. */
    from: z.string().nullable().optional(),
    /** What its officers are to be told of it, in place of what they were to be told before. */
    notices: z.array(Notice).optional(),
    ...ToCitizen.shape,
  }),
  /** An officer was told of a notice; the thread does not keep it. */
  Stamp.extend({ type: z.literal("tell"), ...Written.shape, officer: z.string(), notice: z.string() }),
  /** What officers were to hear at night waits until then, in ms; the thread does not keep it. */
  Stamp.extend({ type: z.literal("put-off"), ...Written.shape, until: z.number() }),
  /** A file was fetched from its platform, or refused. */
  Stamp.extend({ type: z.literal("fetch"), file: z.string(), fetched: Fetched, ...ToCitizen.shape }),
  /** Its officers were told that the clock of `due` (ms) is about to run out, or that it has. */
  Stamp.extend({ type: z.literal("remind"), ...Written.shape, due: z.number(), late: z.boolean() }),
  /** The citizen was reminded of the question that waits for them. */
  Stamp.extend({ type: z.literal("nudge"), ...ToCitizen.shape }),
  /** The citizen takes back what they added at `of` (ms): it was about something else. */
  Stamp.extend({
    type: z.literal("take-back"),
    ...Written.shape,
    of: z.number(),
    /** What was taken back had made the ticket confidential or barred somebody: that stays until an officer lowers it. */
    laneStays: z.literal(true).optional(),
  }),
  /** The citizen asks that the village does not read it. */
  Stamp.extend({ type: z.literal("confide"), ...Written.shape, lane: Lane.optional() }),
  /** The officer goes on without the citizen's answer. */
  Stamp.extend({ type: z.literal("proceed"), ...Written.shape, ...Own }),
]);

export const TicketEvent = withFormerNames(Event);
export type TicketEvent = z.infer<typeof Event>;
