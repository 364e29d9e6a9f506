import { existsSync, globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChannelModule, OpenChannel, Service } from "../../src/channels/channel.ts";
import { channels } from "../../src/channels/index.ts";
import { openTranslator } from "../../src/i18n.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { InboundMessage, type OutboundMessage } from "../../src/vocabulary/message.ts";
import { channelCases } from "../channels/cases.ts";
import { startScriptedServer } from "../support/scripted-server.ts";
import type { ChannelCases, ChannelSetup } from "./channel-setup.ts";

const root = join(import.meta.dirname, "../..");
const { pageTexts } = await openTranslator(join(root, "locales"));
const modules = channels as readonly ChannelModule[];
const folderOf = (name: string): string => join(root, "tests/channels", name);
const service: Service = {
  endSession: async () => undefined,
  hasEnded: async () => false,
  receive: async () => {},
  history: async () => [],
  watch: () => () => {},
  log: () => {},
  publicUrl: "https://chat.example",
  districtName: (id) => id,
  pageTexts,
};

it("every folder of src/channels is in the list and has its cases", () => {
  const folders = globSync("src/channels/*/index.ts", { cwd: root }).map((path) => basename(dirname(path)));
  expect(modules.map(({ name }) => name).sort()).toEqual(folders.sort());
  for (const name of folders) {
    for (const file of ["cases.json", "setup.ts"])
      expect(existsSync(join(folderOf(name), file)), `${name}/${file}`).toBe(true);
  }
});

const suites = await Promise.all(
  modules.map(async (module) => {
    const { setup } = (await import(join(folderOf(module.name), "setup.ts"))) as { setup: ChannelSetup };
    return { name: module.name, module, setup, cases: channelCases(module.name) };
  }),
);
const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

describe.each(suites)("channel $name", ({ name, module, setup, cases }) => {
  let server: Awaited<ReturnType<typeof startScriptedServer>>;
  let channel: OpenChannel;
  beforeAll(async () => {
    server = await startScriptedServer();
    const settings = module.settings.parse(setup.settings(`${server.url}/base/`));
    channel = module.open([{ district: "lamongan", settings }], service);
  });
  afterAll(async () => {
    await channel.close();
    await server.close();
  });
  const parse = (body: string, headers: Record<string, string> = {}) => channel.parse(setup.request(body, headers));

  describe("reads", () => {
    it.each(cases.inbound)("$label", ({ body, headers, events, error }) => {
      if (error) {
        expect(() => parse(textOf(body), headers)).toThrow(expect.objectContaining({ code: error }));
        return;
      }
      const read = parse(textOf(body), headers);
      expect(read).toHaveLength(events?.length ?? 0);
      expect(read).toMatchObject(events ?? []);
      for (const event of read) if (event.type === "message") InboundMessage.parse(event.message);
    });
  });

  describe("sends", () => {
    it.each(cases.outbound)("$label", async ({ message, asksToWrite, responses, requests, error }) => {
      server.answerWith(responses);
      const [account] = channel.accounts;
      if (!account) throw new Error("no account");
      const to = { channel: name, account: account.account, address: setup.address };
      const whole: OutboundMessage = { id: "out1", text: "x", choices: [], locale: "id", to, ...message };
      const sent = asksToWrite ? account.askToWrite?.(whole) : account.send(whole);
      if (error) await expect(sent).rejects.toMatchObject(error);
      else await sent;
      if (requests) {
        expect(server.seen).toHaveLength(requests.length);
        expect(server.seen).toMatchObject(requests);
      }
    });

    it("rejects with CHANNEL_BUSY if no server listens", async () => {
      if (cases.outbound.length === 0) return;
      const gone = await startScriptedServer();
      const settings = module.settings.parse(setup.settings(`${gone.url}/base/`));
      await gone.close();
      const other = module.open([{ district: "lamongan", settings }], service);
      const [account] = other.accounts;
      const to = { channel: name, account: account?.account ?? "", address: setup.address };
      if (platformless(cases)) return other.close();
      await expect(account?.send({ id: "out1", text: "x", choices: [], locale: "id", to })).rejects.toMatchObject({
        code: "CHANNEL_BUSY",
      });
      await other.close();
    });
  });

  describe("whatever arrives", () => {
    const REFUSALS = new Set(["UNAUTHORIZED", "BAD_REQUEST", "NOT_FOUND"]);
    const bodies = cases.inbound
      .filter(({ error, body }) => !error && typeof body === "object")
      .map(({ body }) => body);
    const strange = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom<unknown>(
        "\u0000",
        "\ud800",
        -1,
        1e300,
        "x".repeat(5_000),
        [[[[]]]],
        null,
        { toString: 1 },
        { __proto__: null },
      ),
    );

    it("reads or refuses any payload", () => {
      fc.assert(
        fc.property(fc.constantFrom(...bodies), fc.nat(), strange, (body, at, value) => {
          const text = JSON.stringify(mutated(body, at, value));
          try {
            for (const event of parse(text)) if (event.type === "message") InboundMessage.parse(event.message);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
            expect(REFUSALS.has((error as AppError).code), (error as AppError).code).toBe(true);
          }
        }),
        { numRuns: 300 },
      );
    });

    it("reads no number that the store cannot keep", () => {
      for (const body of bodies) {
        for (const huge of [1.7e305, -1.7e305, "9".repeat(400)]) {
          for (let at = 0; at < 60; at += 1) {
            for (const event of silently(() => parse(JSON.stringify(mutated(body, at, huge))))) {
              if (event.type !== "message") continue;
              expect(InboundMessage.safeParse(JSON.parse(JSON.stringify(event.message))).success).toBe(true);
            }
          }
        }
      }
    });

    it.each([
      ["truncated", (text: string) => text.slice(0, text.length / 2)],
      ["with a NUL", (text: string) => `${text}\u0000`],
      ["nested 50,000 deep", () => `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
      ["2 MB of one string", () => JSON.stringify({ a: "x".repeat(2_000_000) })],
      ["no UTF-8", () => "\ud800\udfff\ud800"],
    ])("%s", (_, spoiled) => {
      for (const body of bodies.slice(0, 3)) {
        try {
          parse(spoiled(JSON.stringify(body)));
        } catch (error) {
          expect(REFUSALS.has((error as AppError).code), String(error)).toBe(true);
        }
      }
    });
  });
});

function silently<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

const platformless = ({ outbound }: ChannelCases): boolean =>
  outbound.every(({ requests }) => requests === undefined || requests.length === 0);

function mutated(body: unknown, at: number, value: unknown): unknown {
  const copy = structuredClone(body);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk(child);
    }
  };
  walk(copy);
  const place = places[at % Math.max(places.length, 1)];
  if (place) {
    const [node, key] = place;
    if (at % 3 === 0) delete node[key];
    else node[key] = value;
  }
  return copy;
}
