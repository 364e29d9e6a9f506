import { describe, expect, it } from "vitest";
import { MOST_ROWS_OF_NUMBER } from "../../src/register/placeholder.ts";
import { type Aid, type Recipient, type RowKind, rowSeal } from "../../src/register/recipient.ts";
import type { PreparedRow } from "../../src/store/ports/register.ts";
import { testVault } from "../support/keys.ts";
import type { StoreUnderTest } from "./store.ts";

const vault = testVault();
const nik = (index: number): string => `352401120385${9_000 + index}`;
const KK = "3524010201199901";

const person = (index: number, more: Partial<Recipient> = {}): Recipient => ({
  nik: nik(index),
  kk: KK,
  name: `WARGA ${index}`,
  valid: true,
  reasons: [],
  ...more,
});
const prepared = (kind: RowKind, value: Recipient | Aid): PreparedRow => {
  const hash = vault.index("row", JSON.stringify(value));
  return {
    nik: value.nik === "" ? hash : vault.index("nik", value.nik),
    kk: "kk" in value && value.kk ? vault.index("kk", value.kk) : null,
    hash,
    sealed: new Uint8Array(vault.seal(value, rowSeal(kind, "lamongan"))),
  };
};
const rows = (...people: Recipient[]): PreparedRow[] => people.map((one) => prepared("register", one));

