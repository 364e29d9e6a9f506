import { describe, expect, it } from "vitest";
import type { TicketView } from "../../src/conversation/engine/lookup.ts";
import { chat } from "./dialogue.ts";
import { service, ticket } from "./people.ts";

const FIRST = ticket.number;
const NEW = "LMG-26-000123-7";

const open = (more: Partial<TicketView> = {}) => {
  const own = { ...ticket, ...more };
  return chat((question) =>
    question.find === "ticket" && question.number === NEW
      ? { find: "ticket", outcome: "found", ticket: { ...own, number: NEW } }
      : service({ tickets: [own], byNumber: own })(question),
  );
};
type Talk = ReturnType<typeof open>;

/** Returns the numbers of reports that became confidential at filing or later. */
const kept = ({ requests }: Talk) =>
  requests.flatMap((request) => {
    if (request.type === "open-ticket") return request.draft.confidential ? [request.draft.number] : [];
    if (request.type !== "add-to-ticket") return [];
    const { event } = request;
    return event.type === "confide" || ("lane" in event && event.lane?.sensitive) ? [request.number] : [];
  });
const filed = ({ requests }: Talk) => requests.filter(({ type }) => type === "open-ticket").length;

function confide(talk: Talk, choices: readonly string[]) {
  const id = choices.find((one) => /:confide$|^>confide\.raise:/.test(one));
  expect(id, choices.join()).toBeDefined();
  return talk.press(id ?? "");
}
const said = (talk: Talk, ...words: string[]) => words.map((one) => talk.say(one)).at(-1)?.choices ?? [];

describe("'Rahasiakan laporan' keeps a report from the village", () => {
  it.each<[string, string[]]>([
    ["a complaint's summary", ["3", "beras yang dibagikan busuk dan berkutu", "desa Jegreg"]],
    ["a question for an officer", ["minta dihubungkan ke petugas soal bantuan anak saya yang tidak jadi ditambah"]],
  ])("at %s, and sends nothing before the citizen sends it", (_, words) => {
    const talk = open();
    const asked = confide(talk, said(talk, "halo", ...words));
    expect(asked.text).toContain("Dirahasiakan dari desa");
    expect(asked.choices.some((one) => one.endsWith(":confide"))).toBe(false);
    expect([kept(talk), filed(talk)]).toEqual([[], 0]);
    talk.press(`${asked.at}:send`);
    expect([kept(talk), filed(talk)]).toEqual([[NEW], 1]);
  });

  it("at a repair, before the citizen writes", () => {
    const talk = open();
    said(talk, "halo", "perbaiki data", "1");
    const choices = talk.press("repair.explain:done").choices;
    confide(talk, choices);
    expect(kept(talk)).toEqual([]);
    talk.say("Siti Aminah desa Jegreg, ktp sudah baru");
    expect([kept(talk), filed(talk)]).toEqual([[NEW], 1]);
  });

  it("after a question that one message has filed, without another report", () => {
    const talk = open();
    const choices = said(talk, "halo", "7", "beras saya belum datang, kapan ya pak, desa Jegreg");
    expect([kept(talk), filed(talk)]).toEqual([[], 1]);
    const { at } = confide(talk, choices);
    expect([kept(talk), filed(talk), at]).toEqual([[NEW], 1, "ticket.filed"]);
  });

  it("at an addition, before the citizen writes it", () => {
    const talk = open();
    const choices = said(talk, "halo", FIRST, "1");
    confide(talk, choices);
    expect(kept(talk)).toEqual([FIRST]);
    talk.say("sudah dua kali saya tanya");
    expect(talk.requests.at(-1)).toMatchObject({ number: FIRST, event: { type: "add" } });
  });

  it("at a closed report that is not solved", () => {
    const talk = open({ state: "closed", closedAt: Date.UTC(2026, 10, 22, 3) });
    confide(talk, said(talk, "halo", FIRST, "1"));
    expect(kept(talk)).toEqual([FIRST]);
  });

  it("at an answer to an officer inside a draft, and the next words still belong to the answer", () => {
    const talk = open();
    said(talk, "halo", "3", "beras yang dibagikan busuk dan berkutu");
    talk.officerAsks(FIRST, "RT berapa?");
    const { at } = confide(talk, talk.say("RT 3").choices);
    expect([kept(talk), at]).toEqual([[FIRST], "complaint.where"]);
    talk.say("rumah nomor 7 dekat masjid");
    expect(talk.requests.at(-1)).toMatchObject({
      number: FIRST,
      event: { type: "add", text: "rumah nomor 7 dekat masjid" },
    });
    expect(talk.session().drafts).toEqual({});
  });

  it("by its number in the list of buttons", () => {
    const talk = open();
    talk.say("halo");
    talk.officerAsks(FIRST, "RT berapa?");
    const { choices } = talk.say("RT 3");
    talk.say(String(choices.findIndex((one) => one.startsWith(">confide")) + 1));
    expect(kept(talk)).toEqual([FIRST]);
  });
});

