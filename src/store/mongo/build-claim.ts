import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../vocabulary/errors.ts";
import type { Collections, GenerationDoc } from "./collections.ts";
import { insertOnce } from "./errors.ts";

type Generations = Collections["generation"];
type Pointer = Omit<GenerationDoc, "_id" | "building">;

/** In ms. Another import takes over a claim that was not renewed for `gone`. */
const PACE = { beat: 2_000, look: 500, gone: 12_000 };

export type BuildClaim = {
  /** Throws IMPORT_UNREADABLE if the claim is lost. */
  check(): void;
  /** Rejects with IMPORT_UNREADABLE if the claim is lost. */
  publish(pointer: Pointer): Promise<void>;
  release(): Promise<void>;
};

const importRunningError = () =>
  new AppError(
    "IMPORT_UNREADABLE",
    "another import of this list is at work: wait until it has ended, then start this one again",
  );
const importLostError = () =>
  new AppError("IMPORT_UNREADABLE", "another import of this list was quicker; this one was given up");

/** Rejects with IMPORT_UNREADABLE while another import works on the list. */
export async function claimBuild(at: Generations, _id: string, id: string, pace = PACE): Promise<BuildClaim> {
  let isOurs = false;
  while (!isOurs) isOurs = (await takeFreeClaim(at, _id, id)) || (await takeOverClaim(at, _id, id, pace));
  const ownClaim = { _id, "building.id": id };
  let isLost = false;
  const timer = setInterval(async () => {
    const renewal = await at.updateOne(ownClaim, { $inc: { "building.beat": 1 } }).catch(() => undefined);
    if (renewal?.matchedCount === 0) isLost = true;
  }, pace.beat);
  timer.unref();
  return {
    check() {
      if (isLost) throw importLostError();
    },
    async publish(pointer) {
      clearInterval(timer);
      if ((await at.replaceOne(ownClaim, pointer)).matchedCount === 0) throw importLostError();
    },
    async release() {
      clearInterval(timer);
      await at.deleteOne({ ...ownClaim, id: { $exists: false } });
      await at.updateOne(ownClaim, { $unset: { building: 1 } });
    },
  };
}

async function takeFreeClaim(at: Generations, _id: string, id: string): Promise<boolean> {
  const building = { id, beat: 0 };
  if (await insertOnce(at.insertOne({ _id, building }))) return true;
  return (await at.updateOne({ _id, building: { $exists: false } }, { $set: { building } })).matchedCount === 1;
}

/** Returns false if the owner gave the claim back. */
async function takeOverClaim(at: Generations, _id: string, id: string, pace: typeof PACE): Promise<boolean> {
  const first = (await at.findOne({ _id }))?.building;
  if (!first) return false;
  for (const started = performance.now(); performance.now() - started < pace.gone; ) {
    await pause(pace.look);
    const current = (await at.findOne({ _id }))?.building;
    if (!current) return false;
    if (current.id !== first.id || current.beat !== first.beat) throw importRunningError();
  }
  const same = { _id, "building.id": first.id, "building.beat": first.beat };
  if ((await at.updateOne(same, { $set: { building: { id, beat: 0 } } })).matchedCount === 1) return true;
  throw importRunningError();
}
