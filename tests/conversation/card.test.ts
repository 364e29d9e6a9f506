import { expect, it } from "vitest";
import { chat, translate } from "./dialogue.ts";
import { KK, NIK, service } from "./people.ts";

const invalid = (...reasons: ("MENINGGAL" | "TIDAK_PADAN" | "GRADUASI")[]) => ({
  recipient: { valid: false, reasons },
});

it.each([
  ["valid data", {}, "good", "Hasilnya baik", "Asilipun sae"],
  ["data to repair", invalid("TIDAK_PADAN"), "warn", "Perlu diurus", "Perlu dipunurus"],
  ["out of a programme", invalid("GRADUASI"), "bad", "Perlu diperhatikan", "Perlu dipungatosaken"],
] as const)("the card of %s has a colour, and its words in the chat's language", (_, known, tone, id, jv) => {
  for (const [locale, said] of [
    ["id", id],
    ["jv", jv],
  ] as const) {
    const { replies } = chat(service(known as never), locale).say(`cek NIK ${NIK} KK ${KK}`);
    const card = replies.at(-1)?.card;
    expect([card?.tone, card && translate(locale, card.said)]).toEqual([tone, said]);
  }
});

it("a NIK with a name gets no card, because the name proves too little", () => {
  const talk = chat(service());
  talk.say(NIK);
  const { at, replies } = talk.say("Siti Aminah");
  expect([at, replies.at(-1)?.card]).toEqual(["check.registered", undefined]);
});

it("a result says once that the person is recorded as dead", () => {
  const { text } = chat(service(invalid("MENINGGAL") as never)).say(`cek NIK ${NIK} KK ${KK}`);
  expect(text.match(/tercatat meninggal/gi)).toEqual(["Tercatat meninggal"]);
});

it("a result names the repairing office, and puts no brackets round the name", () => {
  const { text } = chat(service(invalid("TIDAK_PADAN") as never)).say(`cek NIK ${NIK} KK ${KK}`);
  expect(text).toContain("• Belum padan Dukcapil. Yang memperbaiki: Dinas Kependudukan (Dukcapil)\n");
});
