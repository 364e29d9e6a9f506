import { describe, expect, it } from "vitest";
import { chat } from "./dialogue.ts";
import type { Step } from "./dialogues/cases.ts";
import { toConsent, toCutWhere } from "./dialogues/ways.ts";
import { service, ticket } from "./people.ts";

type Matter = { from?: readonly Step[]; answer: string; means: readonly string[]; other: readonly string[] };

/** Messages in `means` get the answer, and messages in `other` must not. */
const MATTERS: Readonly<Record<string, Matter>> = {
  "a wish to withdraw": {
    answer: "mau dibatalkan?",
    means: [
      "laporan saya tolong ditarik saja",
      "laporanku bisa dicabut gak",
      "laporanku tarik wae",
      "aduan wingi dicabut mawon nggih",
    ],
    other: [
      "laporan pak, agen brilink tarik 50 ribu",
      "saya mau laporan kades tarik uang 100 ribu",
      "mau laporan kks ditarik ketua kelompok",
      "arep laporan pak, agene narik 20 ewu saben cair",
      "katanya mau ditelepon tapi gak jadi dihubungi",
    ],
  },
  "a question whether the report was opened": {
    answer: "LMG-26-000123-7",
    means: ["laporanku wis dibukak durung", "sudah dibuka petugas belum ya"],
    other: [
      "rekening saya belum dibuka",
      "blokir kartunya sudah dibuka belum",
      "rekening kks kulo sampun dibukak dereng",
      "pendaftarannya sudah dibuka belum",
    ],
  },
  "an app from a fraud": {
    answer: "Telepon bank SEKARANG",
    means: ["wis kadung download aplikasi kiriman wong", "dikirimi link, sudah saya instal aplikasinya"],
    other: [
      "saya sudah download aplikasi cek bansos tapi gak bisa masuk",
      "udah download aplikasi mobile jkn tapi error",
      "wis tak download aplikasi ikd ning ora iso mlebu",
    ],
  },
  "a question who reads": {
    answer: "petugas Dinas Sosial yang ditunjuk",
    means: ["gimana kalau pak kades tahu", "piye nek wonge ngerti"],
    other: ["gimana kalau mau tahu desil saya", "piye nek pengen ngerti status pkh", "gimana kalau mau tau statusnya"],
  },
  "a wish to be nameless": {
    from: toCutWhere,
    answer: "Nama tidak perlu ditulis",
    means: ["gak pakai nama bisa?", "jangan sebut nama saya ya", "emoh, ora usah nganggo jeneng nggih"],
    other: ["kartunya gak pakai nama saya", "saya tidak pakai nama itu di ktp", "kks e ora nganggo jenengku"],
  },
  "a question who the officer is": {
    from: [...toConsent, ["ya", "urgent.safely"]],
    answer: "Petugasnya perempuan atau laki-laki",
    means: ["yang datang nanti perempuan apa laki-laki", "petugase wedok opo lanang"],
    other: ["yang dipukul anak perempuan saya", "yang mukul saya laki-laki", "sing digebuki adikku wedok"],
  },
  "no call in a danger": {
    from: [["anak saya kejang dan sesak napas sekarang", "urgent.place"]],
    answer: "jangan menelepon",
    means: ["ojo ditelpon yo pak", "aja ditelpon, hpku mati"],
    other: [
      "kulo sampun nelpon nomer 112 mboten diangkat",
      "kulo sampun ditelpon petugas",
      "nanti kalau ada kabar aja ditelpon",
      "jangan ditelepon malam, siang saja",
    ],
  },
};

const report = { ...ticket, number: "LMG-26-000123-7", state: "new" as const, answers: [] };

function answerTo(text: string, from: readonly Step[] = []): string {
  const { say } = chat(service({ tickets: [report], byNumber: report }));
  for (const [said] of from) say(said);
  return say(text).text;
}

