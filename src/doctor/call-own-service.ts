import { randomBytes } from "node:crypto";
import { lookup } from "node:dns/promises";
import { REACHED, type Way, wayOfProof } from "../messaging/reach-proof.ts";
import type { Vault } from "../privacy/vault.ts";
import { isStoreWorked } from "../store/look-at-store.ts";
import type { Scene } from "./check.ts";

/**
 * - `way`: this service answered, and the request came this way.
 * - `elsewhere`: a service with the same keys and other data answered.
 * - `status`: another program answered.
 * - `failed`: no program answered; the value is the system's code.
 */
export type Reach = { way: Way } | { elsewhere: true } | { status: number } | { failed: string };

const PATIENCE = 4_500;
const PROOF_LENGTH = 22;

/** A service with a copy of the data gives the same proof. */
export async function callOwnService({ vault, config, isService }: Scene, base: string): Promise<Reach> {
  const found = await askForProof(vault, base);
  return "way" in found && !isService && isStoreWorked(config.storeUrl) === false ? { elsewhere: true } : found;
}

async function askForProof(vault: Vault, base: string): Promise<Reach> {
  const nonce = randomBytes(16).toString("base64url");
  try {
    const answer = await fetch(`${base}${REACHED}/${nonce}`, {
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
      headers: { "cache-control": "no-cache" },
    });
    const text = (await answer.text()).slice(0, PROOF_LENGTH + 1);
    const way = answer.status === 200 ? wayOfProof(vault, nonce, text) : undefined;
    return way ? { way } : { status: answer.status };
  } catch (thrown) {
    const failed = failureCodeOf(thrown);
    return { failed: failed === "ENOTFOUND" && !(await resolvesNames()) ? NO_NAMES : failed };
  }
}

const NO_NAMES = "EAI_AGAIN";
const resolvesNames = (): Promise<boolean> =>
  lookup("api.telegram.org").then(
    () => true,
    () => false,
  );

/** `fetch` hides the system's code in the cause of the error. */
function failureCodeOf(thrown: unknown): string {
  const { name, cause } = thrown as Error & { cause?: { code?: string; errors?: { code?: string }[] } };
  if (name === "TimeoutError") return "ETIMEDOUT";
  return cause?.code ?? cause?.errors?.[0]?.code ?? name;
}
