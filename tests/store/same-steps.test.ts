import { randomBytes } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Vault } from "../../src/privacy/vault.ts";
import { rowSeal } from "../../src/register/recipient.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { StoreOptions } from "../../src/store/options.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { storeOptions, testVault } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";

const stores: [string, (options: StoreOptions) => Promise<Store>][] = [
  ["SQLite", (options) => openSqlite("sqlite::memory:", options)],
  ...(mongoUrl
    ? [
        [
          "MongoDB",
          async (options: StoreOptions) => {
            const { url, drop } = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
            onTestFinished(drop);
            return openMongo(url, options);
          },
        ] as [string, (options: StoreOptions) => Promise<Store>],
      ]
    : []),
];

/** `took` returns how many values the vault has unsealed since the last call. */
function counting(): { vault: Vault; took: () => number } {
  const vault = testVault();
  let opened = 0;
  return {
    vault: {
      ...vault,
      open(sealed, about) {
        opened += 1;
        return vault.open(sealed, about);
      },
    },
    took: () => {
      const count = opened;
      opened = 0;
      return count;
    },
  };
}

describe.each(stores)("a look-up over %s", (_, open) => {
  it.each([1, 2, 4, 6])(
    "opens as many values when it finds no person as when it finds a family of %d",
    async (size) => {
      const { vault, took } = counting();
      const store = await open({ ...storeOptions(), vault });
      onTestFinished(() => store.close());
      const generation = await store.newGeneration("register", "lamongan", "2026-11-01");
      const people = Array.from({ length: size }, (_, index) => ({
        nik: `${NIK.slice(0, -1)}${index}`,
        kk: KK,
        name: "Siti Aminah",
        valid: true,
        reasons: [],
      }));
      await generation.add(
        people.map((person, index) => ({
          nik: vault.index("nik", person.nik),
          kk: vault.index("kk", KK),
          hash: `hash ${index}`,
          sealed: vault.seal(person, rowSeal("register", "lamongan")),
        })),
      );
      await generation.publish();
      const countOf = async (work: Promise<unknown[]>) => {
        took();
        return { found: (await work).length, opened: took() };
      };
      const byNik = await countOf(store.recipientsByNik("lamongan", people[0]?.nik ?? ""));
      expect(await countOf(store.recipientsByNik("lamongan", "3524015206799999"))).toEqual({ ...byNik, found: 0 });
      const byKk = await countOf(store.recipientsByKk("lamongan", KK));
      expect(byKk.found).toBe(size);
      expect(await countOf(store.recipientsByKk("lamongan", "3524010201199999"))).toEqual({ ...byKk, found: 0 });
    },
  );
});
