import type { Vault } from "../privacy/vault.ts";

/** How a request reached this service: through a trusted proxy, through another proxy, or without a proxy. */
const WAYS = ["believed", "stranger", "bare"] as const;
export type Way = (typeof WAYS)[number];

/** A path below `/webhooks`, because every proxy has to let these paths through for the platforms. */
export const REACHED = "/webhooks/reached";

/** Returns a proof from which only a client with the same keys can read `way`. */
export const reachedProof = (vault: Pick<Vault, "index">, nonce: string, way: Way): string =>
  vault.index("reached", `${nonce} ${way}`);

/** Returns `undefined` if a service with other keys gave the answer. */
export const wayOfProof = (vault: Pick<Vault, "index">, nonce: string, proof: string): Way | undefined =>
  WAYS.find((way) => reachedProof(vault, nonce, way) === proof);
