import { expect, it } from "vitest";
import { actOnTicket } from "../../../src/casework/desk/act-on-ticket.ts";
import { giveTicket } from "../../../src/casework/desk/assign.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { Rung } from "../../../src/vocabulary/lists.ts";
import { stages } from "../../support/messaging.ts";

const AREA = "3524012001";
const NUMBER = "LMG-26-000001-1";
const officer = (id: string, rung: Rung): Officer => ({
  ...{ id, name: id, district: "lamongan", rung, areas: rung === "dinsos" ? [] : [AREA] },
  ...{ sensitive: false, active: true },
});
const DINA = officer("dina", "dinsos");

it.each([
  ["repair", "companion", "holds", "they work on it, but this act is for another officer"],
  ["close", "village", "holds nothing", "it is not in their list"],
] as const)("%s by a %s officer who %s is refused: %s", async (type, rung, holds, why) => {
  const { messaging } = await stages();
  const { store } = messaging;
  const one = officer("sari", rung);
  for (const each of [one, DINA]) await store.saveOfficer(each);
  const about = { number: NUMBER, district: "lamongan", category: "data-wrong", text: "x", area: AREA } as const;
  await store.openTicket({ ...about, person: {}, locale: "id", openedAt: Date.now() });
  await giveTicket(messaging, NUMBER, holds === "holds" ? "sari" : "dina", { officer: DINA, by: "dina" });
  const act = { officer: one, by: "sari", id: "act-00001", type, text: "sudah selesai" };
  await expect(actOnTicket(messaging, NUMBER, act)).rejects.toMatchObject({
    code: "NOT_YOURS",
    message: `sari may not ${type} ${NUMBER}: ${why}`,
  });
});
