import { expect, it } from "vitest";
import { openWatch } from "../../src/messaging/history-watch.ts";
import { openInlineQueue } from "../../src/queue/inline.ts";
import { contactName } from "../../src/store/record-names.ts";
import type { Contact } from "../../src/vocabulary/message.ts";
import { testVault } from "../support/keys.ts";
import { someone } from "../support/messages.ts";

it("a message costs the same work with ten waiting pages and with ten thousand", () => {
  const vault = testVault();
  const workOf = (idle: number): number => {
    let work = 0;
    const queue = openInlineQueue(() => {});
    const chatName = (contact: Contact) => {
      work += 1;
      return contactName(vault, contact);
    };
    const watch = openWatch({ queue, chatName });
    for (let page = 0; page < idle; page += 1) watch(someone(), () => (work += 1));
    const own = someone("own");
    let rung = 0;
    const stops = [watch(own, () => (rung += 1)), watch(own, () => (rung += 1))];
    work = 0;
    queue.announce(contactName(vault, own));
    expect(rung).toBe(2);
    for (const stop of stops) stop();
    queue.announce(contactName(vault, own));
    expect(rung).toBe(2);
    return work;
  };
  expect(workOf(10_000)).toBe(workOf(10));
});
