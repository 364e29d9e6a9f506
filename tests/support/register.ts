import { type Recipient, rowSeal } from "../../src/register/recipient.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { testVault } from "./keys.ts";

export async function publishPeople(store: Store, people: readonly Recipient[]): Promise<void> {
  const vault = testVault();
  const generation = await store.newGeneration("register", "lamongan", "2026-11-01");
  await generation.add(
    people.map((one) => ({
      nik: vault.index("nik", one.nik),
      kk: one.kk ? vault.index("kk", one.kk) : null,
      hash: vault.index("row", JSON.stringify(one)),
      sealed: new Uint8Array(vault.seal(one, rowSeal("register", "lamongan"))),
    })),
  );
  await generation.publish();
}
