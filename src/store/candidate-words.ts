import { z } from "zod";
import { defined } from "../defined.ts";
import type { CandidateDraft } from "../effects/effect.ts";
import type { Vault } from "../privacy/vault.ts";
import type { Candidate, LabelledExample } from "./ports/candidates.ts";

const Words = z.object({
  text: z.string(),
  offered: z.array(z.string()),
  labelled: z
    .object({ label: z.string(), language: z.string(), text: z.string(), by: z.string(), at: z.number() })
    .optional(),
});
type Words = z.infer<typeof Words>;

export type CandidateRow = { id: string; district: string; at: number; chosen: string | null; sealed: Uint8Array };

const about = (id: string): string => `candidate ${id}`;

/** In hexadecimal digits; short enough that an operator can type the id. */
const ID_LENGTH = 12;

export const candidateId = (vault: Vault, { id }: Pick<CandidateDraft, "id">): string =>
  Buffer.from(vault.index("candidate", id), "base64url").toString("hex").slice(0, ID_LENGTH);

export const sealCandidate = (vault: Vault, id: string, { text, offered }: CandidateDraft): Buffer =>
  vault.seal({ text, offered } satisfies Words, about(id));

export function openCandidate(vault: Vault, { id, district, at, chosen, sealed }: CandidateRow): Candidate {
  const { text, offered, labelled } = Words.parse(vault.open(sealed, about(id)));
  return { id, district, at, text, offered, ...defined({ chosen: chosen ?? undefined, labelled }) };
}

export function sealLabelled(vault: Vault, row: CandidateRow, labelled: LabelledExample): Buffer {
  const { text, offered } = openCandidate(vault, row);
  return vault.seal({ text, offered, labelled } satisfies Words, about(row.id));
}