const FEAR = "pak saya takut ketahuan pak kades";
const WISHES = ["jangan bilang desa", "tolong jangan bilang siapa2 ya pak", "ojo ngomong pak lurah", FEAR];
const photo = (caption: string) => ({ type: "media" as const, kind: "image" as const, file: "f1", caption });

describe("a wish for secrecy that is typed", () => {
  const asked = (...words: string[]) => {
    const talk = open();
    said(talk, "halo", ...words);
    talk.officerAsks(FIRST, "RT berapa?");
    return talk;
  };
  const added = (talk: Talk) =>
    talk.requests.flatMap((one) => (one.type === "add-to-ticket" && one.event.type === "add" ? [one.event.text] : []));

  it.each(WISHES.filter((wish) => wish !== FEAR))(
    "keeps the report that an officer asks about, and leaves the question open: %s",
    (wish) => {
      const talk = asked();
      const { text } = talk.say(wish);
      expect([kept(talk), added(talk)]).toEqual([[FIRST], []]);
      expect(text).toContain(FIRST);
      expect(text).toContain("RT berapa?");
      talk.say("RT 3");
      expect(added(talk)).toEqual(["RT 3"]);
    },
  );

  it.each(["RT 3 RW 1 pak, tapi jangan bilang desa", "sudah saya terima, tolong jangan sampaikan ke pak kades"])(
    "beside an answer keeps that report, and goes to the officer with the answer: %s",
    (words) => {
      const talk = asked();
      talk.say(words);
      expect([kept(talk), added(talk)]).toEqual([[FIRST], [words]]);
    },
  );

  it("under a photo keeps the report, and goes to the officer with the photo", () => {
    const talk = asked();
    talk.send(photo("ini kartunya, jangan bilang desa"));
    expect([kept(talk), added(talk)]).toEqual([[FIRST], ["ini kartunya, jangan bilang desa"]]);
  });

  it("right after an answer keeps the report of the answer", () => {
    const talk = asked();
    said(talk, "RT 3", "jangan bilang desa ya pak");
    expect([kept(talk), added(talk)]).toEqual([[FIRST], ["RT 3"]]);
  });

  it("in a draft keeps the draft and the report that an officer asks about", () => {
    const talk = asked("3", "beras yang dibagikan busuk dan berkutu");
    talk.say("jangan bilang desa");
    expect(kept(talk)).toEqual([FIRST]);
    expect(talk.session()).toMatchObject({ at: "complaint.where", confidentialAt: expect.any(Number) });
  });

  it("as the button under 'who reads it' keeps the report that an officer asks about", () => {
    const talk = asked();
    talk.say("apa pak kades akan tahu kalau saya lapor?");
    talk.press(">secrecy.keep");
    expect(kept(talk)).toEqual([FIRST]);
  });

  it.each(WISHES.flatMap((wish) => ["menu.choose", "offices.show", "track.choose"].map((at) => [wish, at] as const)))(
    "without a question keeps the open report of this chat: %s at %s",
    (wish, at) => {
      const talk = open();
      said(talk, "halo", ...{ "menu.choose": [], "offices.show": ["6"], "track.choose": ["4"] }[at as "menu.choose"]);
      expect(talk.session().at).toBe(at);
      const { text } = talk.say(wish);
      expect(kept(talk)).toEqual([FIRST]);
      expect(text).toContain(`Laporan ${FIRST} kami rahasiakan`);
    },
  );

  it("under a photo without a question keeps the open report of this chat", () => {
    const talk = open();
    talk.say("halo");
    const { text } = talk.send(photo("jangan bilang desa"));
    expect(kept(talk)).toEqual([FIRST]);
    expect(text).toContain("kami rahasiakan");
  });

  it("at an addition keeps that report", () => {
    const talk = open();
    said(talk, "halo", FIRST, "1", "jangan bilang desa");
    expect(kept(talk)).toEqual([FIRST]);
  });

  it("keeps the next filed report too", () => {
    const talk = open({ confidential: true });
    said(talk, "halo", "jangan bilang desa", "3", "beras yang dibagikan busuk dan berkutu", "desa Jegreg", "ya");
    expect(kept(talk)).toEqual([NEW]);
    const both = open();
    said(both, "halo", "jangan bilang desa", "3", "beras yang dibagikan busuk dan berkutu", "desa Jegreg", "ya");
    expect(kept(both)).toEqual([FIRST, NEW]);
  });
});

describe("an answer to an officer", () => {
  it("may say that a living person was listed as dead, and begins no new matter", () => {
    const talk = open();
    talk.say("halo");
    talk.officerAsks(FIRST, "Apakah ibunya masih ada?");
    const { at } = talk.say("ibu saya masih hidup pak, tapi katanya sudah meninggal");
    expect(at).toBe("menu.choose");
    expect(talk.requests).toMatchObject([{ number: FIRST, event: { type: "add" } }]);
  });
});

