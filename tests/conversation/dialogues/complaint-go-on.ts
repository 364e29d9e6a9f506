import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCategory, toOfficer, toWhere } from "./ways.ts";

const UNCLEAR = "tadi pagi waktu di balai desa semua disuruh pulang";
const ASKED = "Pertanyaannya kami tambahkan ke laporan";
const POLICE = "110 (polisi)";
const ADDED = "Sudah kami tambahkan";
const CALM = "Kami mengerti Bapak/Ibu kecewa";

/** After an unclear story, the chat lists the categories only once. */
const goesOn = (said: string, at: string, ...shown: string[]): Case => ({
  label: `after an unclear story the chat goes on: ${said}`,
  steps: [
    [UNCLEAR, "complaint.category", "Masalahnya tentang apa"],
    [said, at, "not:Masalahnya tentang apa", "not:Pilih “Lain-lain”", ...shown],
  ],
});

const isPlace = (said: string): Case => ({
  label: `a place that the register does not know is the place: ${said}`,
  steps: [[said, "complaint.confirm", `Tempat dan waktu: ${said}`]],
});

const isNoPlace = (said: string, ...shown: string[]): Case => ({
  label: `these words are no place: ${said}`,
  steps: [
    [said, "complaint.where", ...shown],
    ["desa Jegreg", "complaint.confirm", "waktu: Jegreg, Kec. Modo (“desa Jegreg”)"],
  ],
});

export const complaintGoOnDialogues: Dialogue[] = [
  ...cases(
    { from: toCategory },
    goesOn("besoknya antri lagi dari subuh sampai duhur", "complaint.where", "Lain-lain"),
    goesOn("nggih mangke dalu dipunken wangsul malih", "complaint.where", "Lain-lain"),
    goesOn("nomor hp operatornya ada?", "complaint.where", "Lain-lain"),
    goesOn("bs banding?", "complaint.where", ASKED),
    goesOn("kapan ditolong", "complaint.where", ASKED),
    goesOn("gak becus", "complaint.where", CALM),
    goesOn("desa Jegreg", "complaint.confirm", "Jegreg, Kec. Modo"),
    goesOn("ya udah cek pkh saya aja", "check.number"),
    goesOn("yo wis cek bansosku wae mas", "check.number"),
    goesOn("kapan pkh cair", "check.number"),
    goesOn("kalo dapet PKH ga boleh dapet PIP ya", "ask.show", "PIP"),
    goesOn("saya mau bicara petugas aja", "officer.ask"),
    goesOn("bapak saya pingsan di sana", "urgent.place", "119"),
    goesOn("mereka sudah dobrak pintu rumah", "complaint.where", POLICE),
    {
      label: "words that are not understood twice at the list of categories lead to the question for the story",
      steps: [
        ["bla bla", "complaint.category", "belum paham"],
        ["zzz xxx yyy", "complaint.what", "Lain-lain", "Ceritakan"],
      ],
    },
    {
      label: "scolding at the list of categories gets a calm sentence and the question for the story",
      steps: [
        ["gak becus", "complaint.what", CALM],
        ["KALIAN TIDUR APA", "complaint.what", CALM],
      ],
    },
  ),
  ...cases(
    {},
    {
      label: "debt collectors at the door bring the police, and nothing is asked about the category",
      steps: [
        ["orang koperasi 4 orang nongkrong depan rumah gedor2 katanya bawa motor anak", "complaint.where", POLICE],
        ["saya ngumpet di dapur sama anak", "complaint.where", POLICE, "not:Tempat dan waktu"],
        ["mereka udah dobrak pager", "urgent.consent", POLICE],
      ],
    },
    {
      label: "after an accusation, people who pass the house and stones bring the police",
      steps: [
        ["pak lurah motong uang PKH saya", "complaint.where"],
        ["sekarang ada orang lewat naik motor bolak balik depan rumah", "complaint.where", POLICE],
        ["tadi ada yg lempar batu ke genteng", "complaint.where", POLICE],
        ["siapa yang bocorin laporan saya", "complaint.where", POLICE],
        ["desa Jegreg", "complaint.confirm", "lempar batu ke genteng", "Dirahasiakan"],
        ["motor e wira wiri maneh ngarep omahku", "complaint.confirm", POLICE],
      ],
    },
  ),
  ...cases(
    { from: toWhere },
    ...[
      "dsn gempol wetan",
      "gang mawar 3",
      "jl veteran no 12 depan indomaret",
      "rt 3 rw 2 lor pasar",
      "deket balai",
      "kulon kali",
      "griyane pak lurah, wingi",
      "sebelah timur masjid baiturrahman",
      "waktu ambil beras di balai desa",
      "rumah saya belakang masjid gang 3 sebelah toko beras pak haji",
      "di rumah ketua kelompok kemarin sore",
      "Krajan",
    ].map(isPlace),
    isNoPlace("KALIAN TIDUR APA", CALM),
    isNoPlace("gak becus kerjanya", CALM),
    isNoPlace("saben wulan kulo mung diwenehi beras 8 kilo", ADDED),
    isNoPlace("saya nunggu di depan rumah pak RT", ADDED),
    isNoPlace("wong ireng liwat bolak balik ngarep omahku", POLICE),
    isNoPlace("kapan diganti", ASKED),
    isNoPlace("hmm"),
    {
      label: "the place is asked once more, and then the report goes on without it; it may still be told",
      steps: [
        ["PEMERINTAH GOBLOK", "complaint.where", CALM],
        ["kapan diganti", "complaint.confirm", ASKED, "belum disebut"],
        ["krajan", "complaint.confirm", "Tempat dan waktu: krajan"],
      ],
    },
  ),
  ...cases(
    { from: toOfficer },
    ...["gak becus", "KALIAN TIDUR APA", "dinsos kok goblok", "petugas e turu kabeh"].map(
      (said): Case => ({
        label: `scolding is no question to an officer: ${said}`,
        steps: [
          [said, "officer.ask", CALM],
          ["kapan undangan saya datang, desa Jegreg", "ticket.filed"],
        ],
      }),
    ),
  ),
];
