import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openCounterTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { ticketNumber } from "../../../src/casework/number.ts";
import { dateIn } from "../../../src/time.ts";
import { stages } from "../../support/messaging.ts";

const NIK = "3524015206799901";
const given = { district: "lamongan", category: "card", text: "KKS hilang", nik: NIK, key: "counter-1" };
const caller = { by: "loket" };
/** Earlier releases hashed `given` without a key. */
const withoutKey = createHash("sha256")
  .update(JSON.stringify(["card", "KKS hilang", NIK, null, null, null, null]))
  .digest("base64url");

describe("the hash of a counter ticket's request", () => {
  it("needs a key, so that nobody can guess a NIK from it", async () => {
    const { messaging } = await stages();
    const ticket = await openCounterTicket(messaging, given, caller);
    expect(ticket.openedFrom).toHaveLength(22);
    expect(ticket.openedFrom).not.toBe(withoutKey);
  });

  it("distinguishes a repeated request from another request under the same id", async () => {
    const { messaging } = await stages();
    const ticket = await openCounterTicket(messaging, given, caller);
    expect(await openCounterTicket(messaging, given, caller)).toEqual(ticket);
    const other = { ...given, nik: "3524015206799902" };
    await expect(openCounterTicket(messaging, other, caller)).rejects.toMatchObject({ code: "ID_REUSED" });
  });

  it("also distinguishes requests for a ticket of a release without keyed hashes", async () => {
    const { messaging } = await stages();
    const { store } = messaging;
    const now = Date.now();
    const year = Number(dateIn(now, "Asia/Jakarta").slice(0, 4));
    const serial = await store.reserveSerial("lamongan", year, `counter lamongan @operator ${given.key}`);
    const number = ticketNumber("LMG", year, serial);
    const base = {
      district: "lamongan",
      category: "card",
      text: given.text,
      person: { nik: NIK },
      locale: "id",
    } as const;
    await store.openTicket({ ...base, number, openedAt: now, openedBy: "loket", openedFrom: withoutKey });
    expect((await openCounterTicket(messaging, given, caller)).number).toBe(number);
    const other = { ...given, text: "KKS rusak" };
    await expect(openCounterTicket(messaging, other, caller)).rejects.toMatchObject({ code: "ID_REUSED" });
  });
});