export function registerCases(store: StoreUnderTest): void {
  async function published(people: Recipient[], asOf = "2026-11-01") {
    const generation = await store().newGeneration("register", "lamongan", asOf);
    await generation.add(rows(...people));
    await generation.publish();
  }
  const names = async (index: number) =>
    (await store().recipientsByNik("lamongan", nik(index))).map(({ name }) => name);

  describe("registers", () => {
    it("are empty at first", async () => {
      expect(await names(1)).toEqual([]);
      expect(await store().recipientsByKk("lamongan", KK)).toEqual([]);
      expect(await store().generation("register", "lamongan")).toBeUndefined();
    });

    it("find people by NIK and by KK after they are published, and not before", async () => {
      const generation = await store().newGeneration("register", "lamongan", "2026-11-01");
      await generation.add(rows(person(1), person(2)));
      await generation.add(rows(person(3, { kk: "3524010201199902" })));
      expect(await names(1)).toEqual([]);
      await generation.publish();
      expect(await store().recipientsByNik("lamongan", nik(1))).toEqual([person(1)]);
      expect((await store().recipientsByKk("lamongan", KK)).map((one) => one.nik).sort()).toEqual([nik(1), nik(2)]);
      expect(await store().generation("register", "lamongan")).toMatchObject({ asOf: "2026-11-01", rows: 3 });
    });

    it("tell whether they hold family cards, and an absent register counts as holding some", async () => {
      expect(await store().hasFamilyCards("lamongan")).toBe(true);
      const { kk: _, ...without } = person(1);
      await published([without]);
      expect(await store().hasFamilyCards("lamongan")).toBe(false);
      await published([without, person(2)]);
      expect(await store().hasFamilyCards("lamongan")).toBe(true);
    });

    it("keep a family's rank and its quarter, and count the ranks", async () => {
      const ranked = person(1, { desil: 3, period: "2026-3" });
      const generation = await store().newGeneration("register", "lamongan", "2026-11-01");
      await generation.add(rows(ranked, person(2)));
      const refused = { count: 2, rows: [4, 9] };
      await generation.publish({ valid: 2, unread: 0, desils: 1, refused });
      expect(await store().recipientsByNik("lamongan", nik(1))).toEqual([ranked]);
      expect(await store().recipientsByNik("lamongan", nik(2))).toEqual([person(2)]);
      expect(await store().generation("register", "lamongan")).toMatchObject({ desils: 1, refused });
      await published([person(1)]);
      expect((await store().generation("register", "lamongan"))?.desils).toBeUndefined();
    });

    it("keep the programmes that only an aid list names, until a list comes without them", async () => {
      const publish = async (programmes?: string[]) => {
        const generation = await store().newGeneration("aid", "lamongan", "2026-11-01");
        await generation.add([prepared("aid", { nik: nik(1), programme: "BLT", state: "TERSALUR" })]);
        await generation.publish(programmes && { programmes });
        return (await store().generation("aid", "lamongan"))?.programmes;
      };
      expect(await publish(["BLT", "BEDAH RUMAH"])).toEqual(["BLT", "BEDAH RUMAH"]);
      expect(await publish([])).toEqual([]);
      expect(await publish()).toBeUndefined();
    });

    it("store the number of payments of each programme, also if its name has a dot", async () => {
      const generation = await store().newGeneration("aid", "lamongan", "2026-11-01");
      await generation.add([prepared("aid", { nik: nik(1), programme: "BLT D.D", state: "TERSALUR" })]);
      await generation.publish({ payments: [{ programme: "BLT D.D", count: 1 }] });
      expect((await store().generation("aid", "lamongan"))?.payments).toEqual([{ programme: "BLT D.D", count: 1 }]);
    });

    it("count a person with several payments once among the people who are gone", async () => {
      const payment = (serial: number, programme: string) =>
        prepared("aid", { nik: nik(serial), programme, state: "TERSALUR" });
      const live = await store().newGeneration("aid", "lamongan", "2026-11-01");
      await live.add([payment(1, "PKH"), payment(1, "BPNT"), payment(2, "PKH"), payment(2, "BPNT"), payment(3, "PKH")]);
      await live.publish();
      const next = await store().newGeneration("aid", "lamongan", "2026-12-01");
      await next.add([payment(1, "PKH"), payment(4, "PKH")]);
      expect(await next.compare()).toMatchObject({ rows: 2, removed: 3, people: 3, peopleGone: 2 });
      await next.discard();
    });

    it("stay apart by district", async () => {
      await published([person(1)]);
      expect(await store().recipientsByNik("jombang", nik(1))).toEqual([]);
    });

    it("replace the old register whole, and report the changes", async () => {
      await published([person(1), person(2), person(3)]);
      const generation = await store().newGeneration("register", "lamongan", "2026-12-01");
      await generation.add(rows(person(1), person(2, { name: "LAIN" }), person(4)));
      expect(await generation.compare()).toEqual({
        ...{ rows: 3, added: 1, removed: 1, changed: 1, unchanged: 1 },
        ...{ people: 3, peopleGone: 1 },
      });
      await generation.publish();
      expect(await Promise.all([1, 2, 3, 4].map(names))).toEqual([["WARGA 1"], ["LAIN"], [], ["WARGA 4"]]);
      expect(await store().generation("register", "lamongan")).toMatchObject({ asOf: "2026-12-01" });
    });

    it("that are discarded change nothing", async () => {
      await published([person(1)]);
      const generation = await store().newGeneration("register", "lamongan", "2026-12-01");
      await generation.add(rows(person(2)));
      await generation.discard();
      expect(await Promise.all([1, 2].map(names))).toEqual([["WARGA 1"], []]);
    });

    it("of one list are built one at a time, and an abandoned generation blocks no other", async () => {
      const first = await store().newGeneration("register", "lamongan", "2026-11-01");
      await first.add(rows(person(1)));
      await expect(store().newGeneration("register", "lamongan", "2026-11-02")).rejects.toMatchObject({
        code: "IMPORT_UNREADABLE",
        message: expect.stringContaining("another import of this list is at work"),
      });
      const aid = await store().newGeneration("aid", "lamongan", "2026-11-02");
      await aid.discard();
      await first.add(rows(person(2)));
      await first.publish();
      expect(await store().generation("register", "lamongan")).toMatchObject({ asOf: "2026-11-01", rows: 2 });
      const second = await store().newGeneration("register", "lamongan", "2026-11-03");
      await second.discard();
      const third = await store().newGeneration("register", "lamongan", "2026-11-04");
      await third.add(rows(person(3)));
      await third.publish();
      expect(await Promise.all([1, 3].map(names))).toEqual([[], ["WARGA 3"]]);
    });

    it("drop whole repetitions and keep two rows of one NIK", async () => {
      const generation = await store().newGeneration("register", "lamongan", "2026-11-01");
      await generation.add(rows(person(1), person(1), person(1), person(2), person(2, { name: "LAIN" })));
      expect(await generation.dropRepeated()).toBe(2);
      expect((await generation.sharedNiks("", 10)).map((row) => row.nik)).toEqual([
        vault.index("nik", nik(2)),
        vault.index("nik", nik(2)),
      ]);
      await generation.publish();
      expect((await names(2)).sort()).toEqual(["LAIN", "WARGA 2"]);
      expect(await store().generation("register", "lamongan")).toMatchObject({ rows: 3 });
    });

    it("walk through shared NIKs a few at a time, and replace rows", async () => {
      const generation = await store().newGeneration("register", "lamongan", "2026-11-01");
      const twice = [1, 2, 3].flatMap((index) => [person(index, { name: "A" }), person(index, { name: "B" })]);
      await generation.add(rows(...twice, person(4)));
      await generation.dropRepeated();
      const seen: string[] = [];
      for (let after = ""; ; ) {
        const some = await generation.sharedNiks(after, 1);
        const last = some.at(-1);
        if (!last) break;
        expect(some).toHaveLength(2);
        seen.push(last.nik);
        after = last.nik;
      }
      expect(seen).toEqual([1, 2, 3].map((index) => vault.index("nik", nik(index))).sort());
      const [old] = rows(person(1, { name: "A" }));
      const [now] = rows(person(1, { name: "A", valid: false, reasons: ["NIK_GANDA"] }));
      await generation.replace([{ old: old!, next: now! }]);
      await generation.publish();
      expect(
        (await store().recipientsByNik("lamongan", nik(1))).map(({ name, valid }) => [name, valid]).sort(),
      ).toEqual([
        ["A", false],
        ["B", true],
      ]);
    });

    it("name the numbers of many rows, and return a few of those rows until the rows have another number", async () => {
      const generation = await store().newGeneration("register", "lamongan", "2026-11-01");
      const many = Array.from({ length: 5 }, (_, index) => person(1, { name: `WARGA ${index}` }));
      await generation.add(
        rows(...many, person(2), person(3, { kk: "3524010201199902" }), person(3, { name: "LAIN" })),
      );
      await generation.dropRepeated();
      const [crowded, card] = [vault.index("nik", nik(1)), vault.index("kk", KK)];
      expect(await generation.crowdedNumbers("nik", 4)).toEqual([crowded]);
      expect(await generation.crowdedNumbers("nik", 5)).toEqual([]);
      expect(await generation.crowdedNumbers("kk", 6)).toEqual([card]);
      const handed: number[] = [];
      for (;;) {
        const some = await generation.rowsOfNumber("nik", crowded, 2);
        if (some.length === 0) break;
        handed.push(some.length);
        await generation.replace(some.map((old) => ({ old, next: { ...old, nik: old.hash, kk: null } })));
      }
      expect(handed).toEqual([2, 2, 1]);
      expect(await generation.crowdedNumbers("kk", 1)).toEqual([card]);
      expect(await generation.crowdedNumbers("kk", 2)).toEqual([]);
      expect(await generation.rowsOfNumber("kk", card, 9)).toHaveLength(2);
      await generation.publish();
      expect(await store().generation("register", "lamongan")).toMatchObject({ rows: 8 });
    });

    it("find no person by a number on more rows than people can have", async () => {
      const crowd = (count: number, from: number) =>
        Array.from({ length: count }, (_, index) =>
          person(from, { name: `WARGA ${index}`, kk: `35240102011999${10 + from}` }),
        );
      await published([...crowd(MOST_ROWS_OF_NUMBER, 1), ...crowd(MOST_ROWS_OF_NUMBER + 1, 2)]);
      expect(await names(1)).toHaveLength(MOST_ROWS_OF_NUMBER);
      expect(await names(2)).toEqual([]);
      expect(await store().recipientsByKk("lamongan", "3524010201199911")).toHaveLength(MOST_ROWS_OF_NUMBER);
      expect(await store().recipientsByKk("lamongan", "3524010201199912")).toEqual([]);
    });

    it("compare row by row if several rows have one NIK", async () => {
      const named = (index: number, ...all: string[]) => all.map((name) => person(index, { name }));
      await published([...named(1, "A", "B", "C"), ...named(2, "A"), ...named(4, "A", "B"), ...named(6, "A", "B")]);
      const generation = await store().newGeneration("register", "lamongan", "2026-12-01");
      await generation.add(
        rows(...named(1, "B", "D"), ...named(3, "A", "B"), ...named(4, "C", "D", "E"), ...named(6, "A", "B")),
      );
      expect(await generation.compare()).toEqual({
        ...{ rows: 9, added: 2, removed: 1, changed: 4, unchanged: 3 },
        ...{ people: 4, peopleGone: 1 },
      });
      await generation.discard();
    });

    it("keep people without a NIK, and find them by KK", async () => {
      await published([person(1, { nik: "", valid: false, reasons: ["TIDAK_DIKETAHUI"] })]);
      expect(await store().recipientsByKk("lamongan", KK)).toMatchObject([{ nik: "", name: "WARGA 1" }]);
    });

    it("live beside aid lists", async () => {
      const aid = (programme: string): Aid => ({ nik: nik(1), programme, state: "TERSALUR", amount: 300_000 });
      await published([person(1)]);
      const generation = await store().newGeneration("aid", "lamongan", "2026-10-01");
      await generation.add([prepared("aid", aid("PKH")), prepared("aid", aid("BST"))]);
      await generation.publish();
      expect((await store().aidByNik("lamongan", nik(1))).map(({ programme }) => programme).sort()).toEqual([
        "BST",
        "PKH",
      ]);
      expect(await names(1)).toEqual(["WARGA 1"]);
      expect(await store().generation("aid", "lamongan")).toMatchObject({ asOf: "2026-10-01", rows: 2 });
    });
  });
}
