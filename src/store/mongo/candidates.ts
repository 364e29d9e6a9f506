import { defined } from "../../defined.ts";
import type { CandidateDraft } from "../../effects/effect.ts";
import { type CandidateRow, candidateId, openCandidate, sealCandidate, sealLabelled } from "../candidate-words.ts";
import { type Candidates, MOST_CANDIDATES } from "../ports/candidates.ts";
import type { CandidateDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

export const candidateRow = ({ _id, district, at, chosen, sealed }: CandidateDoc): CandidateRow => ({
  id: _id,
  district,
  at: Math.floor(at),
  chosen,
  sealed,
});

export async function keepCandidate({ at, vault, clock }: Context, draft: CandidateDraft): Promise<void> {
  const { conversation, district } = draft;
  const _id = candidateId(vault, draft);
  const sealed = sealCandidate(vault, _id, draft);
  const fresh = { chosen: null, labelled: false, at: clock.now() };
  await insertOnce(at.candidate.insertOne({ _id, conversation, district, sealed, ...fresh }));
  const old = await at.candidate
    .find({ conversation }, { projection: { _id: 1 } })
    .sort({ at: -1 })
    .skip(MOST_CANDIDATES)
    .toArray();
  if (old.length > 0) await at.candidate.deleteMany({ _id: { $in: old.map((one) => one._id) } });
}

/** Notes the citizen's choice after a message that the chat did not understand. */
export async function noteCandidateChoice({ at }: Context, conversation: string, chosen: string): Promise<void> {
  const newest = await at.candidate.findOne({ conversation }, { sort: { at: -1 } });
  if (newest) await at.candidate.updateOne({ _id: newest._id, chosen: null }, { $set: { chosen } });
}

export const mongoCandidates = ({ at, vault }: Context): Candidates => ({
  async candidates({ district, labelled = false, limit }) {
    const asked = defined({ district, labelled: labelled || undefined });
    const docs = await at.candidate.find(asked).sort({ at: -1 }).limit(limit).toArray();
    return docs.map((doc) => openCandidate(vault, candidateRow(doc)));
  },

  async candidate(id) {
    const doc = await at.candidate.findOne({ _id: id });
    return doc ? openCandidate(vault, candidateRow(doc)) : undefined;
  },

  async labelCandidate(id, labelled) {
    for (;;) {
      const doc = await at.candidate.findOne({ _id: id });
      if (!doc) return false;
      const sealed = sealLabelled(vault, candidateRow(doc), labelled);
      const { matchedCount } = await at.candidate.updateOne(
        { _id: id, sealed: doc.sealed },
        { $set: { sealed, labelled: true } },
      );
      if (matchedCount > 0) return true;
    }
  },

  dropCandidate: async (id) => (await at.candidate.deleteOne({ _id: id })).deletedCount > 0,
});
