import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Channel } from "../../src/channels/channel.ts";
import { openAlerts } from "../../src/observability/alerts.ts";
import { AppError, type ErrorCode } from "../../src/vocabulary/errors.ts";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 30, 4, 0) }));
afterEach(() => void vi.useRealTimers());

/** While `state.code` is set, the platform fails with this code. */
function withChat() {
  const state: { code?: ErrorCode | undefined } = {};
  const read: string[] = [];
  const logged: unknown[] = [];
  const send = async ({ text }: { text: string }) => {
    if (state.code) throw new AppError(state.code, "no", { details: { platformCode: 403 } });
    read.push(text.replace("⚠ ", ""));
    return {};
  };
  const channel = { name: "telegram", account: "1", district: "jombang", operators: "7", send } as unknown as Channel;
  const alerts = openAlerts((_, { code }, message) => code !== undefined && logged.push([code, message]));
  alerts.connect([channel]);
  const raise = (message: string) => alerts.log("warn", { alarm: "x" }, message);
  return { state, read, logged, raise, refused: () => alerts.refusedWith(channel) };
}
const said = (code: string) => [code, "the operators' chat took no alert; it is tried again for an hour"];
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it.each<[string, ErrorCode]>([
  ["does not find the chat", "CONTACT_UNREACHABLE"],
  ["rejects the account", "CHANNEL_REJECTED"],
  ["is away", "CHANNEL_UNKNOWN"],
])(
  "a chat whose platform %s is logged once for each outage, and later gets the alerts in order and with their time",
  async (_, code) => {
    const { state, read, logged, raise, refused } = withChat();
    state.code = code;
    raise("one");
    await pass(1_000);
    raise("two");
    await pass(119_000);
    expect([read, logged, refused()]).toEqual([[], [said(code)], code]);
    state.code = undefined;
    await pass(5 * 60_000);
    raise("three");
    await pass(0);
    const late = "alarm: x\nraised: 11.00 WIB";
    expect(read).toEqual([`one\n${late}`, `two\n${late}`, "three\nalarm: x"]);
    expect(refused()).toBeUndefined();
    state.code = code;
    raise("four");
    await pass(0);
    expect(logged).toEqual([said(code), said(code)]);
  },
);

it("an alert that the chat did not take for an hour is given up", async () => {
  const { state, read, raise } = withChat();
  state.code = "CHANNEL_REJECTED";
  raise("one");
  await pass(70 * 60_000);
  state.code = undefined;
  await pass(10 * 60_000);
  expect(read).toEqual([]);
});

it("an alert that was refused once is sent before the next alert", async () => {
  const { state, read, raise } = withChat();
  state.code = "CHANNEL_REJECTED";
  raise("one");
  await pass(0);
  state.code = undefined;
  raise("two");
  await pass(0);
  expect(read).toEqual(["one\nalarm: x", "two\nalarm: x"]);
});
