import { describe, expect, it } from "vitest";
import type { TicketView } from "../../src/conversation/question.ts";
import { chat } from "./dialogue.ts";
import { service, ticket } from "./people.ts";

const FIRST = ticket.number;
const NEW = "LMG-26-000123-7";

const open = (more: Partial<TicketView> = {}) => {
  const own = { ...ticket, ...more };
  return chat((question) =>
    question.ask === "ticket" && question.number === NEW
      ? { ask: "ticket", outcome: "found", ticket: { ...own, number: NEW } }
      : service({ tickets: [own], byNumber: own })(question),
  );
};
type Talk = ReturnType<typeof open>;

/** The reports that are kept from the village: when they were filed, or by an act of their own. */
const kept = ({ requests }: Talk) =>
  requests.flatMap((request) => {
    if (request.type === "open-ticket") return request.draft.confidential ? [request.draft.number] : [];
    const { event } = request;
    return event.type === "confided" || ("lane" in event && event.lane?.sensitive) ? [request.number] : [];
  });
const filed = ({ requests }: Talk) => requests.filter(({ type }) => type === "open-ticket").length;

/** Presses the one button of that name which is offered now. */
function confide(talk: Talk, choices: readonly string[]) {
  const id = choices.find((one) => /:confide$|^>confide\.raise:/.test(one));
  expect(id, choices.join()).toBeDefined();
  return talk.press(id ?? "");
}
const said = (talk: Talk, ...words: string[]) => words.map((one) => talk.say(one)).at(-1)?.choices ?? [];

describe("'Rahasiakan dari desa' keeps a report from the village", () => {
  it.each<[string, string[]]>([
    ["a complaint's summary", ["3", "beras yang dibagikan busuk dan berkutu", "desa Jegreg"]],
    ["a question written before", ["mau tanya petugas kenapa bantuan anak saya tidak jadi ditambah"]],
  ])("at %s", (_, words) => {
    const talk = open();
    confide(talk, said(talk, "halo", ...words));
    expect([kept(talk), filed(talk)]).toEqual([[NEW], 1]);
  });

  it("at a repair, before anything of it is written", () => {
    const talk = open();
    said(talk, "halo", "perbaiki data", "1");
    const choices = talk.press("repair.explain:done").choices;
    confide(talk, choices);
    expect(kept(talk)).toEqual([]);
    talk.say("Siti Aminah desa Jegreg, ktp sudah baru");
    expect([kept(talk), filed(talk)]).toEqual([[NEW], 1]);
  });

  it("after a question that was filed in one message, at once and without another report", () => {
    const talk = open();
    const choices = said(talk, "halo", "7", "beras saya belum datang, kapan ya pak, desa Jegreg");
    expect([kept(talk), filed(talk)]).toEqual([[], 1]);
    const { at } = confide(talk, choices);
    expect([kept(talk), filed(talk), at]).toEqual([[NEW], 1, "ticket.filed"]);
  });

  it("where something is added, before it is written", () => {
    const talk = open();
    const choices = said(talk, "halo", FIRST, "1");
    confide(talk, choices);
    expect(kept(talk)).toEqual([FIRST]);
    talk.say("sudah dua kali saya tanya");
    expect(talk.requests.at(-1)).toMatchObject({ number: FIRST, event: { type: "added" } });
  });

  it("where a closed one is not solved", () => {
    const talk = open({ state: "closed", closedAt: Date.UTC(2026, 10, 22, 3) });
    confide(talk, said(talk, "halo", FIRST, "1"));
    expect(kept(talk)).toEqual([FIRST]);
  });

  it("at an answer to an officer, wherever the chat rests, and what comes next is still the answer", () => {
    const talk = open();
    said(talk, "halo", "3", "beras yang dibagikan busuk dan berkutu");
    talk.officerAsks(FIRST, "RT berapa?");
    const { at } = confide(talk, talk.say("RT 3").choices);
    expect([kept(talk), at]).toEqual([[FIRST], "complaint.where"]);
    talk.say("rumah nomor 7 dekat masjid");
    expect(talk.requests.at(-1)).toMatchObject({
      number: FIRST,
      event: { type: "added", text: "rumah nomor 7 dekat masjid" },
    });
    expect(talk.session().drafts).toEqual({});
  });

  it("typed by its number in the list, where a channel has no buttons", () => {
    const talk = open();
    talk.say("halo");
    talk.officerAsks(FIRST, "RT berapa?");
    const { choices } = talk.say("RT 3");
    talk.say(String(choices.findIndex((one) => one.startsWith(">confide")) + 1));
    expect(kept(talk)).toEqual([FIRST]);
  });
});

describe("it is not offered", () => {
  it("where the village cannot read the report anyway", () => {
    const talk = open({ confidential: true });
    expect(said(talk, "halo", FIRST, "1").join()).not.toContain("confide");
  });

  it("at a request about one's own data, which no village reads", () => {
    const talk = open();
    talk.say("halo");
    const { choices, at } = talk.press(">privacy.choose:data-correct");
    expect(at).not.toBe("menu.choose");
    expect(choices.join()).not.toContain("confide");
  });
});

it("an old button of somebody else's report changes nothing", () => {
  const talk = chat(service());
  talk.say("halo");
  expect(talk.press(`>confide.raise:${FIRST}`).text).toContain("tidak bisa dilihat dari chat ini");
  expect(talk.requests).toEqual([]);
  const other = chat(service({ byNumber: { ...ticket, own: false } }));
  other.say("halo");
  other.press(`>confide.raise:${FIRST}`);
  expect(other.requests).toEqual([]);
});
