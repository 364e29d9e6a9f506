import { randomBytes } from "node:crypto";
import { lookup } from "node:dns/promises";
import { REACHED, type Way, wayOfProof } from "../messaging/reached.ts";
import type { Vault } from "../privacy/vault.ts";
import { isStoreWorked } from "../store/look.ts";
import type { Scene } from "./check.ts";

/** What a URL leads to: this service (and by which way), one with its keys that works other data, something that answers otherwise, or nothing, with the system's name for why. */
export type Reach = { way: Way } | { elsewhere: true } | { status: number } | { failed: string };

/** Ms. */
const PATIENCE = 4_500;
const PROOF_LENGTH = 22;

/**
 * Asks a URL for the proof that only this service can give. A copy of its data, a restored one among them, has its keys
 * too: what answers while nobody works this file is the service of another.
 */
export async function reach({ vault, config, isService }: Scene, base: string): Promise<Reach> {
  const found = await ask(vault, base);
  return "way" in found && !isService && isStoreWorked(config.storeUrl) === false ? { elsewhere: true } : found;
}

/** Follows no redirect. */
async function ask(vault: Vault, base: string): Promise<Reach> {
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
    const failed = nameOf(thrown);
    return { failed: failed === "ENOTFOUND" && !(await resolvesNames()) ? NO_NAMES : failed };
  }
}

/** As the system says where no name server answers. */
const NO_NAMES = "EAI_AGAIN";
/** A host that is always there: where it has no address either, this machine has no way out, and our own host is no one's fault. */
const resolvesNames = (): Promise<boolean> =>
  lookup("api.telegram.org").then(
    () => true,
    () => false,
  );

/** `fetch` hides what happened in the cause of its error. */
function nameOf(thrown: unknown): string {
  const { name, cause } = thrown as Error & { cause?: { code?: string; errors?: { code?: string }[] } };
  if (name === "TimeoutError") return "ETIMEDOUT";
  return cause?.code ?? cause?.errors?.[0]?.code ?? name;
}
