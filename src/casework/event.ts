import { z } from "zod";
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

/** Everything that can happen to a ticket. */
export const TicketEvent = z.discriminatedUnion("type", [
  Stamp.extend({
    type: z.literal("added"),
    ...Written.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: Lane.optional(),
    /** The place it is about, where that was not known before. */
    area: z.string().optional(),
  }),
  /** The citizen says that it is not solved, and why. */
  Stamp.extend({
    type: z.literal("disputed"),
    ...Written.shape,
    files: z.array(MediaFile).optional(),
    mentioned: z.array(NumberTyped).optional(),
    lane: Lane.optional(),
  }),
  /** Its head was corrected: what is, what was, and in `text` why. `seen` is how many events its maker knew. */
  Stamp.extend({
    type: z.literal("amended"),
    ...Written.shape,
    ...Own,
    now: Head,
    was: Head.optional(),
    seen: z.number().optional(),
  }),
  /** The citizen takes back numbers of theirs, which the thread names by their endings only. */
  Stamp.extend({ type: z.literal("withheld"), ...Written.shape, endings: z.array(z.string()) }),
  /** Nothing of what was mentioned is kept any more. */
  Stamp.extend({ type: z.literal("erased"), ...Written.shape, withFiles: z.literal(true).optional() }),
  Stamp.extend({ type: z.literal("noted"), ...Written.shape, ...Own }),
  Stamp.extend({ type: z.literal("answered"), ...ToCitizen.shape, ...Own }),
  Stamp.extend({ type: z.literal("asked"), ...ToCitizen.shape, ...Own }),
  Stamp.extend({ type: z.literal("repaired"), ...ToCitizen.shape, ...Own }),
  /** `unfulfilled`: a request about data that was not done, and in `text` why. */
  Stamp.extend({ type: z.literal("closed"), ...ToCitizen.shape, ...Own, unfulfilled: z.literal(true).optional() }),
  /** Given to an officer, whose shown name is `text`; none means the Dinsos list. `seen` is how many events were known; -1 sends it on. */
  Stamp.extend({
    type: z.literal("routed"),
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
  Stamp.extend({ type: z.literal("told"), ...Written.shape, officer: z.string(), notice: z.string() }),
  /** What officers were to hear at night waits until then, in ms; the thread does not keep it. */
  Stamp.extend({ type: z.literal("put-off"), ...Written.shape, until: z.number() }),
  /** A file was fetched from its platform, or refused. */
  Stamp.extend({ type: z.literal("fetched"), file: z.string(), fetched: Fetched, ...ToCitizen.shape }),
  /** Its officers were told that the clock of `due` (ms) is about to run out, or that it has. */
  Stamp.extend({ type: z.literal("reminded"), ...Written.shape, due: z.number(), late: z.boolean() }),
  /** The citizen was reminded of the question that waits for them. */
  Stamp.extend({ type: z.literal("nudged"), ...ToCitizen.shape }),
  /** The citizen takes back what they added at `of` (ms): it was about something else. */
  Stamp.extend({
    type: z.literal("withdrawn"),
    ...Written.shape,
    of: z.number(),
    /** What was taken back had made the ticket confidential or barred somebody: that stays until an officer lowers it. */
    laneStays: z.literal(true).optional(),
  }),
  /** The citizen asks that the village does not read it. */
  Stamp.extend({ type: z.literal("confided"), ...Written.shape, lane: Lane.optional() }),
  /** The officer goes on without the citizen's answer. */
  Stamp.extend({ type: z.literal("proceeded"), ...Written.shape, ...Own }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;
