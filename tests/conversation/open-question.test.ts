import { describe, expect, it } from "vitest";
import type { Content } from "../../src/vocabulary/message.ts";
import { chat } from "./dialogue.ts";
import { KK, NIK, service, ticket } from "./people.ts";

const FIRST = "LMG-26-000001-7";
const SECOND = "LMG-26-000002-5";
const MINUTE = 60_000;
const photo: Content = { type: "media", kind: "image", file: "f1" };
const voice: Content = { type: "media", kind: "voice", file: "v1" };

const open = () => chat(service({ tickets: [ticket], byNumber: ticket }));
type Talk = ReturnType<typeof open>;
/** An answer that was taken back is "-". */
const given = ({ requests }: Talk) =>
  requests.flatMap((request) => {
    if (request.type !== "add-to-ticket") return [];
    const { number, event } = request;
    return [[number, event.type === "add" ? (event.files?.[0]?.file ?? event.text) : "-"]];
  });

/** Each value has the messages that lead to the state. */
const places: Record<string, string[]> = {
  "menu.choose": ["halo"],
  "check.number": ["halo", "1"],
  "check.proof": ["halo", "1", NIK],
  "repair.explain": ["halo", "2", "1"],
  "complaint.category": ["halo", "3"],
  "complaint.programme": ["halo", "3", "1"],
  "complaint.what": ["halo", "3", "4"],
  "complaint.where": ["halo", "3", "4", "tidak masuk daftar sampai sekarang"],
  "complaint.confirm": ["halo", "3", "4", "tidak masuk daftar sampai sekarang", "desa Jegreg"],
  "ticket.filed": ["halo", "3", "4", "tidak masuk daftar sampai sekarang", "desa Jegreg", "1"],
  "track.choose": ["halo", "4"],
  "track.view": ["halo", FIRST],
  "programmes.list": ["halo", "5"],
  "offices.show": ["halo", "6"],
  "officer.ask": ["halo", "7"],
  "privacy.choose": ["halo", "8"],
};

describe.each(Object.entries(places))("an officer's question while the chat rests at %s", (at, way) => {
  const there = () => {
    const talk = open();
    for (const said of way) talk.say(said);
    expect(talk.session().at).toBe(at);
    talk.officerAsks(FIRST, "RT berapa, dan sudah terima kartunya?");
    return talk;
  };

  it.each([
    "RT 3 RW 1, kartunya belum saya terima",
    "sudah",
    "belum",
    "iya",
    "3",
    "tidak tahu",
    "kenapa harus ditanya lagi",
    "sore",
    NIK,
  ])('gets "%s" as its answer', (said) => {
    const talk = there();
    const answer = talk.say(said);
    expect(given(talk)).toEqual([[FIRST, said === NIK ? expect.not.stringContaining(NIK) : said]]);
    expect(answer.text).toContain(FIRST);
    expect(answer.text).not.toContain("belum paham");
    expect(answer.at).toBe(at);
  });

  it.each([
    ["a photo", photo, "f1"],
    ["a voice", voice, "v1"],
    ["a place", { type: "location", latitude: -7.1, longitude: 112.4 } satisfies Content, "-7.10000, 112.40000"],
  ])("gets %s as its answer", (_, content, kept) => {
    const talk = there();
    talk.send(content);
    expect(given(talk)).toEqual([[FIRST, kept]]);
  });

  it.each(["halo", "ok", "Assalamualaikum pak", "p", "makasih", "siap pak", "selamat pagi"])(
    'gets no answer by "%s", and the chat repeats it',
    (said) => {
      const talk = there();
      expect(talk.say(said).text).toContain("kartunya?");
      expect(given(talk)).toEqual([]);
    },
  );

  it("leaves commands and buttons as they are", () => {
    const talk = there();
    expect(talk.say("menu").at).toBe("menu.choose");
    expect(talk.press(">offices.show").at).toBe("offices.show");
    expect(given(talk)).toEqual([]);
    talk.say("RT 3");
    expect(given(talk)).toEqual([[FIRST, "RT 3"]]);
  });

  it("loses an answer that the citizen takes back, and the chat reads the words again", () => {
    const talk = there();
    const { choices } = talk.say("kapan PKH cair");
    expect(choices).toContainEqual(expect.stringMatching(/^>reply\.other:/));
    const other = choices.find((id) => id.startsWith(">reply.other:")) ?? "";
    const { text } = talk.press(other);
    expect(given(talk)).toEqual([
      [FIRST, "kapan PKH cair"],
      [FIRST, "-"],
    ]);
    expect(text).toContain("tarik");
    const again = talk.press(other);
    expect(given(talk)).toHaveLength(2);
    expect(again.at).toBe(talk.session().at);
  });

  it('ends with "selesai", and the chat rests where it was', () => {
    const talk = there();
    talk.say("RT 3");
    talk.send(photo);
    expect(given(talk)).toHaveLength(2);
    const answer = talk.say("selesai");
    expect(answer.at).toBe(at);
    expect(answer.text).not.toContain("berkala");
    talk.say("menu");
    expect(talk.say("apakah saya dapat bansos").at).toBe("check.number");
    expect(given(talk)).toHaveLength(2);
  });
});

