import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { allKeys } from "../../casework/access.ts";
import { many } from "../../many.ts";
import type { Generation, RowKind } from "../../register/recipient.ts";
import { describeRows } from "../../register/row-count.ts";
import type { Store } from "../../store/ports/store.ts";
import { storeFile } from "../../store/schemes.ts";
import { type Found, fault, makeStoreCheck, ok, type Scene, spanOf, warning } from "../check.ts";

const DAY = 86_400_000;
/** In ms. The state publishes new lists every quarter. */
const OLD = 100 * DAY;

export const registerCheck = makeStoreCheck("register", async (scene) => {
  const found = scene.districts.map(async ({ id }) => {
    const [register, aid] = await Promise.all([
      scene.store.generation("register", id),
      scene.store.generation("aid", id),
    ]);
    const again = `npx --no sapa import register FILE --district ${id}`;
    if (!register) return [missingListFinding(id, again, await hasTickets(scene.store, id))];
    return [
      ...checkList(scene, "register", id, register, again),
      ...(aid
        ? checkList(scene, "aid", id, aid, again.replace("register", "aid"))
        : [warning(`${id}: no aid list is imported, so no payment is told`, again.replace("register", "aid"))]),
    ];
  });
  return (await Promise.all(found)).flat();
});

/** After the first ticket, citizens use the service, so a missing register is a fault. */
const missingListFinding = (id: string, again: string, isUsed: boolean): Found =>
  isUsed
    ? fault(`${id}: no register is imported, so nobody is found`, again)
    : warning(
        `${id}: no register is imported yet, so nobody is found; import it before citizens are told of the service`,
        again,
      );

async function hasTickets(store: Store, district: string): Promise<boolean> {
  const [count = 0] = await store.counts({ district, keys: allKeys(district) }, [{}]);
  return count > 0;
}

const LIST_NAMES: Record<RowKind, string> = { register: "the register", aid: "the aid list" };

function checkList(scene: Scene, kind: RowKind, district: string, live: Generation, again: string): Found[] {
  const { id, asOf, rows, valid, unread = 0 } = live;
  const name = LIST_NAMES[kind];
  const path = listFileOf(scene.config.storeUrl, kind, district, id);
  if (path && !existsSync(path))
    return [fault(`${district}: the file of ${name} is gone from DATA_DIR/register`, `bring it back, or ${again}`)];
  if (rows === 0) return [fault(`${district}: ${name} has no rows`, again)];
  if (valid === 0) return [fault(`${district}: not one person of ${name} is valid`, again)];
  const age = scene.now() - Date.parse(asOf);
  const found = [
    ...(unread > 0
      ? [
          warning(
            `${district}: ${many(unread, "person", "people")} of ${name} ${unread === 1 ? "has" : "have"} a status that nobody has mapped, and ${unread === 1 ? "is" : "are"} told to ask an officer`,
            "map the words in status-words.json of the pack (docs/register.md), then import again",
          ),
        ]
      : []),
    ...refusedFindings(name, district, live, again),
    ...(age > OLD ? [warning(`${district}: ${name} is of ${asOf}, ${spanOf(age)} ago`, again)] : []),
  ];
  if (found.length > 0) return found;
  const counted = `${many(rows, "row")}${valid === undefined ? "" : `, ${valid} of them valid`}`;
  return [ok(`${district}: ${name} is of ${asOf}, ${counted}`)];
}

function refusedFindings(name: string, district: string, { refused }: Generation, again: string): Found[] {
  if (refused === undefined || refused.count === 0) return [];
  const said = `${district}: ${many(refused.count, "row")} of ${name} ${refused.count === 1 ? "was" : "were"} refused (${describeRows(refused)}), so citizens are told nothing of ${refused.count === 1 ? "it" : "them"}`;
  return [warning(said, `mend the rows that the file of rejected rows names (docs/register.md), then ${again}`)];
}

function listFileOf(storeUrl: string, kind: RowKind, district: string, id: string): string | undefined {
  const file = storeFile(storeUrl);
  return file && join(dirname(file), "register", `${kind}-${district}-${id}.db`);
}
