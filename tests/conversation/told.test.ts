import { describe, expect, it } from "vitest";
import { FILED_KEPT, lapseTimes, TOLD_KEPT, unlapsed } from "../../src/conversation/engine/lapse.ts";
import { newSession, readSession, type Session } from "../../src/conversation/engine/session.ts";
import { stripAt, stripSession } from "../../src/conversation/engine/strip-session.ts";
import { chat, NOW, READING } from "./dialogue.ts";
import { KK, NIK, OTHER_NIK, paid, service } from "./people.ts";

const STORY = "pkh saya sudah 3 tahap tidak cair";
const told = (text: string) => {
  const talk = chat(service());
  talk.say(text);
  return talk.session().told;
};

describe("the told facts of a message", () => {
  it.each<[string, object | undefined]>([
    [STORY, { text: STORY, category: "not-paid", programme: "PKH" }],
    ["pkh ibu saya belum cair", { text: "pkh ibu saya belum cair", who: "family" }],
    ["pkh bapakku belum cair sampai sekarang", { who: "family" }],
    ["pkh saya belum cair, saya dari desa Jegreg", { place: "Jegreg", programme: "PKH" }],
    [`pkh saya belum cair, NIK ${OTHER_NIK} tolong`, { text: "pkh saya belum cair, NIK ••••••••••••••02 tolong" }],
    ["kks kulo mboten gadhah kartu", { text: "kks kulo mboten gadhah kartu" }],
    ["kapan pkh cair pak", undefined],
    ["apa itu pkh", undefined],
    ["alamat kantor desa Jegreg dimana", undefined],
    ["halo", undefined],
    ["petugas", undefined],
    ["anak saya belum makan 2 hari", undefined],
    ["saya dipukuli suami di desa Jegreg", undefined],
  ])("%s", (text, kept) => {
    if (kept === undefined) expect(told(text)).toBeUndefined();
    else expect(told(text)).toMatchObject(kept);
  });

  it("have masked numbers", () => {
    const talk = chat(service());
    talk.say(`beras bantuan busuk dan berkutu, nik saya ${NIK}, desa Jegreg`);
    talk.say("eh tidak jadi, mau cek dulu saja");
    expect(talk.session().told?.text).toContain("busuk");
    expect(JSON.stringify(talk.session().told)).not.toContain(NIK);
  });

  it("hold no data from the register", () => {
    const talk = chat(service({ aid: [paid] }));
    for (const words of [STORY, NIK, KK, "belum", "eh tidak jadi, mau tanya dulu saja"]) talk.say(words);
    const { at: _, ...kept } = talk.session().told ?? {};
    expect(kept).toEqual({ text: STORY, category: "not-paid", programme: "PKH" });
  });
});

describe("the time that the session keeps data", () => {
  const resting: Session = {
    ...newSession("id"),
    lastAt: NOW,
    told: { text: STORY, category: "not-paid", area: "3524092006", place: "Jegreg", at: NOW },
  };

  it.each([
    { after: -1, kept: true },
    { after: 0, kept: false },
  ])("told facts $after ms after their day, in a chat that goes on and in one that rests: $kept", ({ after, kept }) => {
    const talk = chat(service());
    talk.say(STORY);
    talk.say("menu");
    talk.wait(TOLD_KEPT + after - 2 * READING);
    expect(talk.say("mau lapor").at === "complaint.category").toBe(!kept);
    expect("told" in talk.session()).toBe(kept);
    expect("told" in stripSession(resting, NOW + TOLD_KEPT + after)).toBe(kept);
  });

  it("ends for a resting session at the time that stripAt returns", () => {
    expect(stripAt(resting)).toBe(NOW + TOLD_KEPT);
    expect(stripAt(stripSession(resting, NOW + TOLD_KEPT))).toBeUndefined();
  });

  it.each([
    [-1, true],
    [0, false],
  ])("a proof %i ms after its end: %s, in a chat that goes on and in one that rests", (after, kept) => {
    const proof = { person: "p", nik: NIK, kk: KK, tier: 2 as const, until: NOW };
    expect("proof" in unlapsed({ proof }, NOW + after)).toBe(kept);
    expect("proof" in stripSession({ ...newSession("id"), proof }, NOW + after)).toBe(kept);
    expect(lapseTimes({ proof })).toEqual([NOW]);
  });

  it.each([
    [-1, true],
    [0, false],
  ])("a report of danger %i ms after its day: %s, in a chat that goes on and in one that rests", (after, kept) => {
    const emergency = {
      number: "LMG-26-930001-1",
      dangers: ["hunger" as const],
      isPlaced: true,
      placeAsked: 1,
      isTaken: false,
      isOfAnother: false,
      at: NOW,
    };
    const session = { ...newSession("id"), emergency };
    expect("emergency" in unlapsed({ emergency }, NOW + TOLD_KEPT + after)).toBe(kept);
    expect("emergency" in stripSession(session, NOW + TOLD_KEPT + after)).toBe(kept);
    expect(stripAt(session)).toBe(NOW + TOLD_KEPT);
  });
});

describe("a session of another release", () => {
  it("has the story of the flow `check` among the told facts", () => {
    const old = { ...newSession("id"), at: "check.result", data: { told: STORY }, lastAt: NOW };
    expect(readSession(old)?.told).toEqual({ text: STORY, at: NOW });
  });

  it("loses told facts that this release cannot read, and the chat goes on", () => {
    const later = { ...newSession("id"), at: "check.number", told: { text: STORY, category: "no-such-kind", at: NOW } };
    expect(readSession(later)).toMatchObject({ at: "check.number" });
    expect(readSession(later)?.told).toBeUndefined();
  });

  const AT = NOW;
  it.each<[keyof Session, number, Partial<Session>]>([
    ["filed", FILED_KEPT, { filed: { number: "LMG-26-930001-1", at: AT, kept: true } }],
    ["withdrawn", FILED_KEPT, { withdrawn: { number: "LMG-26-930001-1", at: AT } }],
    ["urgentAt", TOLD_KEPT, { urgentAt: AT }],
    ["fraudAt", TOLD_KEPT, { fraudAt: AT }],
    ["mournedAt", TOLD_KEPT, { mournedAt: AT }],
    ["confidentialAt", TOLD_KEPT, { confidentialAt: AT }],
  ])("%s is kept for %i ms", (part, lasts, kept) => {
    const session = { ...newSession("id"), lastAt: AT, ...kept };
    expect(stripAt(session)).toBe(AT + lasts);
    expect(stripSession(session, AT + lasts - 1)[part]).toEqual(kept[part]);
    expect(part in stripSession(session, AT + lasts)).toBe(false);
    expect(readSession(stripSession(session, AT + lasts))).toBeDefined();
  });

  it("answers to officers are kept as long as the report that was filed last", () => {
    const content = { type: "text" as const, text: "kartunya masih di saya" };
    const session = { ...newSession("id"), replying: { sent: [{ number: "LMG-26-930001-1", at: AT, content }] } };
    expect(stripAt(session)).toBe(AT + FILED_KEPT);
    expect(stripSession(session, AT + FILED_KEPT - 1).replying?.sent).toHaveLength(1);
    expect(stripSession(session, AT + FILED_KEPT).replying?.sent).toEqual([]);
  });
});
