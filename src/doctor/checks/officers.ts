import { findGaps } from "../../casework/desk/staff-gaps.ts";
import { chatsOf, covers, isPlaced, type Officer } from "../../casework/officer.ts";
import { channelKey } from "../../channels/accounts.ts";
import { many } from "../../many.ts";
import type { District } from "../../register/district.ts";
import { type Found, fault, makeStoreCheck, ok, type Scene, warning } from "../check.ts";

export const officersCheck = makeStoreCheck("officers", async (scene) => {
  const { store, districts } = scene;
  const byId = new Map(districts.map((one) => [one.id, one]));
  const channels = new Map(scene.channels.map((one) => [channelKey({ channel: one.name, account: one.account }), one]));
  const found = districts.map(async (district) => {
    const { id } = district;
    const active = (await store.officers(id)).filter((one) => one.active);
    const add = `npx --no sapa staff add ID --district ${id}`;
    if (active.length === 0) return [fault(`${id}: no officer is set up, and every ticket waits`, `${add} ...`)];
    const gaps = (await findGaps({ store, districts: byId, channels }, id)).map(({ gap }) => gapFinding(id, gap));
    const wrong = [
      ...findMissingDinsos(id, active, add),
      ...gaps,
      ...findSilentOfficers(scene, id, active),
      ...findBareKecamatan(district, active, add),
    ];
    return wrong.length > 0 ? wrong : [ok(`${id}: ${many(active.length, "officer")}, every place and lane has one`)];
  });
  return (await Promise.all(found)).flat();
});

/** The text after the last colon of a gap is the remedy. */
function gapFinding(id: string, gap: string): Found {
  const at = gap.lastIndexOf(": ");
  const [says, next] = [gap.slice(0, at), gap.slice(at + 2)];
  return fault(says.startsWith(`${id}:`) ? says : `${id}: ${says}`, next);
}

const findMissingDinsos = (id: string, active: readonly Officer[], add: string): Found[] =>
  active.some(({ rung }) => rung === "dinsos")
    ? []
    : [fault(`${id}: nobody of the Dinsos is set up, and tickets end there`, `${add} --rung dinsos`)];

/** The gaps already report that nobody with the mark `urgent` has a chat. */
function findSilentOfficers({ channels }: Scene, id: string, active: readonly Officer[]): Found[] {
  const own = channels.filter(({ name, district }) => name !== "webchat" && district === id);
  const silent = active.filter((officer) => chatsOf(officer).length === 0);
  const called = active.filter(({ urgent }) => urgent);
  const isNobodyCalled = called.length > 0 && called.every((officer) => chatsOf(officer).length === 0);
  if (own.length === 0 || silent.length === 0 || isNobodyCalled) return [];
  const hasTelegram = own.some(({ name }) => name === "telegram");
  const what = `${many(silent.length, "officer has", "officers have")} no ${hasTelegram ? "Telegram chat" : "chat"}`;
  const first = silent[0]?.id ?? "ID";
  return [
    warning(
      `${id}: ${what} and no news of tickets`,
      hasTelegram
        ? `npx --no sapa staff invite ${first}`
        : `npx --no sapa staff add ${first} --chat CHANNEL:ADDRESS, or a Telegram bot (docs/go-live.md, step 8)`,
    ),
  ];
}

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
