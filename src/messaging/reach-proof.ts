import type { Vault } from "../privacy/vault.ts";

/** How a call reached this service: through a proxy that it trusts, through another proxy, or without a proxy. */
const WAYS = ["believed", "stranger", "bare"] as const;
export type Way = (typeof WAYS)[number];

/** A path below `/webhooks`, which every proxy lets through for the platforms. */
export const REACHED = "/webhooks/reached";

/**
 * Returns a service's answer to a caller who asks whether a URL leads to it. Only a caller who has the same keys can
 * tell from the answer that this service gave it, and how the call came.
 */
export const reachedProof = (vault: Pick<Vault, "index">, nonce: string, way: Way): string =>
  vault.index("reached", `${nonce} ${way}`);

/** Reads the way from an answer of `reachedProof`; `undefined` if the answer comes from a service with other keys. */
export const wayOfProof = (vault: Pick<Vault, "index">, nonce: string, proof: string): Way | undefined =>
  WAYS.find((way) => reachedProof(vault, nonce, way) === proof);
