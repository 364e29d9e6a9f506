import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ChannelModule } from "../../src/channels/channel.ts";
import { channels } from "../../src/channels/index.ts";
import type { ChannelSetup } from "../conformance/channel-setup.ts";
import { channelCases } from "./cases.ts";

const ODD: unknown[] = [null, 7, -1.5, true, "", "x", [], [null], {}, { a: null }];
/** A channel needs these fields to know the event, the chat and the account. */
const NEEDED = new Set([
  "object",
  "field",
  "metadata",
  "phone_number_id",
  "update_id",
  "chat",
  "from",
  "fromMe",
  "isStatus",
]);
const SERVICE = {
  receive: async () => {},
  history: async () => [],
  watch: () => () => {},
  log: () => {},
  publicUrl: "https://chat.example",
  districtName: (id: string) => id,
  pageTexts: () => ({}),
  endSession: async () => {},
  hasEnded: async () => false,
};

type Place = { path: string; put(value: unknown): unknown };

function placesIn(body: unknown, kept: readonly string[]): Place[] {
  const places: Place[] = [];
  const walk = (node: unknown, path: (string | number)[]): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const at = [...path, key];
      const holds = kept.some((value) => JSON.stringify(child)?.includes(value));
      if (!holds && !NEEDED.has(key)) {
        places.push({
          path: at.join("."),
          put(value) {
            const copy = structuredClone(body);
            const parent = path.reduce((one, step) => (one as Record<string, unknown>)[step], copy as unknown);
            (parent as Record<string, unknown>)[key] = value;
            return copy;
          },
        });
      }
      walk(child, at);
    }
  };
  walk(body, []);
  return places;
}

const suites = await Promise.all(
  (channels as readonly ChannelModule[])
    .filter(({ name }) => name !== "webchat")
    .map(async (module) => {
      const folder = join(import.meta.dirname, module.name);
      const { setup } = (await import(join(folder, "setup.ts"))) as { setup: ChannelSetup };
      return { name: module.name, module, setup, cases: channelCases(module.name) };
    }),
);

describe.each(suites)(
  "$name: a message is read even if a field that is not needed holds an odd value",
  ({ module, setup, cases }) => {
    const settings = module.settings.parse(setup.settings("http://127.0.0.1:9/base/"));
    const open = module.open([{ district: "lamongan", settings }], SERVICE);
    const said = (body: unknown) =>
      open.parse(setup.request(JSON.stringify(body), {})).flatMap((event) => {
        if (event.type !== "message") return [];
        const { content, id, contact } = event.message;
        const text = content.type === "text" ? content.text : content.type === "media" ? content.caption : undefined;
        return text ? [{ text, id, address: contact.address }] : [];
      });
    const talking = cases.inbound.filter(
      ({ body, error, label }) =>
        !error && typeof body === "object" && !/group|marks/.test(label) && said(body).length === 1,
    );

    it.each(talking)("$label", ({ body }) => {
      const [before] = said(body);
      const words = JSON.stringify(before?.text).slice(1, -1).slice(0, 6);
      const kept = [words, before?.id ?? "", before?.address ?? ""].filter((value) => value !== "");
      const places = placesIn(body, kept);
      expect(places.length).toBeGreaterThan(1);
      for (const { path, put } of places) {
        for (const value of ODD) {
          // Another value of these fields makes another kind of message.
          if (typeof value === "string" && /(^|\.)(type|group_id|author)$/.test(path)) continue;
          if (/group_id|author/.test(path)) continue;
          const after = said(put(value));
          expect(
            after.map(({ text }) => text),
            `${path} = ${JSON.stringify(value)}`,
          ).toEqual([before?.text]);
        }
      }
    });
  },
);
