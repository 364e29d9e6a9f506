import { describe, expect, it } from "vitest";
import { chat } from "./dialogue.ts";
import { NIK, service, ticket } from "./people.ts";

const FIRST = ticket.number;
const MINUTE = 60_000;

function closed(...before: string[]) {
  const talk = chat(service({ tickets: [ticket], byNumber: ticket }));
  for (const said of ["halo", ...before]) talk.say(said);
  talk.officerCloses(ticket);
  return talk;
}
const disputes = ({ requests }: ReturnType<typeof closed>) =>
  requests.flatMap((one) => (one.type === "add-to-ticket" ? [[one.number, one.event.type, one.event.text]] : []));

describe("straight after a closing letter", () => {
  it.each(["belum", "Belum pak", "tidak", "belum beres", "durung", "dereng", "tidak masuk", "blm"])(
    '"%s" opens the report again, and the chat asks what is missing',
    (said) => {
      const talk = closed();
      const { text, at } = talk.say(said);
      expect(disputes(talk)).toEqual([[FIRST, "dispute", said]]);
      expect([at, text]).toEqual(["track.add", expect.stringContaining("Apa yang belum beres?")]);
      talk.say("berasnya cuma lima kilo");
      expect(disputes(talk).at(-1)).toEqual([FIRST, "add", "berasnya cuma lima kilo"]);
    },
  );

  it('words after "belum" are kept, and the chat does not ask for them', () => {
    const talk = closed();
    const { text, at } = talk.say(`belum pak, uangnya tetap tidak masuk ke rekening saya, NIK ${NIK}`);
    expect(disputes(talk)).toEqual([[FIRST, "dispute", expect.stringContaining("uangnya tetap tidak masuk")]]);
    expect(JSON.stringify(disputes(talk))).not.toContain(NIK);
    expect([at, text]).toEqual(["track.view", expect.stringContaining("dibuka lagi")]);
  });

  it.each([
    "sudah",
    "terima kasih",
    "sudah masuk pak, terima kasih",
    "alhamdulillah sudah",
    "nggih",
    "ok",
    "matur nuwun",
  ])('"%s" leaves the report closed', (said) => {
    const talk = closed();
    expect(talk.say(said).text).toContain("tetap selesai");
    expect(talk.requests).toEqual([]);
  });

  it.each(["laporan saya", "laporanku", "my reports", "laporan saya dong pak"])(
    '"%s" opens the list of reports',
    (said) => {
      const talk = closed();
      const { at, choices } = talk.say(said);
      expect([at, choices.some((id) => id.endsWith(FIRST))]).toEqual(["track.choose", true]);
    },
  );

  it.each(["halo", "cek bansos", "1", "kapan pkh cair", "tidak tahu NIK saya", "sudah selesai tapi uangnya tidak ada"])(
    '"%s" does not answer the closing letter',
    (said) => {
      const talk = closed();
      expect(talk.say(said).text).not.toContain(FIRST);
      expect(talk.requests.filter(({ type }) => type !== "keep-candidate")).toEqual([]);
    },
  );

  it('"belum" after another message does not answer the letter', () => {
    const talk = closed();
    talk.say("kapan pkh cair");
    talk.say("belum");
    expect(talk.requests).toEqual([]);
  });

  it('"belum" answers another question of the chat, until that question has rested for 31 minutes', () => {
    const asked = closed("1", NIK);
    asked.say("belum");
    expect(asked.requests).toEqual([]);
    const rested = closed("3", "beras yang dibagikan busuk dan berkutu");
    rested.wait(31 * MINUTE);
    rested.say("belum");
    expect(disputes(rested)).toEqual([[FIRST, "dispute", "belum"]]);
    expect(rested.session().drafts.complaint?.data.text).toContain("busuk");
  });

  it(`"belum" answers an officer's newer question`, () => {
    const talk = closed();
    talk.officerAsks("LMG-26-000002-5", "sudah terima kartunya?");
    talk.say("belum");
    expect(disputes(talk)).toEqual([["LMG-26-000002-5", "add", "belum"]]);
  });
});
