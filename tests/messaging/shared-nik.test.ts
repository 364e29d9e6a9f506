import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPerson } from "../../src/messaging/find-person.ts";
import type { Asking } from "../../src/messaging/look-up-context.ts";
import { type Aid, type Recipient, rowSeal } from "../../src/register/recipient.ts";
import { type Fickle, fickleStores } from "../support/fickle-stores.ts";
import { testVault } from "../support/keys.ts";
import { someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";
import { publishPeople } from "../support/register.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";
const BOTH = expect.arrayContaining(["KTP_LAMA", "MENINGGAL"]);
const OTHER_KK = "3524010201199902";
const nurul = { nik: NIK, kk: KK, name: "NURUL", valid: false, reasons: ["NIK_GANDA"] } satisfies Recipient;
const budi = {
  nik: NIK,
  kk: KK,
  name: "BUDI SANTOSO",
  valid: false,
  reasons: ["MENINGGAL", "NIK_GANDA"],
} satisfies Recipient;

describe.each(fickleStores)("a NIK of two people, over $name", ({ open }) => {
  let opened: Fickle;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  async function look(people: Recipient[], proof: { kk: string } | { name: string }) {
    const { store } = opened;
    const { messaging } = await stages({ store });
    await publishPeople(store, people);
    const payment: Aid = { nik: NIK, programme: "PKH", state: "TERSALUR", amount: 300_000 };
    const generation = await store.newGeneration("aid", "lamongan", "2026-11-01");
    const vault = testVault();
    const sealed = vault.seal(payment, rowSeal("aid", "lamongan"));
    await generation.add([{ nik: vault.index("nik", NIK), kk: null, hash: "payment", sealed }]);
    await generation.publish();
    const asking = {
      stage: messaging,
      turn: { conversation: randomUUID(), contact: someone(), message: {} },
      district: { id: "lamongan" },
      session: { people: [], addresses: [] },
      once: "m1",
    } as unknown as Asking;
    return findPerson(asking, { find: "person", nik: NIK, proof });
  }

  it.each([
    ["in either order", [nurul, budi]],
    ["in the other order", [budi, nurul]],
  ])("of one family card gives no person's data, %s", async (_, people) => {
    const found = await look(people, { kk: KK });
    expect(found).toEqual({ find: "person", outcome: "shared", asOf: "2026-11-01" });
  });

  it.each<[string, Partial<Recipient>[], object]>([
    [
      "every reason that a row names, in either order",
      [{ reasons: ["KTP_LAMA"] }, { reasons: ["MENINGGAL"] }],
      { recipient: { valid: false, reasons: BOTH } },
    ],
    [
      "every reason, in the other order",
      [{ reasons: ["MENINGGAL"] }, { reasons: ["KTP_LAMA"] }],
      { recipient: { valid: false, reasons: BOTH } },
    ],
    ["valid if all rows are", [{ valid: true }, { valid: true }], { recipient: { valid: true, reasons: [] } }],
    ["unread if one row is", [{ valid: true }, { unread: true }], { recipient: { valid: false, unread: true } }],
    [
      "the fact that two ranks of one quarter differ",
      [
        { desil: 5, period: "2026-4" },
        { desil: 7, period: "2026-4" },
      ],
      { desilsDiffer: true },
    ],
  ])("of one person in several rows gives %s", async (_, rows, told) => {
    const one = { nik: NIK, kk: KK, name: "NURUL", valid: false, reasons: [] } satisfies Recipient;
    const found = await look(
      rows.map((row) => ({ ...one, ...row })),
      { kk: KK },
    );
    expect(found).toMatchObject({ outcome: "proved", ...told });
  });

  it("of two family cards gives the data of the proved person, without payments", async () => {
    const found = await look([{ ...budi, kk: OTHER_KK }, nurul], { kk: KK });
    expect(found).toMatchObject({
      outcome: "proved",
      shared: true,
      recipient: { name: "NURUL" },
      aid: [],
      tickets: [],
    });
    expect(JSON.stringify(found)).not.toContain("BUDI");
  });

  it("gives `registered` with each person's name", async () => {
    expect(await look([nurul, budi], { name: "Budi Santoso" })).toMatchObject({ outcome: "registered" });
  });

  it.each([
    ["one row with the reason NIK_GANDA", [nurul]],
    ["one person in two rows", [nurul, { ...nurul, name: "Hj. Nurul", area: "3524012001" }]],
    [
      "one person in two rows without the reason",
      [
        { ...nurul, reasons: [] },
        { ...nurul, name: "NURUL H", reasons: [] },
      ],
    ],
  ] satisfies [string, Recipient[]][])("is not assumed for %s: data and payments are shown", async (_, people) => {
    const found = await look(people, { kk: KK });
    expect(found).toMatchObject({ outcome: "proved", aid: [{ programme: "PKH" }] });
    expect(found).not.toHaveProperty("shared");
  });
});
