import type { Vault } from "../privacy/vault.ts";

/** How a call came to this service: by a proxy that is believed, by one that is not, or by none that says whom it speaks for. */
const WAYS = ["believed", "stranger", "bare"] as const;
export type Way = (typeof WAYS)[number];

/** It lies under a path that every proxy lets through for the platforms. */
export const REACHED = "/webhooks/reached";

/**
 * A service's answer to a caller who asks whether a URL leads to it: only a caller who has its keys can read from it that it is this
 * service, and how the call came. Anybody else learns nothing.
 */
export const reachedProof = (vault: Pick<Vault, "index">, nonce: string, way: Way): string =>
  vault.index("reached", `${nonce} ${way}`);

/** `undefined`: another service, with other keys. */
export const wayOfProof = (vault: Pick<Vault, "index">, nonce: string, proof: string): Way | undefined =>
  WAYS.find((way) => reachedProof(vault, nonce, way) === proof);
