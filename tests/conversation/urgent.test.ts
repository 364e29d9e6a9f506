import { describe, expect, it } from "vitest";
import { newSession, type Session } from "../../src/conversation/engine/session.ts";
import { StateAt } from "../../src/conversation/engine/state-names.ts";
import { takeTurn } from "../../src/conversation/engine/turn.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { DANGERS, type Danger } from "../../src/signals/danger.ts";
import type { Content } from "../../src/vocabulary/message.ts";
import { chat, factsAt, NOW, translate } from "./dialogue.ts";
import { NIK, service, ticket } from "./people.ts";

const TOLD: Record<Danger, string> = {
  "self-harm": "saya sudah capek hidup rasanya mau mati saja",
  violence: "saya dipukuli suami",
  "sexual-coercion": "anak saya diperkosa pak RT",
  "urgent-medical": "suami saya harus cuci darah besok tapi BPJS PBI mati",
  disaster: "rumah saya kebakaran semalam",
  hunger: "anak tidak makan 2 hari",
  neglected: "ibu saya ODGJ dipasung",
};
const NUMBERS: Record<Danger, RegExp> = {
  "self-harm": /119, lalu tekan 8/,
  violence: /129/,
  "sexual-coercion": /129/,
  "urgent-medical": /119/,
  disaster: /112/,
  hunger: /112/,
  neglected: /112/,
};
const isSurvivors = (danger: Danger) => danger === "violence" || danger === "sexual-coercion";
const cases = Object.entries(TOLD) as [Danger, string][];
const resting = flows.all.flatMap(({ name, states }) =>
  Object.entries(states).flatMap(([state, { prompt }]) => (prompt === undefined ? [] : [`${name}.${state}`])),
);

const HARMFUL = /Di desa.*kapan kejadiannya|turut berduka|Akta|akta kematian|Ketik NIK|belum paham|OTP/;

function told(at: string, said: string | Content, more: Partial<Session> = {}) {
  const answering = service();
  const content: Content = typeof said === "string" ? { type: "text", text: said } : said;
  const session: Session = { ...newSession("id"), at: StateAt.parse(at), ...more };
  let turn = takeTurn(session, { type: "message", content }, factsAt(NOW), flows);
  const replies = [...turn.replies];
  const requests = [...turn.requests];
  while (turn.lookUp) {
    turn = takeTurn(turn.session, { type: "found", result: answering(turn.lookUp) }, factsAt(NOW), flows);
    replies.push(...turn.replies);
    requests.push(...turn.requests);
  }
  const parts = replies.flatMap((reply) => reply.parts.map((part) => translate("id", part)));
  return { at: turn.session.at, session: turn.session, text: parts.join("\n"), parts, requests };
}

