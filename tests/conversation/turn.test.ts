import { describe, expect, it } from "vitest";
import { flowOf } from "../../src/conversation/engine/flow.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { chat } from "./dialogue.ts";
import { KK, NIK, service } from "./people.ts";

const MINUTE = 60_000;
const open = () => {
  const talk = chat(service());
  talk.say("halo");
  return talk;
};

describe("commands", () => {
  const resting = flows.all.flatMap(({ name, states }) =>
    Object.entries(states).flatMap(([state, { prompt }]) => (prompt === undefined ? [] : [`${name}.${state}`])),
  );
  /** Each value has the messages that lead to the state. */
  const ways: Record<string, string[]> = {
    "menu.choose": [],
    "check.number": ["1"],
    "check.proof": ["1", NIK],
    "check.name": ["1", NIK, "2"],
    "check.no-number": ["1", "1"],
    "check.card": ["1", "1", "1"],
    "check.card-name": ["1", "1", "1", KK],
    "check.result": ["1", NIK, KK],
    "repair.choose": ["2"],
    "repair.explain": ["2", "1"],
    "complaint.category": ["3"],
    "complaint.programme": ["3", "1"],
    "complaint.what": ["3", "4"],
    "complaint.where": ["3", "4", "tidak masuk daftar"],
    "complaint.confirm": ["3", "4", "tidak masuk daftar", "desa Jegreg"],
    "track.choose": ["4"],
    "programmes.list": ["5"],
    "offices.show": ["6"],
    "officer.ask": ["7"],
    "privacy.choose": ["8"],
  };

  it("are tried in existing states", () => expect(Object.keys(ways).filter((at) => !resting.includes(at))).toEqual([]));

  describe.each(Object.entries(ways))("at %s", (at, way) => {
    const there = () => {
      const talk = open();
      for (const said of way) talk.say(said);
      expect(talk.session().at).toBe(at);
      return talk;
    };

    it.each(["menu", "MENU!", "/menu", "Menu utama", "kembali ke menu"])("%s leads to the menu", (said) => {
      expect(there().say(said).at).toBe("menu.choose");
    });
    it.each(["petugas", "hubungi petugas", "operator", "/petugas", "officer"])("%s leads to an officer", (said) => {
      expect(there().say(said).at).toBe("officer.ask");
    });
    it.each(["stop", "berhenti", "STOP.", "/stop"])("%s leaves the flow and says what goes on", (said) => {
      const answer = there().say(said);
      expect(answer.at).toBe("menu.choose");
      expect(answer.text).toContain("Jawaban atas laporan");
    });
    it.each(["help", "tolong", "/help"])("%s explains and repeats the question", (said) => {
      const answer = there().say(said);
      expect(answer.at).toBe(at);
      expect(answer.text).toContain("layanan resmi");
    });
    it("english repeats the question in English", () => {
      const answer = there().say("english");
      expect(answer.at).toBe(at);
      expect(answer.text).toContain("All right, we speak English");
    });
    it("bantuan leads to the menu, because it may mean aid or help", () => {
      const answer = there().say("bantuan");
      expect(answer).toMatchObject({ at: "menu.choose" });
      expect(answer.text).toContain("bisa berarti");
    });
  });

  it.each([
    "bansos saya berhenti",
    "kenapa bantuan saya berhenti",
    "jangan stop bantuan saya",
    "tolong bantu cek nik saya",
  ])("do not act inside longer messages: %s", (said) => {
    const answer = open().say(said);
    expect(answer.text).not.toContain("Kabar berkala dihentikan");
  });
});

describe("back", () => {
  it("goes step by step and ends at the menu", () => {
    const talk = open();
    for (const said of ["3", "1", "1"]) talk.say(said);
    expect(["kembali", "kembali", "kembali"].map((said) => talk.say(said).at)).toEqual([
      "complaint.programme",
      "complaint.category",
      "menu.choose",
    ]);
  });
});

describe("choices", () => {
  it.each([
    "1",
    "1.",
    "1)",
    "satu",
    "no 1",
    "nomor satu",
    "yang pertama",
    "siji",
    "#1",
    "1️⃣",
    "Cek penerima bansos",
    "cek penerima bansos!",
    "Check for aid",
  ])('include the first option, typed as "%s"', (said) => expect(open().say(said).at).toBe("check.number"));

  it("of an earlier question get an explanation", () => {
    const talk = open();
    talk.say("1");
    const [button] = talk.say(NIK).choices;
    talk.say("menu");
    const answer = talk.press(button ?? "");
    expect(answer.at).toBe("menu.choose");
    expect(answer.text).toContain("pertanyaan sebelumnya");
  });

  it("of the menu work from any old message", () => {
    const talk = chat(service());
    const [, repair] = talk.say("halo").choices;
    talk.say("1");
    expect(talk.press(repair ?? "").at).toBe("repair.choose");
  });

  it("with an unknown id change nothing", () => {
    const talk = open();
    talk.say("1");
    expect(talk.press("<script>").at).toBe("check.number");
    expect(talk.press(">nowhere.at-all").at).toBe("check.number");
    expect(talk.press(">check.looking").at).toBe("check.number");
  });
});