const ASK = "confide";
const STATE = "Dirahasiakan dari desa/kelurahan.";
const ACCUSES = "pak kades memotong bantuan saya dua ratus ribu";

describe("a report that is kept from the village shows so, without the button", () => {
  it.each<[string, string[]]>([
    [
      "a complaint of a kind that the village never reads",
      ["3", "9", "2", "dimintai uang oleh petugas", "desa Jegreg"],
    ],
    ["a complaint whose words accuse", ["3", "beras busuk karena pak kades menukar beras kami", "desa Jegreg"]],
    [
      "a complaint after a typed wish",
      ["3", "beras yang dibagikan busuk dan berkutu", "jangan bilang desa", "desa Jegreg"],
    ],
  ])("at the summary of %s", (_, words) => {
    const talk = open();
    talk.say("halo");
    const last = words.map((one) => talk.say(one)).at(-1);
    expect(last?.at).toBe("complaint.confirm");
    expect(last?.choices.join()).not.toContain(ASK);
    expect(last?.text).toContain(STATE);
  });

  it("but the summary of any other complaint offers the button", () => {
    const talk = open();
    const choices = said(talk, "halo", "3", "beras yang dibagikan busuk dan berkutu");
    const { text, choices: offered } = talk.say("desa Jegreg");
    expect([choices.join().includes(ASK), offered.join().includes(ASK), text.includes(STATE)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("at a question for an officer", () => {
    const talk = open();
    said(talk, "halo", "jangan bilang desa ya pak");
    const { at, text, choices } = talk.say(
      "minta dihubungkan ke petugas soal bantuan anak saya yang tidak jadi ditambah",
    );
    expect(at).toBe("officer.ask");
    expect(choices.join()).not.toContain(ASK);
    expect(text).toContain(STATE);
  });

  it("at a repair, before and after it is sent", () => {
    const talk = open();
    said(talk, "halo", "jangan bilang desa ya pak", "perbaiki data", "1");
    const { text, choices } = talk.press("repair.explain:done");
    expect(choices.join()).not.toContain(ASK);
    expect(text).toContain(STATE);
    const sent = talk.say("Siti Aminah desa Jegreg, ktp sudah baru");
    expect(kept(talk)).toContain(NEW);
    expect(sent.choices.join()).not.toContain(ASK);
  });

  it("at the confirmation of a report after a typed wish", () => {
    const talk = open();
    const choices = said(
      talk,
      ...["halo", "3", "beras yang dibagikan busuk dan berkutu", "jangan bilang desa", "desa Jegreg", "ya"],
    );
    expect([kept(talk), choices.join().includes(ASK)]).toEqual([[NEW], false]);
  });

  it("at an addition to the report", () => {
    const talk = open({ confidential: true });
    said(talk, "halo", FIRST);
    expect(talk.say("1").text).toContain(STATE);
  });

  it("at an answer to an officer's question about such a report", () => {
    const talk = open();
    talk.say("halo");
    talk.officerAsks(FIRST, "RT berapa?", { hiddenFromVillage: true });
    expect(talk.say("RT 3").choices.join()).not.toContain(ASK);
    expect(talk.say("rumah nomor 7 dekat masjid").choices.join()).not.toContain(ASK);
  });

  it("at the next answer after the button", () => {
    const talk = open();
    talk.say("halo");
    talk.officerAsks(FIRST, "RT berapa?");
    confide(talk, talk.say("RT 3").choices);
    expect(talk.say("rumah nomor 7 dekat masjid").choices.join()).not.toContain(ASK);
  });

  it("under the answer to 'who reads it'", () => {
    const talk = open();
    said(talk, "halo", "3", "beras yang dibagikan busuk dan berkutu", "jangan bilang desa");
    const { text, choices } = talk.say("siapa saja yang baca laporan ini?");
    expect(choices.join()).not.toContain("secrecy.keep");
    expect(text).toContain("petugas Dinas Sosial yang ditunjuk");
    expect(text).not.toContain("Pilih");
  });

  it("in a question that accuses, filed in one message", () => {
    const talk = open();
    const choices = said(talk, "halo", "7", `${ACCUSES}, apa itu boleh?`, "desa Jegreg");
    expect(choices.join()).not.toContain(ASK);
  });
});

describe("the button is not offered", () => {
  it("at a report that the village cannot read", () => {
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

it("an old button of another person's report changes nothing", () => {
  const talk = chat(service());
  talk.say("halo");
  expect(talk.press(`>confide.raise:${FIRST}`).text).toContain("tidak bisa dilihat dari chat ini");
  expect(talk.requests).toEqual([]);
  const other = chat(service({ byNumber: { ...ticket, own: false } }));
  other.say("halo");
  other.press(`>confide.raise:${FIRST}`);
  expect(other.requests).toEqual([]);
});