describe("somebody in danger", () => {
  describe.each(cases)("%s", (danger, text) => {
    it.each(resting)("gets help before all other texts in %s", (at) => {
      const { text: said, parts, at: after } = told(at, text);
      expect(parts[0]).toBe(translate("id", { key: `urgent.human.${danger}` }));
      expect(said).toMatch(NUMBERS[danger]);
      expect(said).not.toMatch(HARMFUL);
      expect(after).toBe(isSurvivors(danger) ? "urgent.consent" : "urgent.place");
    });

    it("gets an answer of at most 700 characters", () => {
      expect(told("menu.choose", text).text.length).toBeLessThanOrEqual(700);
    });

    it("is asked for the place only in the last text", () => {
      const { parts } = told("menu.choose", text);
      expect(parts.slice(0, -1).join("\n")).not.toMatch(/desa atau kelurahan mana/);
    });
  });

  it.each(resting)("gets help after words under a photo, a film, a voice message or a document in %s", (at) => {
    for (const kind of ["image", "video", "voice", "document"] as const) {
      const { parts } = told(at, { type: "media", kind, file: "f1", caption: TOLD.hunger });
      expect(parts[0], kind).toBe(translate("id", { key: "urgent.human.hunger" }));
    }
  });

  it.each(cases.filter(([danger]) => !isSurvivors(danger)))(
    "with %s gets a ticket with the story in the same turn",
    (danger, text) => {
      const { requests, text: said } = told("complaint.what", text);
      expect(requests).toEqual([
        {
          type: "open-ticket",
          draft: expect.objectContaining({
            category: danger === "self-harm" ? "urgent-private" : "urgent",
            text,
            signals: expect.arrayContaining([danger]),
          }),
        },
      ]);
      expect(said).toContain("LMG-26-000123-7");
    },
  );

  it("with two dangers gets the numbers for both, and the ticket holds both signals", () => {
    const { requests, text } = told("menu.choose", "banjir sekarang, saya mau bunuh diri saja");
    expect(requests[0]).toMatchObject({
      draft: { category: "urgent-private", signals: expect.arrayContaining(["self-harm", "disaster"]) },
    });
    expect(text).toMatch(/119, lalu tekan 8[\s\S]*112/);
  });

  it("keeps the draft of a complaint", () => {
    const draft = { category: "not-paid", programme: "PKH" };
    const { session } = told("complaint.what", TOLD.hunger, { data: draft });
    expect(session.drafts.complaint).toMatchObject({ at: "complaint.what", data: draft });
  });

  it("reads a district's number only if it is signed off", () => {
    const facts = factsAt(NOW);
    const local = (signed_off: boolean) => ({
      id: "duty",
      number: "0322-000",
      does: { id: "piket Dinas Sosial" },
      signals: [...DANGERS],
      source: "Dinas Sosial",
      checked_on: "2026-11-28",
      owner: "Dinas Sosial",
      signed_off,
    });
    const said = (signed_off: boolean) => {
      const district = { ...facts.district, urgent: { ...facts.district.urgent, local: [local(signed_off)] } };
      const turn = takeTurn(
        newSession("id"),
        { type: "message", content: { type: "text", text: TOLD.violence } },
        { ...facts, district },
        flows,
      );
      return turn.replies.flatMap(({ parts }) => parts.map((part) => translate("id", part))).join("\n");
    };
    expect(said(false)).not.toContain("0322-000");
    expect(said(true)).toContain("0322-000");
  });
});

describe("words after a report of danger", () => {
  it("are added to the ticket, and a place becomes the ticket's area", () => {
    const { say, requests } = chat(service());
    say("anak tidak makan 2 hari");
    expect(say("desa Jegreg kecamatan Modo")).toMatchObject({ at: "urgent.open" });
    expect(requests.at(-1)).toMatchObject({
      type: "add-to-ticket",
      event: { text: "desa Jegreg kecamatan Modo", area: expect.stringMatching(/^3524\d{6}$/) },
    });
    say("sama adiknya yang masih bayi juga");
    expect(requests.at(-1)).toMatchObject({ event: { text: "sama adiknya yang masih bayi juga" } });
    expect(requests.filter(({ type }) => type === "open-ticket")).toHaveLength(1);
  });

  it("do not get the question for a place that the first words named", () => {
    const { say, requests } = chat(service());
    expect(say("rumah saya kebakaran di desa Jegreg kecamatan Modo")).toMatchObject({ at: "urgent.open" });
    expect(requests[0]).toMatchObject({ draft: { area: expect.stringMatching(/^3524/) } });
  });

  it("go to an open ticket on the same matter", () => {
    const { say, requests } = chat(service({ same: { ...ticket, category: "urgent" } }));
    expect(say("anak tidak makan 2 hari").text).toContain(ticket.number);
    expect(requests).toMatchObject([{ type: "add-to-ticket", number: ticket.number }]);
  });

  it("on another danger go to the same ticket, and get the help for it", () => {
    const { say, requests } = chat(service());
    say("anak tidak makan 2 hari");
    say("desa Jegreg kecamatan Modo");
    const { at, text } = say("ibu saya ODGJ dipasung di kandang");
    expect(at).toBe("urgent.open");
    expect(text).toContain(translate("id", { key: "urgent.human.neglected" }));
    expect(requests.at(-1)).toMatchObject({
      type: "add-to-ticket",
      event: { text: "ibu saya ODGJ dipasung di kandang" },
    });
    expect(requests.filter(({ type }) => type === "open-ticket")).toHaveLength(1);
  });

  it("on self-harm get a ticket of their own", () => {
    const { say, requests } = chat(service());
    say("anak tidak makan 2 hari");
    say("saya sudah capek hidup rasanya mau mati saja");
    expect(requests.flatMap((one) => (one.type === "open-ticket" ? [one.draft.category] : []))).toEqual([
      "urgent",
      "urgent-private",
    ]);
  });

  it("on violence wait for consent, and get a ticket of their own", () => {
    const { say, requests } = chat(service());
    say("anak tidak makan 2 hari");
    say("desa Jegreg kecamatan Modo");
    const before = requests.length;
    expect(say("saya dipukuli suami tadi malam")).toMatchObject({ at: "urgent.consent" });
    expect(requests).toHaveLength(before);
    say("ya");
    expect(requests.at(-1)).toMatchObject({ type: "open-ticket", draft: { category: "violence", text: "" } });
    expect(JSON.stringify(requests.at(-1))).not.toMatch(/dipukuli|makan|3524/);
  });

  it("of thanks add nothing to the ticket", () => {
    const { say, requests } = chat(service());
    say("anak tidak makan 2 hari");
    const before = requests.length;
    say("terima kasih pak");
    expect(requests).toHaveLength(before);
    expect(say("menu")).toMatchObject({ at: "menu.choose" });
  });

  it("get the privacy notice only at the next question after the danger", () => {
    const { say } = chat(service());
    expect(say("anak tidak makan 2 hari").text).not.toMatch(/PRIVASI/);
    expect(say("desa Jegreg kecamatan Modo").text).not.toMatch(/PRIVASI/);
    say("menu");
    expect(say("halo").text).toMatch(/PRIVASI/);
  });

  it("under a photo open a ticket with the photo", () => {
    const { send, requests } = chat(service());
    send({ type: "media", kind: "image", file: "photo", caption: "rumah saya roboh semalam" });
    expect(requests[0]).toMatchObject({ draft: { category: "urgent", files: [{ file: "photo" }] } });
  });
});

