import { describe, expect, it, onTestFinished } from "vitest";
import type { Cleaner } from "../../src/media/clean-apart.ts";
import { openFileFetcher } from "../../src/messaging/fetch-files.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const kept: Cleaner = async (bytes) => ({ bytes, type: "image/jpeg" });
let serials = 0;

async function ticketWith(files: readonly string[], over?: Store) {
  const store = over ?? (await openSqlite("sqlite::memory:", storeOptions()));
  if (!over) onTestFinished(() => store.close());
  const contact = someone();
  const [recorded] = await store.recordInbound([inbound(contact, "halo")]);
  const conversation = recorded?.conversation ?? "";
  const number = `LMG-26-${String(++serials).padStart(6, "0")}-1`;
  const open = (name: string, given: readonly string[], chat = conversation) =>
    store.openTicket({
      number: name,
      district: "lamongan",
      category: "quality",
      text: "beras bau",
      person: {},
      locale: "id",
      openedAt: Date.now(),
      conversation: chat,
      files: given.map((file) => ({ kind: "image" as const, file })),
    });
  await open(number, files);
  /** Each call uses a new fetcher, like a process after its start. */
  const work = async (cleanFile: Cleaner, fetch = async (file: string) => Buffer.from(file)) => {
    const { messaging, channel, lines } = await stages({ store, cleanFile });
    channel.fetchFile = (file) => fetch(file);
    await openFileFetcher(messaging)(number);
    return lines;
  };
  const states = async () => (await store.ticket(number))?.attachments.map(({ state, refusal }) => refusal ?? state);
  const said = async () =>
    (await store.history(contact, 50)).filter(({ from }) => from === "service").map(({ text }) => text);
  return { store, number, conversation, open, work, states, said };
}

describe("a file that kills its process", () => {
  it("is tried twice, also across restarts, then refused; the other files are kept", async () => {
    const { work, states, said } = await ticketWith(["good", "killer", "good too"]);
    const killed: Cleaner = async (bytes, kind) => (String(bytes) === "killer" ? undefined : kept(bytes, kind));
    await work(killed);
    expect(await states()).toEqual(["kept", "pending", "kept"]);
    await work(killed);
    expect(await states()).toEqual(["kept", "pending", "kept"]);
    await work(killed);
    expect(await states()).toEqual(["kept", "not-as-said", "kept"]);
    expect(await said()).toHaveLength(1);
  });

  it("is counted before it is decoded, so an attempt that ended the machine counts too", async () => {
    const { store, number, work, states } = await ticketWith(["killer"]);
    for (let death = 0; death < 2; death += 1) {
      let begun = () => {};
      const decoding = new Promise<void>((resolve) => (begun = resolve));
      void work(() => {
        begun();
        return new Promise(() => {});
      });
      await decoding;
      await work(kept);
      expect(await states(), "in the hand of the dead until its time is over").toEqual(["pending"]);
      await store.clearCounts([`in-hand:${number}-f1`]);
    }
    await work(kept);
    expect(await states()).toEqual(["not-as-said"]);
  });

  it("is not confused with a file whose store is away, nor with a refused file", async () => {
    const { store, work, states } = await ticketWith(["a", "b"]);
    const away = Object.assign(Object.create(store), store, {
      keepFile: async () => {
        throw new AppError("STORE_UNAVAILABLE", "away");
      },
    }) as Store;
    const { messaging, channel } = await stages({ store: away, cleanFile: kept });
    channel.fetchFile = async (file) => Buffer.from(file);
    const [waiting] = (await store.waiting(10)).media;
    for (let time = 0; time < 5; time += 1) {
      await openFileFetcher(messaging)(waiting ?? "");
    }
    expect(await states()).toEqual(["pending", "pending"]);
    await work(kept);
    expect(await states()).toEqual(["kept", "kept"]);
  });
});

it("each file of a slow album is decoded once, even if several workers are woken for the ticket", async () => {
  const files = Array.from({ length: 5 }, (_, index) => `photo-${index}`);
  const { work, states } = await ticketWith(files);
  const decoded: string[] = [];
  const slow: Cleaner = async (bytes, kind) => {
    decoded.push(String(bytes));
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    return kept(bytes, kind);
  };
  await Promise.all(Array.from({ length: 6 }, () => work(slow)));
  expect(await states()).toEqual(files.map(() => "kept"));
  expect(decoded.sort()).toEqual(files);
});

it("a file that the platform does not give delays no other file", async () => {
  const { store, number, work, states } = await ticketWith(["away", "good"]);
  const fetch = async (file: string) => {
    if (file === "away") throw new AppError("CHANNEL_BUSY", "502");
    return Buffer.from(file);
  };
  await work(kept, fetch);
  expect(await states()).toEqual(["pending", "kept"]);
  const at = { at: Date.now(), by: "citizen", text: "" };
  const { messaging, channel } = await stages({ store, cleanFile: kept });
  let calls = 0;
  channel.fetchFile = (file) => {
    calls += 1;
    return fetch(file);
  };
  const fetchFiles = openFileFetcher(messaging);
  await fetchFiles(number);
  await store.changeTicket(number, { type: "add", id: "more", ...at, files: [{ kind: "image", file: "late" }] });
  await fetchFiles(number);
  expect(await states()).toEqual(["pending", "kept", "kept"]);
  expect(calls).toBe(2);
});

describe("a day's quota", () => {
  it("of a chat is twenty files: the others are refused in one message, and another chat's file is kept", async () => {
    const { store, work, states, said } = await ticketWith(Array.from({ length: 24 }, (_, index) => `file ${index}`));
    await work(kept);
    expect(await states()).toEqual([...Array(20).fill("kept"), ...Array(4).fill("too-many")]);
    expect(await said()).toEqual([expect.stringContaining("20 berkas sehari")]);
    const other = await ticketWith(["mine"], store);
    await other.work(kept);
    expect(await other.states()).toEqual(["kept"]);
  });

  it("of a chat is a hundred megabytes", async () => {
    const { work, states } = await ticketWith(Array.from({ length: 9 }, (_, index) => `film ${index}`));
    const large = Buffer.alloc(14_000_000);
    await work(
      async () => ({ bytes: Buffer.from("small"), type: "video/mp4" }),
      async () => large,
    );
    expect(await states()).toEqual([...Array(7).fill("kept"), "too-many", "too-many"]);
  });

  it("of a district counts the files of all chats, and operators get an alarm", async () => {
    const { store, work, states, said } = await ticketWith(["one"]);
    await store.count([{ key: "files:district:lamongan", limit: 1, window: 86_400_000, add: 2_000 }]);
    const lines = await work(kept);
    expect(await states()).toEqual(["busy-day"]);
    expect(await said()).toEqual([expect.stringContaining("Kirim lagi berkasnya besok")]);
    expect(lines).toContainEqual(expect.objectContaining({ fields: { district: "lamongan", alarm: "files" } }));
  });

  it("counts a file once, even if the platform is asked for it 30 times", async () => {
    const { store, conversation, work, states } = await ticketWith(["slow"]);
    for (let time = 0; time < 30; time += 1) {
      await work(kept, async () => {
        throw new AppError("CHANNEL_BUSY", "502");
      });
    }
    await work(kept);
    expect(await states()).toEqual(["kept"]);
    const key = `files:chat:${conversation}`;
    expect((await store.count([{ key, limit: 99, window: 1_000, add: 0 }])).counts).toEqual([1]);
  });
});
