import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersTyped } from "../../src/conversation/engine/mentioned-numbers.ts";
import { words } from "../support/shipped-words.ts";
import { chat } from "./dialogue.ts";
import { KK, NIK, service } from "./people.ts";

const NEIGHBOUR = "3524011708859907";
const story = `tetangga saya yang kaya dapat bansos, NIK ${NEIGHBOUR}, punya mobil dua`;

function summarised() {
  const one = chat(service());
  for (const text of ["halo", "3"]) one.say(text);
  one.press("complaint.category:wrong-recipient");
  one.say(story);
  return { one, summary: one.say("desa Jegreg") };
}
const filed = (one: ReturnType<typeof chat>) =>
  one.requests.flatMap((request) => (request.type === "open-ticket" ? [request.draft] : []));

describe("a number typed in a complaint", () => {
  it("is masked in the words, named in the summary, and filed with the complaint", () => {
    const { one, summary } = summarised();
    expect(summary.text).toContain("NIK berakhiran 07 ikut dikirim ke petugas");
    expect(summary.choices).toContain("complaint.confirm:withhold");
    const end = one.press("complaint.confirm:send");
    expect(end.text).not.toContain("ikut dikirim"); // the citizen has read it in the summary
    const [draft] = filed(one);
    expect(draft?.text).not.toContain(NEIGHBOUR);
    expect(draft?.text).toContain("••••••••••••••07");
    expect(draft?.person).toEqual({});
    expect(draft?.mentioned).toEqual([{ label: "nik", number: NEIGHBOUR }]);
    expect(JSON.stringify(one.session())).not.toContain(NEIGHBOUR);
  });

  it("is not filed if the citizen withholds it in the summary", () => {
    const { one } = summarised();
    const back = one.press("complaint.confirm:withhold");
    expect(back).toMatchObject({ at: "complaint.confirm", text: expect.stringContaining("tidak dikirim") });
    expect(back.text).not.toContain("ikut dikirim");
    expect(back.choices).not.toContain("complaint.confirm:withhold");
    expect(JSON.stringify(one.session())).not.toContain(NEIGHBOUR);
    one.press("complaint.confirm:send");
    expect(filed(one)[0]).toMatchObject({ text: expect.stringContaining("••07") });
    expect(filed(one)[0]?.mentioned).toBeUndefined();
  });

  it('is withheld by "jangan kirim nomor" too', () => {
    const { one } = summarised();
    expect(one.say("jangan kirim nomor").text).toContain("tidak dikirim");
  });

  it("is forgotten with a cancelled draft", () => {
    const { one } = summarised();
    one.press("complaint.confirm:cancel");
    expect(JSON.stringify(one.session())).not.toContain(NEIGHBOUR);
  });
});

describe("a number typed in a report without a summary", () => {
  it("is named after filing, and can be taken back", () => {
    const one = chat(service());
    one.say("hubungi petugas");
    const end = one.say(`tolong dicek KK ${KK} dan NIK ${NIK}, sudah dua bulan tidak dapat beras`);
    expect(end.at).toBe("ticket.filed");
    expect(end.text).toContain("NIK berakhiran 01 ikut dikirim");
    expect(end.text).toContain("Nomor KK berakhiran");
    expect(filed(one)[0]?.mentioned).toEqual(
      expect.arrayContaining([
        { label: "kk", number: KK },
        { label: "nik", number: NIK },
      ]),
    );
    const back = one.press("ticket.filed:withhold");
    expect(back.text).toContain("sudah kami hapus");
    expect(one.requests.at(-1)).toMatchObject({
      type: "add-to-ticket",
      event: { type: "withhold", endings: expect.arrayContaining(["01"]) },
    });
    expect(one.say("menu").choices).not.toContain("menu.choose:withhold");
  });

  it("in a caption is filed too", () => {
    const one = chat(service());
    one.say("hubungi petugas");
    one.send({ type: "media", kind: "image", file: "f1", caption: `ini kartunya ${NIK} mohon dicek petugas` });
    expect(filed(one)[0]?.mentioned).toEqual([{ label: "nik", number: NIK }]);
  });
});

it("a number for a check is not kept as mentioned", () => {
  const one = chat(service());
  for (const text of ["1", NIK, KK]) one.say(text);
  expect(one.session().mentioned).toBeUndefined();
});

it("a number has the kind that the words before it name", () => {
  const calls = fc.constantFrom("KK", "no kk:", "kartu keluarga nomor", "kk nya");
  const other = fc.constantFrom("NIK", "ktp", "nomor", "ini", "KK dan NIK");
  fc.assert(
    fc.property(calls, other, (kk, nik) => {
      expect(numbersTyped({ type: "text", text: `${nik} ${NIK} lalu ${kk} ${KK}` }, words)).toEqual([
        { label: "nik", number: NIK },
        { label: "kk", number: KK },
      ]);
    }),
  );
});