describe("violence", () => {
  const TALE = "saya dipukuli suami tadi malam pakai kayu";

  it("is neither filed nor kept before consent", () => {
    const { say, requests, session } = chat(service());
    expect(say(TALE)).toMatchObject({ at: "urgent.consent" });
    expect(requests).toEqual([]);
    expect(JSON.stringify(session())).not.toMatch(/kayu|dipukuli/);
  });

  it("gets a ticket without words after consent, and the way to reach the citizen", () => {
    const { say, requests } = chat(service());
    say("saya diperkosa pak RT, dia minta uang juga");
    expect(say("ya")).toMatchObject({ at: "urgent.safely" });
    expect(requests).toMatchObject([
      { draft: { category: "violence", text: "", signals: expect.arrayContaining(["sexual-coercion", "accusation"]) } },
    ]);
    expect(say("siang saja jangan telepon")).toMatchObject({ at: "urgent.open" });
    expect(requests.at(-1)).toMatchObject({ event: { text: "siang saja jangan telepon" } });
  });

  it("opens no ticket without consent", () => {
    const { say, requests } = chat(service());
    say(TALE);
    expect(say("tidak")).toMatchObject({
      at: "menu.choose",
      text: expect.stringContaining("tidak ada yang kami teruskan"),
    });
    expect(requests).toEqual([]);
  });

  it("told again is not kept, and the chat says so", () => {
    const { say, requests, session } = chat(service());
    say(TALE);
    expect(say("dia mabuk terus bawa parang").text).toMatch(/tidak kami simpan|tidak perlu/i);
    expect(say("saya dipukuli lagi pakai sapu")).toMatchObject({ at: "urgent.consent" });
    expect(requests).toEqual([]);
    expect(JSON.stringify(session())).not.toMatch(/parang|sapu/);
  });

  it("taken back after consent leaves a note of ours in the ticket, not the words", () => {
    const { say, press, requests } = chat(service());
    say("saya dipukuli suami");
    press("urgent.consent:yes");
    say("siang saja");
    const { text } = say("salah paham pak, saya tidak dipukuli siapa siapa, tadi cuma emosi");
    expect(text).toContain("Kami tulis itu di laporan LMG-26-000123-7");
    expect(requests.at(-1)).toMatchObject({ type: "add-to-ticket", number: "LMG-26-000123-7" });
    expect(JSON.stringify(requests.at(-1))).toContain("pastikan dulu dengan cara yang aman");
    expect(JSON.stringify(requests)).not.toMatch(/emosi|siapa siapa/);
  });

  it("is filed without a number that the message holds", () => {
    const { say, requests } = chat(service());
    say(`saya dipukuli suami, NIK saya ${NIK}`);
    say("ya");
    expect(JSON.stringify(requests)).not.toContain(NIK);
  });

  it("is not added to a ticket that other officers read", () => {
    const { say, requests } = chat(service({ byNumber: ticket, tickets: [ticket] }));
    say(ticket.number);
    say("1");
    expect(say(TALE)).toMatchObject({ at: "urgent.consent" });
    expect(requests).toEqual([]);
  });
});

