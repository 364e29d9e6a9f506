import { describe, expect, it } from "vitest";
import type { Channel } from "../../src/channels/channel.ts";
import type { Scene } from "../../src/doctor/check.ts";
import { channelChecks, noChannelCheck } from "../../src/doctor/checks/channels.ts";

const HOUR = 3_600_000;
const sceneWith = (channels: Partial<Channel>[]) =>
  ({
    districts: [{ id: "lamongan" }],
    channels: channels.map((one) => ({ district: "lamongan", ...one })),
  }) as unknown as Scene;
const page: Partial<Channel> = { name: "kiosk", introduces: true };

describe("a channel whose platform takes free text for a while only", () => {
  const cases: [string, Partial<Channel>, { says: string; next: string }[]][] = [
    [
      "is warned of with the settings that it names itself",
      { name: "line", window: 12 * HOUR, templateSettings: ["LINE_TEMPLATE"] },
      [{ says: expect.stringContaining("after 12 hours waits"), next: "set LINE_TEMPLATE" }],
    ],
    [
      "is told where it has no such setting",
      { name: "line", window: 48 * HOUR },
      [{ says: expect.stringContaining("after 48 hours waits"), next: expect.stringMatching(/^line has no setting/) }],
    ],
    ["has nothing to mend with a template", { name: "line", window: HOUR, askToWrite: async () => undefined }, []],
    ["is no other channel", { name: "line" }, []],
  ];
  it.each(cases)("%s", async (_, channel, wanted) => {
    const scene = sceneWith([channel, page]);
    const checks = channelChecks(scene);
    expect(checks.map(({ name }) => name)).toEqual(["line"]);
    const found = (await Promise.all(checks.map((check) => check.examine(scene)))).flat();
    expect(found).toEqual(wanted.map((one) => ({ verdict: "warning", ...one })));
  });
});

describe("a district that citizens reach by a page of ours alone", () => {
  it("is told the setting of every platform", async () => {
    const [found] = await noChannelCheck.examine(sceneWith([page]));
    expect(found?.next).toBe(
      "set TELEGRAM_BOT_TOKEN or WHATSAPP_TOKEN or WHATSAPP_WEB_GATEWAY, with __LAMONGAN behind it",
    );
  });
  it("is fine with a platform", async () => {
    expect(await noChannelCheck.examine(sceneWith([page, { name: "line" }]))).toEqual([]);
  });
});
