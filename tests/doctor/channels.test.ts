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

describe("a channel whose platform takes free text only for a while", () => {
  const cases: [string, Partial<Channel>, { says: string; next: string }[]][] = [
    [
      "gives a warning with the names of its template settings",
      { name: "line", window: 12 * HOUR, templateSettings: ["LINE_TEMPLATE"] },
      [{ says: expect.stringContaining("after 12 hours waits"), next: "set LINE_TEMPLATE" }],
    ],
    [
      "gives a warning also without template settings",
      { name: "line", window: 48 * HOUR },
      [{ says: expect.stringContaining("after 48 hours waits"), next: expect.stringMatching(/^line has no setting/) }],
    ],
    ["gives no warning if it has a template", { name: "line", window: HOUR, askToWrite: async () => undefined }, []],
    ["gives no warning if its platform always takes free text", { name: "line" }, []],
  ];
  it.each(cases)("%s", async (_, channel, wanted) => {
    const scene = sceneWith([channel, page]);
    const checks = channelChecks(scene);
    expect(checks.map(({ name }) => name)).toEqual(["line"]);
    const found = (await Promise.all(checks.map((check) => check.examine(scene)))).flat();
    expect(found).toEqual(wanted.map((one) => ({ verdict: "warning", ...one })));
  });
});

describe("a district with only a page of the service", () => {
  it("gives a warning that names the setting of every platform", async () => {
    const [found] = await noChannelCheck.examine(sceneWith([page]));
    expect(found?.next).toBe(
      "set TELEGRAM_BOT_TOKEN or WHATSAPP_TOKEN or WHATSAPP_WEB_GATEWAY, with __LAMONGAN behind it",
    );
  });
  it("gives no warning with a platform", async () => {
    expect(await noChannelCheck.examine(sceneWith([page, { name: "line" }]))).toEqual([]);
  });
});