describe.each(Object.entries(MATTERS))("%s", (_, { from, answer, means, other }) => {
  it.each(means)("is heard: %s", (text) => expect(answerTo(text, from)).toContain(answer));
  it.each(other)("is not heard: %s", (text) => expect(answerTo(text, from)).not.toContain(answer));
});

const NUMBER = "081290009000";

describe("a wish about the hour of the call", () => {
  it.each([`${NUMBER}, jangan ditelepon malam, siang saja`, `${NUMBER} nek bengi ojo ditelpon nggih`])(
    "keeps the number: %s",
    (text) => {
      const { say, requests } = chat(service());
      say("minta ditelepon petugas");
      say(text);
      say("soal kks saya hilang");
      const opened = requests.find((one) => one.type === "open-ticket");
      expect(opened?.draft.person.phone).toContain("81290009000");
      expect(opened?.draft.category).toBe("call-back");
      expect(opened?.draft.text).not.toContain("jangan menelepon;");
    },
  );

  it.each(["kulo sampun ditelpon petugas wingi", "nanti kalau ada kabar aja ditelpon"])(
    "is not added as a refusal after filing: %s",
    (text) => {
      const { say, requests } = chat(service());
      say(`telpon saya di ${NUMBER}, mboten saged maos`);
      expect(say(text).text).not.toContain("jangan menelepon");
      expect(JSON.stringify(requests)).not.toContain("jangan menelepon");
    },
  );
});

describe("worse news", () => {
  const ILL = "suami saya harus operasi sekarang tapi BPJS PBI mati";
  const FLOOD = "rumah kami kebanjiran sudah 3 hari";
  const BEATEN = "saya dipukuli suami";
  const DESPAIR = "saya mau mati saja";

  it.each([
    [ILL, "napasnya wis mandheg"],
    [ILL, "nafas bapak sudah hilang"],
    [ILL, "darahnya sudah hilang banyak"],
    [ILL, "adik sudah tidak tertolong"],
    [ILL, "bapak sudah gak bisa diselamatkan"],
    [ILL, "demamnya sudah turun badannya dingin"],
    [FLOOD, "banyune wis surut ning adikku durung ketemu"],
    [FLOOD, "sudah ketemu tapi sudah tiada"],
    [BEATEN, "suami sudah kabur bawa anak saya"],
    [DESPAIR, "aku wis tenang, tampare wis siap"],
    [DESPAIR, "sudah lega, obatnya sudah di tangan"],
    [DESPAIR, "saya sudah tenang, semua sudah selesai"],
  ])("gets no glad answer: %s, %s", (opening, text) => {
    const { say } = chat(service());
    say(opening);
    expect(say(text).text).not.toMatch(/syukurlah/i);
  });

  it.each([
    [ILL, "panasnya sudah turun"],
    [ILL, "getihe wis mandheg"],
    [ILL, "napasnya sudah normal"],
    [FLOOD, "banyune wis surut"],
    [BEATEN, "dia sudah pergi"],
    [DESPAIR, "aku wis rodo lega"],
  ])("is not read into good news: %s, %s", (opening, text) => {
    const { say } = chat(service());
    say(opening);
    expect(say(text).text).toMatch(/syukurlah/i);
  });
});

describe("a refusal of calls at any hour", () => {
  it.each([
    `${NUMBER}, jangan telepon malam, siang juga jangan, saya tidak mau ditelepon`,
    `${NUMBER}, bengi ojo ditelpon, aku emoh ditelpon`,
  ])("is kept beside an hour: %s", (text) => {
    const { say, requests } = chat(service());
    say("minta ditelepon petugas");
    say(text);
    say("soal kks saya hilang");
    expect(requests.find((one) => one.type === "open-ticket")?.draft.text).toContain("jangan menelepon");
  });

  it.each(["bu aja telpon, ana bojoku", "tulung aja telpon aku"])("is heard in Javanese after violence: %s", (text) => {
    const { say } = chat(service());
    say("saya dipukuli suami");
    expect(say(text).text).toMatch(/tidak menelepon/);
  });
});
