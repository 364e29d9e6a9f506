import { codeIndex, isSame, openSealed, sealHeld } from "../held-numbers.ts";
import { CODE_TRIES, type Held } from "../ports/held-numbers.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

export function mongoHeld({ at, vault, clock }: Context): Held {
  async function wrongCode(conversation: string, message: string, now: number) {
    await at.held.updateMany({ conversation, until: { $gt: now }, state: "held", tried: { $ne: message } }, [
      {
        $set: {
          tries: { $add: ["$tries", 1] },
          tried: message,
          state: { $cond: [{ $gte: ["$tries", CODE_TRIES - 1] }, "void", "held"] },
        },
      },
    ]);
    const counted = await at.held.find({ conversation, until: { $gt: now }, tried: message }).toArray();
    if (counted.length === 0) return { outcome: "over" as const };
    const least = Math.min(...counted.map(({ tries }) => tries));
    return { outcome: "wrong" as const, left: Math.max(CODE_TRIES - least, 0) };
  }

  return {
    async holdNumbers(held, lasts) {
      const { page, conversation, code, numbers } = held;
      const sealed = sealHeld(vault, held);
      const index = codeIndex(vault, code);
      const now = clock.now();
      const fresh = { state: "held" as const, tries: 0, tried: null, taken: null, until: now + lasts };
      if (await insertOnce(at.held.insertOne({ _id: page, conversation, code: index, sealed, ...fresh }))) return code;
      const known = await at.held.findOne({ _id: page, state: "held", until: { $gt: now } });
      if (!known) return undefined;
      const before = openSealed(vault, page, known.sealed);
      if (isSame(before.numbers, numbers)) return before.code;
      const { matchedCount } = await at.held.updateOne(
        { _id: page, state: "held" },
        { $set: { code: index, sealed, tries: 0, tried: null } },
      );
      return matchedCount > 0 ? code : undefined;
    },

    async openHeld(code, conversation, message) {
      const now = clock.now();
      const index = codeIndex(vault, code);
      const found = await at.held.find({ code: index, until: { $gt: now } }).toArray();
      const own = found.find((doc) => doc.conversation === conversation);
      if (own) {
        const taken = await at.held.findOneAndUpdate(
          { _id: own._id, code: index, $or: [{ state: "held" }, { state: "taken", taken: message }] },
          { $set: { state: "taken", taken: message } },
          { returnDocument: "after" },
        );
        if (!taken) return { outcome: "over" };
        return { outcome: "opened", numbers: openSealed(vault, taken._id, taken.sealed).numbers };
      }
      if (found.length === 0) return wrongCode(conversation, message, now);
      await at.held.updateMany(
        { _id: { $in: found.map(({ _id }) => _id) }, state: "held" },
        { $set: { state: "void" } },
      );
      return { outcome: "elsewhere" };
    },

    async dropHeld() {
      return (await at.held.deleteMany({ until: { $lte: clock.now() } })).deletedCount;
    },
  };
}
