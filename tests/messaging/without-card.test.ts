import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerChat } from "../../src/messaging/answer.ts";
import type { Recipient } from "../../src/register/recipient.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { type Fickle, fickleStores } from "../support/fickle-stores.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";
import { publishPeople } from "../support/register.ts";

const NAME = "SITI AMINAH";
const TYPED_KK = "3524010201199999";
const LISTED_KK = "3524010201199901";
/** A different date of birth in a NIK would change the answers. */
const nikOf = (serial: number): string => `352401520679${serial}`;
const person = (serial: number, kk?: string): Recipient => ({
  nik: nikOf(serial),
  ...(kk === undefined ? {} : { kk }),
  name: NAME,
  valid: true,
  reasons: [],
});
const STATES = { "not in the list": 9_991, "in it without a card": 9_901, "in it with another card": 9_911 };

describe.each(fickleStores)("a NIK with a wrong family card, on $name", ({ open }) => {
  let opened: Fickle;
  let stage: Awaited<ReturnType<typeof stages>>;
  let calls: string[];
  beforeEach(async () => {
    opened = await open();
    await publishPeople(opened.store, [person(9_901), person(9_911, LISTED_KK)]);
    calls = [];
    stage = await stages({ store: watched(opened.store) });
    await heard(["halo"]);
  });
  afterEach(() => opened.close());

  /** A caller could measure the time of additional store calls. */
  const watched = (store: Store): Store =>
    new Proxy(store, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          calls.push(String(name));
          return Reflect.apply(value, target, given);
        };
      },
    });

  async function heard(texts: string[]) {
    const contact = someone();
    calls = [];
    for (const text of texts) {
      const [recorded] = await opened.store.recordInbound([inbound(contact, text)]);
      await answerChat(stage.messaging, recorded?.conversation ?? "");
    }
    const steps = [...calls];
    const lines = await opened.store.history(contact, 50);
    return {
      steps,
      lines: lines.filter(({ from }) => from !== "citizen").map(({ text, choices }) => ({ text, choices })),
    };
  }
  const withoutEnding = (said: unknown): string => JSON.stringify(said).replaceAll(/berakhiran \d\d/g, "berakhiran ..");

  it.each([
    ["in one message", (nik: string) => [`cek ${nik} ${TYPED_KK}`]],
    ["one after the other", (nik: string) => [`cek ${nik}`, TYPED_KK]],
    [
      "four times, until the chat is locked",
      (nik: string) => Array.from({ length: 4 }, () => `cek ${nik} ${TYPED_KK}`),
    ],
  ])("gives the same answers and store calls for each state of the register: %s", async (_, words) => {
    const told = [];
    for (const serial of Object.values(STATES)) told.push(await heard(words(nikOf(serial))));
    const [first, ...others] = told;
    expect(first?.lines.length).toBeGreaterThan(0);
    for (const other of others) {
      expect(withoutEnding(other.lines)).toBe(withoutEnding(first?.lines));
      expect(other.steps).toEqual(first?.steps);
    }
    expect(withoutEnding(first?.lines)).not.toContain("tidak kami temukan");
  });

  it("says after the right name only that the person is registered", async () => {
    const told = [];
    for (const serial of [STATES["in it without a card"], STATES["in it with another card"]])
      told.push(await heard([`cek ${nikOf(serial)}`, NAME, TYPED_KK]));
    expect(withoutEnding(told[0]?.lines)).toBe(withoutEnding(told[1]?.lines));
    expect(withoutEnding(told[0]?.lines)).toContain("tetap terdaftar");
    expect(told[0]?.steps).toEqual(told[1]?.steps);
  });
});
