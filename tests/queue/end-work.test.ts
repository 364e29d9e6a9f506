import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { endWork } from "../../src/queue/bull-workers.ts";
import { openRunningWork } from "../../src/queue/running-work.ts";

describe("the end of a process's work", () => {
  it("waits for a send that the worker's last job began, although nothing was running before", async () => {
    const inHand = openRunningWork(() => undefined);
    const noted: string[] = [];
    let endSend = (): void => undefined;
    const send = new Promise<void>((resolve) => (endSend = resolve));
    const worker = {
      async close() {
        await nextTurn();
        await inHand.run("inbound", async () => {
          void inHand.run("outbound", () => send.then(() => void noted.push("sent")));
        });
      },
    };
    let isEnded = false;
    const end = endWork([worker], inHand).then(() => {
      isEnded = true;
    });
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    expect(isEnded).toBe(false);
    endSend();
    await end;
    expect(noted).toEqual(["sent"]);
  });
});