describe("a message that is not understood", () => {
  it("gets a hint the second time, and the offer of an officer the third time", () => {
    const talk = open();
    talk.say("1");
    const answers = ["xyz abc", "qwe rty", "zzz"].map((said) => talk.say(said));
    expect(answers.map(({ at }) => at)).toEqual(["check.number", "check.number", "check.number"]);
    expect(answers[0]?.text).not.toContain("bagian atas KTP");
    expect(answers[1]?.text).toContain("bagian atas KTP");
    expect(answers[2]?.choices.at(-1)).toContain("officer");
    expect(talk.press(answers[2]?.choices.at(-1) ?? "").at).toBe("officer.ask");
  });

  it("of an unreadable kind gets an answer once a day", () => {
    const talk = open();
    const sticker = { type: "other" as const, kind: "sticker" };
    expect(talk.send(sticker).text).toContain("belum bisa kami baca");
    expect(talk.send(sticker).text).toBe("");
    talk.wait(25 * 60 * MINUTE);
    expect(talk.send(sticker).text).toContain("belum bisa kami baca");
  });
});

describe("a chat after a rest", () => {
  it("begins with a line that says where it was", () => {
    const talk = open();
    talk.say("3");
    talk.wait(45 * MINUTE);
    const answer = talk.say("4");
    expect(answer.text).toContain("Kita lanjutkan yang tadi: laporan");
    expect(answer.at).toBe("complaint.what");
  });

  it.each([
    ["a button of a closed report", (talk: ReturnType<typeof open>) => talk.press(">track.unsolved:LMG-26-000001-7")],
    ["a command that leads away", (talk: ReturnType<typeof open>) => talk.say("menu")],
    ["a menu row", (talk: ReturnType<typeof open>) => talk.press(">offices.show")],
  ])("says nothing of where it was before %s", (_, say) => {
    const talk = open();
    for (const said of ["3", "4"]) talk.say(said);
    talk.wait(45 * MINUTE);
    expect(say(talk).text).not.toContain("Kita lanjutkan");
  });

  it("has no numbers after 16 minutes", () => {
    const talk = open();
    for (const said of ["1", NIK, KK]) talk.say(said);
    expect(JSON.stringify(talk.session())).toContain(NIK);
    talk.wait(16 * MINUTE);
    expect(talk.say("1").text).toContain("Demi keamanan");
    expect(JSON.stringify(talk.session())).not.toContain(NIK);
    expect(flowOf(talk.session().at)).toBe("check");
  });

  it("shows the privacy notice once", () => {
    const talk = chat(service());
    expect(talk.say("halo").text).toContain("OTP");
    expect(talk.say("menu").text).not.toContain("OTP");
    expect(talk.session().notice).toMatchObject({ version: "2026-12" });
  });
});

describe("deep links", () => {
  it.each([
    ["check", "check.number"],
    ["complaint", "complaint.category"],
    ["programme-pkh", "programmes.show"],
    ["track_LMG-26-000001-7", "track.choose"],
    ["no-such-thing", "menu.choose"],
    [undefined, "menu.choose"],
  ])("/start %s", (payload, at) => {
    const talk = chat(service());
    expect(talk.send(payload ? { type: "start", payload } : { type: "start" }).at).toBe(at);
  });
});

it("a chat answers small talk and stays in its state", () => {
  const talk = open();
  talk.say("1");
  expect(talk.say("terima kasih banyak")).toMatchObject({ at: "check.number" });
  expect(talk.say("apakah ini resmi?").text).toContain("Chat ini layanan resmi");
});

it("a clear question about another matter leaves the report, and the session keeps the draft", () => {
  const talk = open();
  for (const said of ["3", "4", "tidak masuk daftar"]) talk.say(said);
  expect(talk.session().at).toBe("complaint.where");
  talk.say("menu");
  talk.say("1");
  expect(talk.say("alamat dinsos dimana").at).toBe("offices.show");
  expect(talk.session().drafts.complaint?.at).toBe("complaint.where");
});

it("the text of a ticket has masked numbers", () => {
  const talk = open();
  for (const said of ["7", `NIK saya ${NIK} kenapa belum cair`]) talk.say(said);
  const words = talk.requests.map((one) =>
    one.type === "open-ticket" ? one.draft.text : one.type === "add-to-ticket" ? one.event.text : "",
  );
  expect(words.join()).toContain("NIK saya ••••••••••••••01");
  expect(words.join()).not.toContain(NIK);
});

it("a question for an officer is filed with the village that follows it", () => {
  const talk = open();
  for (const said of [`kursi roda untuk ibu saya, NIK ${NIK}`, "desa Jegreg"]) talk.say(said);
  const [request] = talk.requests;
  expect(request).toMatchObject({ type: "open-ticket", draft: { category: "officer" } });
  const { text, area } = request?.type === "open-ticket" ? request.draft : {};
  expect(text).toMatch(/^kursi roda untuk ibu saya, NIK \S*\ndesa Jegreg$/);
  expect(text).not.toContain(NIK);
  expect(area, "the one village that is named").toMatch(/^3524/);
});

it("the same messages always get the same answers", () => {
  const say = () => {
    const talk = chat(service());
    return ["halo", "1", NIK, "Siti Aminah"].map((said) => talk.say(said).text);
  };
  expect(say()).toEqual(say());
});
