import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../vocabulary/errors.ts";
import type { Collections, GenerationDoc } from "./collections.ts";
import { unlessThere } from "./errors.ts";

type Generations = Collections["generation"];
type Pointer = Omit<GenerationDoc, "_id" | "building">;

/** Ms between two beats of an import at work, between two looks at them, and without one until it counts as gone. */
const PACE = { beat: 2_000, look: 500, gone: 12_000 };

/**
 * The right to build a list, held in the list's pointer so that one write checks it and makes the list live. Its holder
 * counts `beat` up; a claim that stands still belonged to an import that was killed, and the next one takes it over.
 */
export type BuildClaim = {
  /** Throws IMPORT_UNREADABLE once another import has taken over. */
  check(): void;
  /** Makes the pointer name this generation and gives the claim back. Throws IMPORT_UNREADABLE if it was lost. */
  publish(pointer: Pointer): Promise<void>;
  /** Gives the claim back; the pointer stays. */
  release(): Promise<void>;
};

const atWork = () =>
  new AppError(
    "IMPORT_UNREADABLE",
    "another import of this list is at work: wait until it has ended, then start this one again",
  );
const givenUp = () =>
  new AppError("IMPORT_UNREADABLE", "another import of this list was quicker; this one was given up");

/** Claims the list `_id` for generation `id`. Throws IMPORT_UNREADABLE while another import works at it. */
export async function claimBuild(at: Generations, _id: string, id: string, pace = PACE): Promise<BuildClaim> {
  while (!(await takeFree(at, _id, id)) && !(await takeOver(at, _id, id, pace)));
  const own = { _id, "building.id": id };
  let isLost = false;
  const timer = setInterval(async () => {
    // A server that is away for a moment takes nothing from us: the write that publishes is what decides.
    const beaten = await at.updateOne(own, { $inc: { "building.beat": 1 } }).catch(() => undefined);
    if (beaten?.matchedCount === 0) isLost = true;
  }, pace.beat);
  timer.unref();
  return {
    check() {
      if (isLost) throw givenUp();
    },
    async publish(pointer) {
      clearInterval(timer);
      if ((await at.replaceOne(own, pointer)).matchedCount === 0) throw givenUp();
    },
    async release() {
      clearInterval(timer);
      await at.deleteOne({ ...own, id: { $exists: false } });
      await at.updateOne(own, { $unset: { building: 1 } });
    },
  };
}

/** True if nobody held the claim and it is ours now. */
async function takeFree(at: Generations, _id: string, id: string): Promise<boolean> {
  const building = { id, beat: 0 };
  if (await unlessThere(at.insertOne({ _id, building }))) return true;
  return (await at.updateOne({ _id, building: { $exists: false } }, { $set: { building } })).matchedCount === 1;
}

/** True if the holder gave no beat for so long and the claim is ours now, false if there is none any more. */
async function takeOver(at: Generations, _id: string, id: string, pace: typeof PACE): Promise<boolean> {
  const first = (await at.findOne({ _id }))?.building;
  if (!first) return false;
  for (const started = performance.now(); performance.now() - started < pace.gone; ) {
    await pause(pace.look);
    const now = (await at.findOne({ _id }))?.building;
    if (!now) return false;
    if (now.id !== first.id || now.beat !== first.beat) throw atWork();
  }
  const same = { _id, "building.id": first.id, "building.beat": first.beat };
  if ((await at.updateOne(same, { $set: { building: { id, beat: 0 } } })).matchedCount === 1) return true;
  throw atWork();
}
