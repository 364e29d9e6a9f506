import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openTemplates, type TemplateState } from "../../../src/channels/whatsapp/templates.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
const states = (...all: string[]): TemplateState[] =>
  all.map((status, index) => ({ status, language: ["id", "en"][index] ?? "jv" }));

describe("Meta's answer about a template", () => {
  it.each<[string, () => Promise<TemplateState[]>, number]>([
    ["all approved", async () => states("APPROVED", "APPROVED"), 60],
    ["one language pending", async () => states("APPROVED", "PENDING"), 1],
    ["paused", async () => states("PAUSED"), 1],
    ["not there", async () => states(), 1],
    ["no answer", async () => Promise.reject(new Error("down")), 1],
  ])("%s: is asked for again after its time and not before", async (_, ask, minutes) => {
    const asked = vi.fn(ask);
    const templates = openTemplates(asked);
    await templates.findApproved("kabar");
    vi.advanceTimersByTime(minutes * MINUTE - 1);
    await templates.findApproved("kabar");
    expect(asked).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    await templates.findApproved("kabar");
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it("is asked for again after `forget`", async () => {
    const asked = vi.fn(async () => states("APPROVED"));
    const templates = openTemplates(asked);
    expect(await templates.findApproved("kabar")).toEqual(["id"]);
    templates.forget();
    await templates.findApproved("kabar");
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