describe("an open question", () => {
  const asked = () => {
    const talk = open();
    talk.say("halo");
    talk.officerAsks(FIRST, "RT berapa?");
    return talk;
  };

  it("waits while the citizen files another report, and is then open again", () => {
    const talk = asked();
    const other = talk.say("saya mau lapor beras busuk dan berkutu").choices[1] ?? "";
    expect(talk.press(other).at).toMatch(/^complaint\./);
    for (let steps = 0; talk.session().at !== "complaint.confirm" && steps < 5; steps += 1) talk.say("desa Jegreg");
    talk.press("complaint.confirm:send");
    expect(talk.session().at).toBe("ticket.filed");
    talk.say("RT 3");
    expect(given(talk).at(-1)).toEqual([FIRST, "RT 3"]);
  });

  it("gives a NIK back to a check", () => {
    const talk = asked();
    const { choices } = talk.say(NIK);
    expect(talk.press(choices[1] ?? "").at).toBe("check.proof");
  });

  it("lets the citizen type the title of a button under the answer", () => {
    const talk = asked();
    talk.say("RT 3");
    expect(talk.say("bukan, ini soal lain").text).toContain("tarik");
  });

  it("gets no words that come 45 minutes after its answer", () => {
    const talk = asked();
    talk.say("RT 3");
    talk.wait(45 * MINUTE);
    expect(talk.say("apakah saya dapat bansos").at).toBe("check.number");
    expect(given(talk)).toHaveLength(1);
  });

  it('is repeated after its button "Jawab", and gets the next words', () => {
    const talk = asked();
    talk.officerAsks(SECOND, "Namanya siapa?");
    expect(talk.press(`>reply.begin:${FIRST}`).text).toContain("RT berapa?");
    talk.say("RT 3");
    expect(given(talk)).toEqual([[FIRST, "RT 3"]]);
  });

  it("leads to the ticket by its button after the answer", () => {
    const talk = asked();
    talk.say("RT 3");
    expect(talk.press(`>reply.begin:${FIRST}`).at).toBe("track.view");
  });

  it("gives way to a newer question, and can get an answer that the citizen moves", () => {
    const talk = asked();
    talk.officerAsks(SECOND, "Namanya siapa?");
    const first = talk.say("Siti");
    expect(given(talk)).toEqual([[SECOND, "Siti"]]);
    expect(first.text).toMatch(/RT berapa/);
    talk.say("RT 3");
    expect(given(talk).at(-1)).toEqual([FIRST, "RT 3"]);

    const mixed = asked();
    mixed.officerAsks(SECOND, "Namanya siapa?");
    const { choices } = mixed.say("RT 3");
    const move = choices.find((id) => id.endsWith(`/${FIRST}`)) ?? "";
    mixed.press(move);
    expect(given(mixed)).toEqual([
      [SECOND, "RT 3"],
      [SECOND, "-"],
      [FIRST, "RT 3"],
    ]);
    mixed.press(move);
    expect(given(mixed)).toHaveLength(3);
  });

  it("leaves the numbers of its answer in the session for less than 20 minutes", () => {
    const talk = asked();
    talk.say(`NIK saya ${NIK}`);
    expect(JSON.stringify(talk.session())).toContain(NIK);
    talk.wait(20 * MINUTE);
    talk.say("menu");
    expect(JSON.stringify(talk.session())).not.toContain(NIK);
  });
});

describe("a question that has lapsed", () => {
  it.each([
    ["gets no KK that comes alone", KK, "check.number"],
    ["gives way to a new check by NIK and KK", `${NIK} ${KK}`, "check.result"],
  ])("%s", (_, said, at) => {
    const talk = open();
    for (const one of ["1", NIK]) talk.say(one);
    talk.wait(20 * MINUTE);
    const answer = talk.say(said);
    expect(answer.at).toBe(at);
    expect(answer.text).toContain("15 menit");
    expect(answer.text).not.toContain("1919");
  });
});
