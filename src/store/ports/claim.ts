import type { Limits } from "./limits.ts";

/**
 * Claims the key for `lasts` ms. Returns the function that gives the claim back, or `undefined` if another worker has
 * the claim.
 */
export async function claimKey(
  store: Pick<Limits, "count" | "takeBack">,
  key: string,
  lasts: number,
): Promise<(() => Promise<void>) | undefined> {
  const rule = { key, limit: 1, window: lasts, add: 1, once: crypto.randomUUID() };
  const giveBack = () => store.takeBack([rule]);
  const { exceeded } = await store.count([rule]);
  if (exceeded === undefined) return giveBack;
  await giveBack();
  return undefined;
}
