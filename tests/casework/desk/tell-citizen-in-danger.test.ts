import { describe, expect, it, onTestFinished, vi } from "vitest";
import { assignTicket } from "../../../src/casework/desk/assign.ts";
import { saveOfficer } from "../../../src/casework/desk/officer-leaves.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { ACCOUNT, chatOf, deskWith, NUMBER, officer } from "../../support/danger-desk.ts";
import { officerOf } from "../../support/officers.ts";

describe("a citizen in danger hears who has the ticket once a message has reached that officer", () => {
  const NAMED = (id: string) => expect.stringContaining(`sekarang ditangani ${id}`);
  it.each<[Category, unknown[]]>([
    ["urgent", [NAMED("ani")]],
    ["urgent-private", [NAMED("ani")]],
    ["violence", []], // another person may hold the phone
  ])("%s: the call is delivered", async (category, expected) => {
    const { openFromChat, deliver, follow, textsOf } = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await openFromChat(category, { promised: true });
    await follow();
    expect(await textsOf("citizen")).toEqual([]);
    await deliver("ani", "sent");
    for (const _ of ["once", "repeated"]) await follow();
    expect(await textsOf("citizen")).toEqual(expected);
  });

  it("violence: a citizen who read that no officer can write reads when an officer can, and when none can again", async () => {
    const all = await deskWith([officer("ani")], ["ani"]);
    await all.openFromChat("violence");
    await all.deliver("ani", "sent");
    for (const _ of ["once", "repeated"]) await all.follow();
    const told = [expect.stringMatching(/^Petugas khusus .* akan menulis/)];
    expect(await all.textsOf("citizen")).toEqual(told);
    await saveOfficer(all.messaging, officer("ani"), officer("ani", { active: false }), { by: "operator:test" });
    for (const _ of ["once", "repeated"]) await all.follow();
    const nobody = expect.stringContaining("belum ada petugas khusus");
    expect(await all.textsOf("citizen")).toEqual([...told, nobody]);
    await saveOfficer(all.messaging, officer("ani", { active: false }), officer("ani"), { by: "operator:test" });
    await all.follow();
    await all.deliver("ani", "sent");
    for (const _ of ["once", "repeated"]) await all.follow();
    expect(await all.textsOf("citizen")).toEqual([...told, nobody, ...told]);
  });

  it.each<Category>(["urgent", "urgent-private"])(
    "%s: no officer can be told at first, and one is told later",
    async (category) => {
      const all = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
      await all.openFromChat(category);
      await all.deliver("ani", "failed");
      await all.follow();
      await all.deliver("uci", "failed");
      for (const _ of ["once", "repeated"]) await all.follow();
      expect(await all.textsOf("citizen")).toEqual([]);
      await all.meet("uci");
      await all.follow();
      await all.deliver("uci", "sent");
      for (const _ of ["once", "repeated"]) await all.follow();
      expect(await all.textsOf("citizen")).toEqual([NAMED("uci")]);
    },
  );

  it("words that the citizen adds before the first call is sent do not hide the failure of the call", async () => {
    const all = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await all.openFromChat("urgent-private");
    await all.store.changeTicket(NUMBER, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "Jegreg" });
    await assignTicket(all.messaging, NUMBER);
    await all.deliver("ani", "failed");
    for (const _ of ["once", "repeated"]) await all.follow();
    expect([await all.holder(), await all.textsOf("citizen")]).toEqual(["uci", []]);
    await all.deliver("uci", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([NAMED("uci")]);
  });

  it("news does not repeat the message to the citizen", async () => {
    const all = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await all.openFromChat("urgent");
    await all.deliver("ani", "sent");
    await all.follow();
    await all.store.changeTicket(NUMBER, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "ya" });
    await assignTicket(all.messaging, NUMBER);
    await all.deliver("ani", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([NAMED("ani")]);
  });

  it("the second officer, near the place, is named only after a message has reached them", async () => {
    const sari = officerOf("village", { id: "sari", name: "sari", chats: [chatOf("sari")] });
    const all = await deskWith([officer("ani"), sari], ["ani", "sari"]);
    await all.openFromChat("urgent");
    await all.deliver("sari", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([]);
    await all.deliver("ani", "sent");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([expect.stringMatching(/ditangani ani .*bersama sari/)]);
  });

  it("a second officer who becomes the assignee is called, and the citizen reads who has the ticket now", async () => {
    const sari = officerOf("village", { id: "sari", name: "sari", chats: [chatOf("sari")] });
    const all = await deskWith([officer("ani"), sari], ["ani", "sari"]);
    await all.openFromChat("urgent");
    for (const id of ["sari", "ani"]) await all.deliver(id, "sent");
    await all.follow();
    await saveOfficer(all.messaging, officer("ani"), officer("ani", { active: false }), { by: "operator:uci" });
    await assignTicket(all.messaging, NUMBER);
    await all.deliver("sari", "sent");
    await all.follow();
    expect(await all.holder()).toBe("sari");
    expect(await all.textsOf("sari")).toEqual(["DARURAT", "DARURAT"].map((word) => expect.stringContaining(word)));
    expect(await all.textsOf("citizen")).toEqual([NAMED("ani"), NAMED("sari")]);
  });

  it("the officer near the place whose chat refuses is not named, and is called when they are back, also after another officer took over", async () => {
    const sari = officerOf("village", { id: "sari", name: "sari", chats: [chatOf("sari")] });
    const all = await deskWith([officer("ani"), officer("uci"), sari], ["ani", "uci", "sari"]);
    await all.openFromChat("urgent");
    await all.deliver("sari", "failed");
    await all.deliver("ani", "failed");
    await all.follow();
    await all.deliver("uci", "sent");
    await all.follow();
    expect([await all.holder(), await all.textsOf("citizen")]).toEqual(["uci", [NAMED("uci")]]);
    expect((await all.textsOf("citizen")).join()).not.toContain("sari");
    expect(await all.textsOf("sari")).toHaveLength(1);
    await all.meet("sari");
    await all.follow();
    await all.deliver("sari", "sent");
    await all.follow();
    expect(await all.textsOf("sari")).toHaveLength(2);
    expect(await all.owed()).toEqual([]);
  });
});

describe("a citizen who has read that an officer was told, although no officer could be told", () => {
  const DANGER: Record<string, string> = { urgent: "hunger", "urgent-private": "self-harm", violence: "violence" };
  const promisedTo = async (category: Category, locale = "id") => {
    const all = await deskWith([officer("ani"), officer("uci")], ["ani", "uci"]);
    await all.openFromChat(category, { promised: true, signals: [DANGER[category] ?? ""], locale });
    return all;
  };
  const failBoth = async (all: Awaited<ReturnType<typeof deskWith>>) => {
    await all.deliver("ani", "failed");
    await all.follow();
    expect(await all.textsOf("citizen")).toEqual([]);
    await all.deliver("uci", "failed");
    for (const _ of ["once", "repeated"]) await all.follow();
  };

  it.each<[Category, string, RegExp, RegExp]>([
    [
      "urgent",
      "id",
      /^Telepon sekarang:\n• 119: [\s\S]*• 112: [\s\S]*belum ada petugas .*Jangan menunggu kami/,
      /ditangani uci/,
    ],
    ["urgent-private", "id", /^Telepon sekarang:\n• 119[\s\S]*belum ada petugas .*Jangan menunggu/, /ditangani uci/],
    ["urgent-private", "en", /^Call now:\n• 119[\s\S]*nobody yet whom we can tell.*Do not wait/, /now with uci/],
    ["urgent-private", "jv", /^Telpon sakniki:\n• 119[\s\S]*dereng wonten petugas .*Ampun ngentosi/, /ditangani uci/],
    [
      "violence",
      "id",
      /belum ada petugas khusus [\s\S]*sekarang: .*129.*Jangan menunggu/,
      /^Petugas khusus .* menulis/,
    ],
    ["violence", "en", /no special officer yet [\s\S]*now: .*129.*Do not wait/, /^A special officer .* will write/],
    ["violence", "jv", /dereng wonten petugas khusus [\s\S]*129.*Ampun ngentosi/, /^Petugas khusus .* badhe nyerat/],
  ])(
    "%s, %s: reads the correction once, with the numbers, and later once who has the ticket",
    async (category, locale, no, yes) => {
      const all = await promisedTo(category, locale);
      await failBoth(all);
      expect(await all.textsOf("citizen")).toEqual([expect.stringMatching(no)]);
      expect((await all.textsOf("citizen")).join()).not.toMatch(/kekerasan|violence|dipukul/i);
      await all.meet("uci");
      await all.follow();
      await all.deliver("uci", "sent");
      for (const _ of ["once", "repeated"]) await all.follow();
      expect(await all.textsOf("citizen")).toEqual([expect.stringMatching(no), expect.stringMatching(yes)]);
    },
  );

  it("words that the citizen adds neither delay nor repeat the correction", async () => {
    const all = await promisedTo("urgent-private");
    const add = async (id: string) => {
      await all.store.changeTicket(NUMBER, { type: "add", id, at: Date.now(), by: "citizen", text: "Jegreg" });
      await assignTicket(all.messaging, NUMBER);
    };
    await add("a1");
    await failBoth(all);
    await add("a2");
    await all.deliver("uci", "failed");
    for (const _ of ["once", "repeated"]) await all.follow();
    expect(await all.textsOf("citizen")).toEqual([expect.stringMatching(/belum ada petugas/)]);
  });

  it("reads the correction after a late call that fails together with the call to the next officer", async () => {
    const all = await promisedTo("urgent-private");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 20_000 });
    onTestFinished(() => void vi.useRealTimers());
    await all.follow();
    expect([await all.textsOf("uci"), await all.textsOf("citizen")]).toEqual([[expect.any(String)], []]);
    for (const id of ["uci", "ani"]) await all.deliver(id, "failed");
    for (const _ of ["once", "repeated"]) await all.follow();
    expect(await all.textsOf("citizen")).toEqual([expect.stringMatching(/belum ada petugas/)]);
    expect(all.alarms().filter((one) => one === "no officer could be told that somebody is in danger")).toHaveLength(1);
  });

  it.each<[Category, RegExp, RegExp]>([
    ["urgent-private", /belum ada petugas/, /ditangani uci/],
    ["violence", /belum ada petugas khusus/, /^Petugas khusus/],
  ])(
    "%s: reads the correction if no call is sent in time, and the name after the second call is sent",
    async (category, no, yes) => {
      const all = await promisedTo(category);
      const began = Date.now();
      vi.useFakeTimers({ toFake: ["Date"], now: began });
      onTestFinished(() => void vi.useRealTimers());
      const textsAt = async (ms: number) => {
        vi.setSystemTime(began + ms);
        for (const _ of ["once", "repeated"]) await all.follow();
        return all.textsOf("citizen");
      };
      expect(await textsAt(20_000)).toEqual([]);
      expect(await textsAt(30_000)).toEqual([]);
      expect(await textsAt(40_000)).toEqual([expect.stringMatching(no)]);
      expect(all.alarms()).toEqual([
        "somebody is in danger",
        "an officer could not be told that somebody is in danger",
        "no officer could be told that somebody is in danger",
      ]);
      await all.deliver("uci", "sent");
      await textsAt(45_000);
      await all.deliver("uci", "sent");
      expect(await textsAt(50_000)).toEqual([expect.stringMatching(no), expect.stringMatching(yes)]);
      expect(await all.holder()).toBe("uci");
    },
  );

  it("reads the correction and the name again each time that the officer leaves and comes back", async () => {
    const all = await deskWith([officer("ani")], []);
    await all.openFromChat("urgent-private", { signals: ["self-harm"] });
    await all.meet("ani");
    for (const _ of ["once", "repeated"]) await all.follow();
    await all.deliver("ani", "sent");
    await all.follow();
    const named = expect.stringMatching(/ditangani ani/);
    const nobody = expect.stringMatching(/belum ada petugas/);
    expect(await all.textsOf("citizen")).toEqual([named]);
    const off = officer("ani", { active: false });
    for (const round of [1, 2]) {
      await saveOfficer(all.messaging, officer("ani"), off, { by: "operator:test" });
      for (const _ of ["once", "repeated"]) await all.follow();
      await saveOfficer(all.messaging, off, officer("ani"), { by: "operator:test" });
      for (const _ of ["once", "repeated"]) await all.follow();
      await all.deliver("ani", "sent");
      for (const _ of ["once", "repeated"]) await all.follow();
      if (round === 1) expect(await all.textsOf("citizen")).toEqual([named, nobody, named]);
    }
    expect(await all.textsOf("citizen")).toEqual([named, nobody, named, nobody, named]);
  });

  it("reads no correction after news that cannot be told, because the officer knows of the ticket", async () => {
    const all = await promisedTo("urgent-private");
    await all.deliver("ani", "sent");
    await all.follow();
    await all.store.changeTicket(NUMBER, { type: "add", id: "a1", at: Date.now(), by: "citizen", text: "ya" });
    await assignTicket(all.messaging, NUMBER);
    await all.deliver("ani", "failed");
    await all.store.setReachable({ ...chatOf("uci"), account: ACCOUNT }, false);
    for (const _ of ["once", "repeated"]) await all.follow();
    expect(await all.textsOf("citizen")).toEqual([expect.stringMatching(/ditangani ani/)]);
  });

  it("reads the correction after the only officer has left, and the name after the officer is back", async () => {
    const all = await deskWith([officer("ani")], ["ani"]);
    await all.openFromChat("urgent", { promised: true, signals: ["hunger"] });
    await all.deliver("ani", "sent");
    await all.follow();
    const off = officer("ani", { active: false });
    await saveOfficer(all.messaging, officer("ani"), off, { by: "operator:test" });
    for (const _ of ["once", "repeated"]) await all.follow();
    await saveOfficer(all.messaging, off, officer("ani"), { by: "operator:test" });
    for (const _ of ["once", "repeated"]) await all.follow();
    await all.deliver("ani", "sent");
    for (const _ of ["once", "repeated"]) await all.follow();
    const named = expect.stringMatching(/ditangani ani/);
    expect(await all.textsOf("citizen")).toEqual([named, expect.stringMatching(/belum ada petugas/), named]);
  });

  it.each([
    ["promised an officer in the first answer", true],
    ["promised none at first", false],
  ])(
    "%s: reads once that nobody can be told, although the officer is back without marks and their chat refuses",
    async (_, isPromised) => {
      const all = await deskWith([officer("ani")], ["ani"]);
      await all.openFromChat("urgent", { ...(isPromised ? { promised: true } : {}), signals: ["hunger"] });
      await all.deliver("ani", "sent");
      await all.follow();
      const off = officer("ani", { active: false });
      const bare = officer("ani", { urgent: false, survivor: false, sensitive: false });
      await saveOfficer(all.messaging, officer("ani"), off, { by: "operator:test" });
      for (const _ of ["once", "repeated"]) await all.follow();
      await saveOfficer(all.messaging, off, bare, { by: "operator:test" });
      for (const _ of ["once", "repeated"]) await all.follow();
      expect(await all.holder()).toBe("ani");
      await all.deliver("ani", "failed");
      for (const _ of ["once", "repeated"]) await all.follow();
      const named = expect.stringMatching(/ditangani ani/);
      const nobody = expect.stringMatching(/belum ada petugas/);
      expect(await all.textsOf("citizen")).toEqual([named, nobody]);
      await all.meet("ani");
      await all.follow();
      await all.deliver("ani", "sent");
      for (const _ of ["once", "repeated"]) await all.follow();
      expect(await all.textsOf("citizen")).toEqual([named, nobody, named]);
      await saveOfficer(all.messaging, bare, off, { by: "operator:test" });
      for (const _ of ["once", "repeated"]) await all.follow();
      expect(await all.textsOf("citizen")).toEqual([named, nobody, named, nobody]);
    },
  );

  it.each<[Category, boolean, string]>([
    ["violence", true, "violence"],
    ["violence", false, "violence"],
    ["urgent-private", true, "self-harm"],
    ["urgent", false, "hunger"],
  ])(
    "%s, promised at first: %s: reads once that nobody can be told, although another officer is back without a chat",
    async (category, isPromised, signal) => {
      const all = await deskWith([officer("ani")], ["ani"]);
      await all.openFromChat(category, { ...(isPromised ? { promised: true } : {}), signals: [signal] });
      await all.deliver("ani", "failed");
      for (const _ of ["once", "repeated"]) await all.follow();
      await all.meet("ani");
      for (const _ of ["once", "repeated"]) await all.follow();
      await all.deliver("ani", "sent");
      for (const _ of ["once", "repeated"]) await all.follow();
      const before = await all.textsOf("citizen");
      const off = officer("ani", { active: false });
      await saveOfficer(all.messaging, officer("ani"), off, { by: "operator:test" });
      for (const _ of ["once", "repeated"]) await all.follow();
      const nobody = [expect.stringContaining("belum ada petugas")];
      expect(await all.textsOf("citizen")).toEqual([...before, ...nobody]);
      for (const id of ["rina", "uci"]) {
        await saveOfficer(all.messaging, undefined, officer(id, { chats: [] }), { by: "operator:test" });
        for (const _ of ["once", "repeated"]) await all.follow();
      }
      expect(await all.textsOf("citizen")).toEqual([...before, ...nobody]);
    },
  );

  it("a citizen who was promised nothing reads no correction", async () => {
    const all = await deskWith([officer("ani")], []);
    await all.openFromChat("urgent-private", { signals: ["self-harm"] });
    for (const _ of ["once", "repeated"]) await all.follow();
    expect(await all.textsOf("citizen")).toEqual([]);
  });
});
