import { describe, expect, it } from "vitest";
import { newSession, readSession, type Session } from "../../src/conversation/engine/session.ts";
import { stripAt, stripSession } from "../../src/conversation/engine/strip-session.ts";
import { TOLD_KEPT } from "../../src/conversation/engine/told.ts";
import { chat, NOW } from "./dialogue.ts";
import { KK, NIK, OTHER_NIK, paid, service } from "./people.ts";

const STORY = "pkh saya sudah 3 tahap tidak cair";
const told = (text: string) => {
  const talk = chat(service());
  talk.say(text);
  return talk.session().told;
};

describe("what a message tells", () => {
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

  it("numbers among the words are masked", () => {
    const talk = chat(service());
    talk.say(`beras bantuan busuk dan berkutu, nik saya ${NIK}, desa Jegreg`);
    talk.say("eh tidak jadi, mau cek dulu saja");
    expect(talk.session().told?.text).toContain("busuk");
    expect(JSON.stringify(talk.session().told)).not.toContain(NIK);
  });

  it("nothing of the register is among it, so a proof that expires leaves nothing of the person", () => {
    const talk = chat(service({ aid: [paid] }));
    for (const words of [STORY, NIK, KK, "belum", "eh tidak jadi, mau tanya dulu saja"]) talk.say(words);
    const { at: _, ...kept } = talk.session().told ?? {};
    expect(kept).toEqual({ text: STORY, category: "not-paid", programme: "PKH" });
  });
});

describe("how long it is kept", () => {
  const resting: Session = {
    ...newSession("id"),
    lastAt: NOW,
    told: { text: STORY, category: "not-paid", area: "3524092006", place: "Jegreg", at: NOW },
  };

  it("a day: then the next message begins without it", () => {
    const talk = chat(service());
    talk.say(STORY);
    talk.say("menu");
    talk.wait(TOLD_KEPT + 1);
    expect(talk.say("mau lapor").at).toBe("complaint.category");
    expect(talk.session().told).toBeUndefined();
  });

  it("and a resting session loses it when the day is over", () => {
    expect(stripAt(resting)).toBe(NOW + TOLD_KEPT);
    expect(stripSession(resting, NOW + TOLD_KEPT - 1).told).toEqual(resting.told);
    const stripped = stripSession(resting, NOW + TOLD_KEPT);
    expect(stripped).not.toHaveProperty("told");
    expect(stripAt(stripped)).toBeUndefined();
  });
});

describe("sessions of other releases", () => {
  it("the story that the flow `check` kept is told", () => {
    const old = { ...newSession("id"), at: "check.result", data: { told: STORY }, lastAt: NOW };
    expect(readSession(old)?.told).toEqual({ text: STORY, at: NOW });
  });

  it("a record that this release cannot read is dropped, and the chat goes on", () => {
    const later = { ...newSession("id"), at: "check.number", told: { text: STORY, category: "no-such-kind", at: NOW } };
    expect(readSession(later)).toMatchObject({ at: "check.number" });
    expect(readSession(later)?.told).toBeUndefined();
  });
});