describe("a living person said to be dead", () => {
  it.each([
    "katanya saya sudah meninggal dunia",
    "aku dianggep mati",
    "ibu saya belum meninggal",
    "saya masih hidup kok ditulis meninggal",
  ])("gets no condolence: %s", (text) => {
    for (const at of resting.filter((one) => !["ticket.collect", "track.add", "repair.contest"].includes(one))) {
      const { text: said, at: after } = told(at, text);
      expect([at, after]).toEqual([at, "repair.contest"]);
      expect(said).not.toMatch(/berduka/);
    }
  });

  it("begins the objection with the citizen's words", () => {
    const { say, press, requests } = chat(service());
    const { choices } = say("katanya saya sudah meninggal dunia");
    press(choices.find((id) => id.endsWith("file")) ?? "");
    say("Siti, desa Jegreg");
    expect(requests[0]).toMatchObject({
      draft: { category: "listed-dead", text: "katanya saya sudah meninggal dunia\nSiti, desa Jegreg" },
    });
  });

  it("of a real death gets a condolence", () => {
    expect(told("menu.choose", "suami saya sudah meninggal")).toMatchObject({
      at: expect.stringMatching(/^repair\./),
      text: expect.stringMatching(/berduka|sudah meninggal/),
    });
  });
});

it.each([
  ["extortion that threatens to strike a name", "kalau tidak kasih 50 ribu besoknya dicoret"],
  ["an official who threatens to strike a name", "pak kasun minta uang, kalau tidak nama saya dicoret"],
])("%s does not lead to a check", (_, text) => {
  expect(told("menu.choose", text).text).not.toMatch(/Ketik NIK/);
});

it("a corrected place replaces the first one on the report of danger", () => {
  const { say, requests } = chat(service());
  say(TOLD.hunger);
  say("desa Jegreg kecamatan Modo");
  expect(say("eh salah, bukan Jegreg, di desa Sambangrejo kecamatan Modo").text).toContain("sudah kami catat");
  const moved = requests.filter((request) => request.type === "add-to-ticket").at(-1);
  expect(moved?.event).toMatchObject({ type: "add", moves: true });
});

it.each([
  ["dudu desa Jegreg mas, ning desa Sambangrejo kecamatan Modo", true],
  ["bukan di Jegreg tapi di desa Sambangrejo kecamatan Modo", true],
  ["ini bukan kiriman biasa, dari desa Sambangrejo kecamatan Modo airnya", undefined],
  ["bukan Jegreg saja, desa Sambangrejo kecamatan Modo juga kena", undefined],
  ["dudu Jegreg thok, desa Sambangrejo kecamatan Modo yo kebanjiran", undefined],
  ["iki dudu udan biasa, desa Sambangrejo kecamatan Modo yo kebanjiran", undefined],
])("only a place that is taken back is corrected: %s", (text, moves) => {
  const { say, requests } = chat(service());
  say(TOLD.hunger);
  say("desa Jegreg kecamatan Modo");
  say(text);
  const added = requests.filter((request) => request.type === "add-to-ticket").at(-1);
  expect(added?.event.text).toContain(text.slice(0, 8));
  expect(added?.event.type === "add" && added.event.moves).toBe(moves);
});
