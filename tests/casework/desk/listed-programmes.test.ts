import { describe, expect, it } from "vitest";
import { openCounterTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { amendTicket } from "../../../src/casework/desk/amend.ts";
import type { Store } from "../../../src/store/ports/store.ts";
import { onBothStores } from "../../support/both-stores.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const LISTED = "BANTUAN LANSIA";
const dina = officerOf("dinsos");
const by = { officer: dina, by: dina.id };
const GIVEN = { district: "lamongan", category: "quality", text: "berasnya apek", area: VILLAGE };

function cases(name: string, open: () => Promise<Store>): void {
  describe(`the programme of an officer's ticket on ${name}`, () => {
    const openedWith = async (programmes: string[] | undefined) => {
      const store = await open();
      await store.saveOfficer(dina, null);
      const { messaging } = await stages({ store });
      const generation = await store.newGeneration("aid", "lamongan", "2026-11-01");
      await generation.publish(programmes ? { programmes } : {});
      return messaging;
    };

    it("may be one that only the aid list names, and an amendment may name it too", async () => {
      const desk = await openedWith([LISTED]);
      const counter = await openCounterTicket(desk, { ...GIVEN, key: "act-new-0001", programme: LISTED }, by);
      expect(counter.programme).toBe(LISTED);
      const { number } = await openCounterTicket(desk, { ...GIVEN, key: "act-new-0002", programme: "PKH" }, by);
      const amendment = { ...by, id: "act-amend-01", reason: "salah program", now: { programme: LISTED } };
      expect((await amendTicket(desk, number, amendment)).programme).toBe(LISTED);
    });

    it.each<[string, string[] | undefined, string]>([
      ["that neither the pack nor the aid list names", [LISTED], "BANTUAN KAMBING"],
      ["of a list that names none beyond the pack", [], LISTED],
      ["of a list of an older release, which counted no names", undefined, LISTED],
      ["whose name means any aid", ["bantuan"], "bantuan"],
    ])("may be none %s; the refusal names those that there are", async (_, programmes, programme) => {
      const desk = await openedWith(programmes);
      const tried = openCounterTicket(desk, { ...GIVEN, key: "act-new-0001", programme }, by);
      const known = programmes?.includes(LISTED) ? `PKH.*${LISTED}` : "PKH";
      await expect(tried).rejects.toMatchObject({
        code: "BAD_REQUEST",
        message: expect.stringMatching(new RegExp(`${programme} is no programme of lamongan; there are .*${known}`)),
        details: { field: "programme" },
      });
    });
  });
}

onBothStores(cases);
