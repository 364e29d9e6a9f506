import { channelKey } from "../../channels/accounts.ts";
import { many } from "../../many.ts";
import type { AccountWaiting } from "../../store/ports/accounts.ts";
import type { Store } from "../../store/ports/store.ts";
import { type Found, fault, makeStoreCheck, ok, type Scene, spanOf, warning } from "../check.ts";

const STUCK = 10 * 60_000;
const LOG = "is the service (or `npm run workers`) running? look for errors in its log";

export const queueCheck = makeStoreCheck("queue", async ({ store, channels }) => {
  const [{ inbound, outbound, dead, ...all }, { on, off }] = await Promise.all([
    store.backlog(),
    splitByAccountOn(store, channels),
  ]);
  const longest = (of: "unanswered" | "oldest") =>
    off.length > 0 ? Math.max(0, ...on.map((one) => one[of])) : all[of];
  const unanswered = longest("unanswered");
  const oldest = longest("oldest");
  const found: Found[] = [
    ...(unanswered > STUCK ? [fault(`a message has waited ${spanOf(unanswered)} for its answer`, LOG)] : []),
    ...(oldest > STUCK ? [fault(`a reply has waited ${spanOf(oldest)} to be sent`, LOG)] : []),
    ...off.map((one) =>
      warning(
        `${many(one.inbound, "message")} and ${many(one.outbound, "reply", "replies")} wait in chats of ${one.channel} ${one.account}, which is not on here`,
        `turn it on again, or give them up: npx --no sapa channels set-aside ${one.channel} ${one.account}`,
      ),
    ),
    ...(dead > 0
      ? [warning(`${many(dead, "message")} could not be answered and need a person`, "npx --no sapa dead-letters list")]
      : []),
  ];
  return found.length > 0
    ? found
    : [ok(`${many(inbound, "message waits", "messages wait")} for an answer, ${outbound} to be sent, none long`)];
});

/** If no channel could be opened, every account counts as on. */
async function splitByAccountOn(store: Pick<Store, "waitingByAccount">, channels: Scene["channels"]) {
  const keys = new Set(channels.map(({ name, account }) => channelKey({ channel: name, account })));
  const waiting = await store.waitingByAccount();
  const isOn = (one: AccountWaiting) => keys.size === 0 || keys.has(channelKey(one));
  return { on: waiting.filter(isOn), off: waiting.filter((one) => !isOn(one)) };
}
