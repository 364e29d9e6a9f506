import { findGaps } from "../../casework/desk/staff-gaps.ts";
import { chatsOf, covers, isPlaced, type Officer } from "../../casework/officer.ts";
import { many } from "../../many.ts";
import type { District } from "../../register/district.ts";
import { type Found, fault, makeStoreCheck, ok, type Scene, warning } from "../check.ts";

/**
 * Checks whether each district has officers for every rung, every lane that few officers read, and every kecamatan,
 * and whether the officers have a chat in which they hear of tickets.
 */
export const officersCheck = makeStoreCheck("officers", async (scene) => {
  const { store, districts } = scene;
  const byId = new Map(districts.map((one) => [one.id, one]));
  const found = districts.map(async (district) => {
    const { id } = district;
    const active = (await store.officers(id)).filter((one) => one.active);
    const add = `npx --no sapa staff add ID --district ${id}`;
    if (active.length === 0) return [fault(`${id}: no officer is set up, and every ticket waits`, `${add} ...`)];
    const gaps = (await findGaps({ store, districts: byId }, id)).map(({ gap }) => gapFinding(id, gap));
    const wrong = [
      ...findMissingDinsos(id, active, add),
      ...gaps,
      ...findUnheardOfficers(scene, id, active),
      ...findBareKecamatan(district, active, add),
    ];
    return wrong.length > 0 ? wrong : [ok(`${id}: ${many(active.length, "officer")}, every place and lane has one`)];
  });
  return (await Promise.all(found)).flat();
});

/** Turns a gap of `sapa staff check` into a finding. Behind the last colon of a gap stands its remedy. */
function gapFinding(id: string, gap: string): Found {
  const at = gap.lastIndexOf(": ");
  const [says, next] = [gap.slice(0, at), gap.slice(at + 2)];
  return fault(says.startsWith(`${id}:`) ? says : `${id}: ${says}`, next);
}

const findMissingDinsos = (id: string, active: readonly Officer[], add: string): Found[] =>
  active.some(({ rung }) => rung === "dinsos")
    ? []
    : [fault(`${id}: nobody of the Dinsos is set up, and tickets end there`, `${add} --rung dinsos`)];

/** Finds officers who have no chat with the district's bot, so that nobody tells them of their tickets. */
function findUnheardOfficers({ channels }: Scene, id: string, active: readonly Officer[]): Found[] {
  const own = channels.filter(({ name, district }) => name !== "webchat" && district === id);
  if (own.length === 0)
    return [
      fault(
        `${id}: no channel but the web chat is set, so no officer is told of a ticket, not even of somebody in danger`,
        `give the office a Telegram bot, for its officers alone if need be (docs/go-live.md, step 8); until then look every hour: npx --no sapa tickets list --district ${id}`,
      ),
    ];
  if (!own.some(({ name }) => name === "telegram")) return findUnheardWithoutTelegram(id, active);
  const silent = active.filter((officer) => chatsOf(officer).length === 0);
  if (silent.length === 0) return [];
  const next = `npx --no sapa staff invite ${silent[0]?.id ?? "ID"}`;
  const called = active.filter(({ urgent }) => urgent);
  if (called.length > 0 && called.every((officer) => chatsOf(officer).length === 0))
    return [fault(`${id}: nobody who is called when somebody is in danger has a Telegram chat`, next)];
  return [
    warning(
      `${id}: ${many(silent.length, "officer has", "officers have")} no Telegram chat and no news of tickets`,
      next,
    ),
  ];
}

/**
 * Finds officers without a chat in a district without Telegram. An operator adds their chats on other channels by
 * hand.
 */
function findUnheardWithoutTelegram(id: string, active: readonly Officer[]): Found[] {
  const silent = active.filter((officer) => chatsOf(officer).length === 0);
  if (silent.length === 0) return [];
  const called = active.filter(({ urgent }) => urgent);
  const next = `npx --no sapa staff add ${silent[0]?.id ?? "ID"} ... --chat CHANNEL:ADDRESS, or a Telegram bot (docs/go-live.md, step 8)`;
  if (called.length > 0 && called.every((officer) => chatsOf(officer).length === 0))
    return [fault(`${id}: nobody who is called when somebody is in danger has a chat with the service`, next)];
  return [
    warning(`${id}: ${many(silent.length, "officer has", "officers have")} no chat and no news of tickets`, next),
  ];
}

/** Finds the kecamatan that no officer below the Dinsos serves. */
function findBareKecamatan({ id, areas }: District, active: readonly Officer[], add: string): Found[] {
  const placed = active.filter(({ rung }) => isPlaced(rung));
  const all = areas.filter(({ kind }) => kind === "kecamatan");
  const without = all.filter(
    ({ code }) => !placed.some((one) => covers(one, code) || one.areas.some((own) => own.startsWith(code))),
  );
  if (without.length === 0) return [];
  return [
    warning(
      `${id}: ${without.length} of ${all.length} kecamatan have no officer below the Dinsos`,
      `${add} --rung tksk --area ${without[0]?.code ?? "CODE"}`,
    ),
  ];
}
