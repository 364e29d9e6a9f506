import { describe, expect, it } from "vitest";
import type { Change } from "../../src/casework/change.ts";
import type { TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
import { addsToTicket, opensTicket } from "../support/effects.ts";
import { inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened } from "./store-steps.ts";

const NIK = "3524015206799901";
const KK = "3524010101059901";
const AT = Date.now();
const numbered = (no: number): string => `LMG-26-${String(no).padStart(6, "0")}-1`;
const draft = (no: number, more: Partial<TicketDraft> = {}): TicketDraft => ({
  number: numbered(no),
  district: "lamongan",
  category: "card",
  text: `kartu hilang ${NIK}`,
  person: { nik: NIK, kk: KK, name: "Siti Aminah", phone: "081234567890" },
  locale: "id",
  openedAt: AT,
  area: "3524012001",
  place: "rumah Bu Siti",
  ...more,
});
const event = (id: string, more: object = {}): TicketEvent =>
  ({ type: "note", id, at: AT + 1, by: "sari", text: `kata ${id} ${NIK}`, ...more }) as TicketEvent;
const DAY = 86_400_000;

export function changeCases(store: StoreUnderTest): void {
  const all = () => store().changes(0, 1_000);

  describe("the log of changes", () => {
    it("has each change once and in order, with the facts that figures count before and after", async () => {
      await store().openTicket(draft(1));
      await store().openTicket(draft(1));
      await store().changeTicket(numbered(1), event("1", { type: "assign", officer: "sari", seen: 0 }));
      await store().changeTicket(numbered(1), event("2", { type: "amend", now: { category: "cut", sensitive: true } }));
      await store().changeTicket(numbered(1), event("2", { type: "amend", now: { category: "cut", sensitive: true } }));
      await store().changeTicket(
        numbered(1),
        event("3", { type: "close", lane: { sensitive: true, barred: ["sari"], keeps: [] } }),
      );
      const changes = await all();
      const base = {
        district: "lamongan",
        kind: "complaint",
        category: "card",
        state: "new",
        area: "3524012001",
        late: false,
      };
      expect(changes.map(({ seq, ticket, version }) => [seq, ticket, version])).toEqual(
        [1, 2, 3, 4].map((no) => [no, numbered(1), no]),
      );
      expect(changes.map(({ was }) => was)).toEqual([
        undefined,
        base,
        { ...base, officer: "sari" },
        { ...base, category: "cut" },
      ]);
      expect(changes.map(({ now }) => now)).toEqual([
        base,
        { ...base, officer: "sari" },
        { ...base, category: "cut" },
        { ...base, category: "cut", state: "closed", outcome: "close" },
      ]);
      for (const { at } of changes) expect(Math.abs(at - Date.now())).toBeLessThan(DAY);
    });

    it("names the keys by which a ticket is and was seen, and the barred officers", async () => {
      await store().openTicket(draft(1));
      await store().changeTicket(numbered(1), event("1", { type: "assign", officer: "sari", seen: 0 }));
      const lane = { sensitive: true, barred: ["sari"], keeps: [] };
      await store().changeTicket(numbered(1), event("2", { type: "add", by: "citizen", lane }));
      const [first, second, third] = await all();
      expect(first?.keys).toContain("a:lamongan/3524012001");
      expect([first?.left, first?.barred]).toEqual([[], []]);
      expect([second?.left, second?.keys.includes("o:lamongan/sari")]).toEqual([[], true]);
      expect(third?.keys).toEqual(["s:lamongan"]);
      expect(third?.left).toEqual(expect.arrayContaining(["o:lamongan/sari", "a:lamongan/3524012001", "d:lamongan"]));
      expect(third?.barred).toEqual(["sari"]);
    });

    it("has each opening and addition of a turn once, and no event that changes nothing", async () => {
      const added = event("m1", { type: "add", by: "citizen" });
      await opened(store(), inbound(someone(), "lapor"), ["ya"], [opensTicket(draft(1))]);
      await opened(store(), inbound(someone(), "tambah"), [], [addsToTicket(numbered(1), added)]);
      await opened(store(), inbound(someone(), "tambah"), [], [addsToTicket(numbered(1), added)]);
      await expect(store().changeTicket(numbered(1), event("x"), undefined, { expect: 1 })).rejects.toMatchObject({
        code: "STALE",
      });
      expect((await all()).map(({ version }) => version)).toEqual([1, 2]);
    });

    it("holds nothing about a person", async () => {
      const conversation = "chat-of-siti";
      await store().openTicket(draft(1, { conversation, mentioned: [{ label: "nik", number: NIK }] }));
      await store().changeTicket(numbered(1), event("1", { type: "answer", outbound: "chat-of-siti.1" }));
      await store().changeTicket(
        numbered(1),
        event("2", { type: "amend", now: { nik: NIK, name: "Siti", place: "rumah" } }),
      );
      const kept = JSON.stringify(await all());
      for (const word of [NIK, KK, NIK.slice(-4), "Siti", "rumah", "081234567890", "kartu", "kata", conversation])
        expect(kept).not.toContain(word);
    });

    it("is read page by page from any place, and is empty after its end", async () => {
      for (const no of [1, 2, 3, 4, 5]) await store().openTicket(draft(no));
      const seqs = async (after: number, limit: number) => (await store().changes(after, limit)).map(({ seq }) => seq);
      expect(await seqs(0, 2)).toEqual([1, 2]);
      expect(await seqs(2, 2)).toEqual([3, 4]);
      expect(await seqs(4, 2)).toEqual([5]);
      expect(await seqs(5, 2)).toEqual([]);
    });

    it("hides no change from a reader while many changes are made", async () => {
      const read: Change[] = [];
      let isDone = false;
      const follow = async (): Promise<void> => {
        for (;;) {
          const wasDone = isDone;
          const page = await store().changes(read.at(-1)?.seq ?? 0, 7);
          read.push(...page);
          if (page.length === 0 && wasDone) return;
          if (page.length === 0) await new Promise((resolve) => setImmediate(resolve));
        }
      };
      const following = follow();
      const tickets = [1, 2, 3, 4];
      await Promise.all(tickets.map((no) => store().openTicket(draft(no))));
      await Promise.all(
        tickets.flatMap((no) =>
          Array.from({ length: 8 }, (_, index) => store().changeTicket(numbered(no), event(`n${index}`))),
        ),
      );
      isDone = true;
      await following;
      expect(read.map(({ seq }) => seq)).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
      for (const no of tickets) {
        const versions = read.filter(({ ticket }) => ticket === numbered(no)).map(({ version }) => version);
        expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      }
    });

    it("is kept for the given time, and its places go on after the erased ones", async () => {
      for (const no of [1, 2, 3]) await store().openTicket(draft(no));
      const due = async (age: number) =>
        (await store().expiring(DAY, DAY, age, DAY)).find(({ of }) => of === "changes of tickets")?.count ?? 0;
      expect(await due(DAY)).toBe(0);
      expect(await store().expire(DAY, DAY, DAY)).toBe(0);
      expect(await store().expire(DAY)).toBe(0);
      expect(await all()).toHaveLength(3);
      const count = await due(-DAY);
      expect(count).toBeGreaterThanOrEqual(2); // A store may keep the newest change, so that its number is not used twice.
      expect(await store().expire(DAY, DAY, -DAY)).toBe(count);
      expect(await store().changes(3, 9)).toEqual([]);
      await store().openTicket(draft(4));
      expect((await store().changes(3, 9)).map(({ seq, ticket }) => [seq, ticket])).toEqual([[4, numbered(4)]]);
    });
  });
}
