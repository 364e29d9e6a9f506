import { describe, expect, it } from "vitest";
import type { TicketDraft, TicketEvent } from "../src/casework/ticket.ts";
import { applyEffect, effectOf, jobsOf, readEffect } from "../src/effects/index.ts";

const NUMBER = "LMG-26-000001-1";
const draft: TicketDraft = {
  number: NUMBER,
  district: "lamongan",
  category: "other",
  text: "beras bau",
  person: {},
  locale: "id",
  openedAt: 1,
};
const event = { type: "add" as const, at: 2, text: "masih bau" };
const photo = { kind: "image" as const, file: "f1" };
const turn = { id: "m1.0", conversation: "c1" };

const written = (effect: ReturnType<typeof readEffect>) =>
  applyEffect<typeof effect.type, unknown>(effect, {
    openTicket: (opened) => ({ opened }),
    addToTicket: (number, added) => ({ number, added }),
    keepCandidate: (kept) => ({ kept }),
    noteCandidateChoice: (conversation, chosen) => ({ conversation, chosen }),
  });

describe("an effect", () => {
  it("is made from a request, with the id of its turn, and written unchanged", () => {
    const opens = effectOf({ type: "open-ticket", draft }, turn);
    expect(written(opens)).toEqual({ opened: { ...draft, conversation: "c1" } });
    const adds = effectOf({ type: "add-to-ticket", number: NUMBER, event }, turn);
    expect(adds).toMatchObject({ type: "add-to-ticket", id: "m1.0" });
    expect(written(adds)).toEqual({ number: NUMBER, added: { ...event, id: "m1.0", by: "citizen" } });
  });

  it("keeps a message that was not understood under its own id, and notes the chosen meaning in its chat", () => {
    const missed = { type: "keep-candidate" as const, district: "lamongan", text: "piye iki", offered: ["check"] };
    const { type: _, ...fields } = missed;
    const keeps = effectOf(missed, turn);
    expect(written(keeps)).toEqual({ kept: { ...fields, id: "m1.0", conversation: "c1" } });
    expect(written(effectOf({ type: "settle-candidate", chosen: "none" }, turn))).toEqual({
      conversation: "c1",
      chosen: "none",
    });
    expect(jobsOf(keeps)).toEqual([]);
    expect(readEffect(keeps.id, JSON.parse(JSON.stringify(keeps)))).toEqual(keeps);
  });

  it("wakes the work on tickets, and the fetching of files if it has files", () => {
    const names = (effect: ReturnType<typeof effectOf>) => jobsOf(effect).map(({ name }) => name);
    expect(names(effectOf({ type: "open-ticket", draft }, turn))).toEqual(["complaints"]);
    expect(names(effectOf({ type: "open-ticket", draft: { ...draft, files: [photo] } }, turn))).toEqual([
      "complaints",
      "media",
    ]);
    const withPhoto = { ...event, files: [photo] };
    expect(names(effectOf({ type: "add-to-ticket", number: NUMBER, event: withPhoto }, turn))).toEqual([
      "complaints",
      "media",
    ]);
    expect(jobsOf(effectOf({ type: "add-to-ticket", number: NUMBER, event }, turn))).toEqual([
      { name: "complaints", number: NUMBER },
    ]);
  });

  it("is read unchanged from its stored form", () => {
    const effect = effectOf({ type: "open-ticket", draft }, turn);
    expect(readEffect("m1.0", JSON.parse(JSON.stringify(effect)))).toEqual(effect);
  });

  it("is read from the stored form of earlier releases", () => {
    expect(written(readEffect("m1.0", { type: "open-ticket", draft }))).toEqual({ opened: draft });
    const old = { type: "added", id: "m1.0", at: 2, by: "citizen", text: "masih bau" };
    const now = { ...old, type: "add" } as TicketEvent;
    expect(written(readEffect("m1.0", { type: "add-to-ticket", number: NUMBER, event: old }))).toMatchObject({
      number: NUMBER,
      added: now,
    });
  });

  it.each([[{ type: "open-door" }], [{ type: "constructor" }], [{ type: "open-ticket" }], [null], [{}]])(
    "of an unknown type or form is refused: %j",
    (stored) => {
      expect(() => readEffect("m1.0", stored)).toThrow();
    },
  );
});
