import { describe, expect, it } from "vitest";
import type { StoreUnderTest } from "./store.ts";

export function fileCases(store: StoreUnderTest): void {
  describe("files", () => {
    it("are kept byte for byte up to the largest size, and a second file replaces the first", async () => {
      const large = Buffer.alloc(15 * 1_024 * 1_024, "foto");
      await store().keepFile("LMG-26-000001-1-f1", Buffer.from("first"));
      await store().keepFile("LMG-26-000001-1-f1", large);
      await store().keepFile("LMG-26-000001-1-f2", Buffer.from([0, 255, 10]));
      expect((await store().file("LMG-26-000001-1-f1"))?.equals(large)).toBe(true);
      expect(await store().file("LMG-26-000001-1-f2")).toEqual(Buffer.from([0, 255, 10]));
      expect(await store().file("LMG-26-000001-1-f3")).toBeUndefined();
      for (const id of ["LMG-26-000001-1-f2", "LMG-26-000001-1-f3"]) await store().dropFile(id);
      expect(await store().file("LMG-26-000001-1-f2")).toBeUndefined();
      expect((await store().file("LMG-26-000001-1-f1"))?.length).toBe(large.length);
    });

    it("of a ticket are waiting work until each has an end state", async () => {
      const number = "LMG-26-000002-1";
      const photo = { kind: "image" as const, file: "abc" };
      const opened = await store().openTicket({
        number,
        district: "lamongan",
        category: "quality",
        text: "beras bau",
        person: {},
        locale: "id",
        openedAt: Date.now(),
        files: [photo],
      });
      expect(opened.attachments).toMatchObject([{ ...photo, id: `${number}-f1`, state: "pending" }]);
      const by = { at: Date.now(), by: "citizen", text: "" };
      const more = await store().changeTicket(number, { type: "add", id: "a", ...by, files: [photo] });
      expect(more.attachments.map(({ id }) => id)).toEqual([`${number}-f1`, `${number}-f2`]);
      expect((await store().waiting(10)).media).toEqual([number]);
      const fetched = { state: "kept" as const, type: "image/jpeg", size: 3, sha256: "x" };
      await store().changeTicket(number, { type: "fetch", id: "f1", ...by, file: `${number}-f1`, fetched });
      expect((await store().waiting(10)).media).toEqual([number]);
      const refused = { state: "refused" as const, refusal: "too-large" as const };
      await store().changeTicket(number, { type: "close", id: "c", ...by });
      await store().changeTicket(number, { type: "fetch", id: "f2", ...by, file: `${number}-f2`, fetched: refused });
      expect((await store().waiting(10)).media).toEqual([]);
      expect((await store().ticket(number))?.attachments).toMatchObject([fetched, refused]);
    });
  });
}
