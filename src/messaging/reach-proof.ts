import type { Vault } from "../privacy/vault.ts";

/** How a request reached this service: through a trusted proxy, through another proxy, or without a proxy. */
const WAYS = ["believed", "stranger", "bare"] as const;
export type Way = (typeof WAYS)[number];

/** Every proxy must let paths below `/webhooks` through. */
export const REACHED = "/webhooks/reached";

export const reachedProof = (vault: Pick<Vault, "index">, nonce: string, way: Way): string =>
  vault.index("reached", `${nonce} ${way}`);

/** Returns `undefined` if a service with other keys gave the answer. */
export const wayOfProof = (vault: Pick<Vault, "index">, nonce: string, proof: string): Way | undefined =>
  WAYS.find((way) => reachedProof(vault, nonce, way) === proof);
