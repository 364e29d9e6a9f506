import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCategory, toCutWhere, toWhere, toWhereGreeted, toWrongWhere } from "./ways.ts";

const notAsked = (said: string): Case => ({
  label: `where it happened is not "${said}"`,
  steps: [
    [said, "complaint.where"],
    ["desa Jegreg", "complaint.confirm", "waktu: Jegreg, Kec. Modo (“desa Jegreg”)"],
  ],
});
const isAsked = (said: string, ...shown: string[]): Case => ({
  label: `where it happened: "${said}"`,
  steps: [[said, "complaint.confirm", ...shown]],
});

export const complaintWhereDialogues: Dialogue[] = [
  ...cases(
    { from: toCutWhere },
    ...[
      ["tidak cair sejak Juli", "desa Rancangkencono", "Lamongan (“desa rancangkencono, tidak cair sejak Juli”)"],
      ["dereng cair wiwit wulan Juli", "dhusun Jegreg", "Modo (“dhusun jegreg, dereng cair wiwit wulan Juli”)"],
      ["boten medal sampun tigang wulan", "ing desa Jegreg", "desa jegreg, boten medal sampun tigang wulan”"],
      ["desa Rancangkencono, sejak Juli", "desa Jegreg", "Jegreg, Kec. Modo (“desa jegreg, sejak Juli”)"],
      ["desa Rancangkencono sudah tiga bulan", "desa Jegreg", "“desa jegreg, sudah tiga bulan”"],
      ["bulan lalu di desa Rancangkencono", "desa Jegreg", "“desa jegreg, bulan lalu”"],
      ["desa Rancangkencono, bulan lalu", "desa Jegreg sejak Agustus", "“desa jegreg sejak agustus”", "not:bulan lalu"],
      ["desa Rancangkencono", "desa Jegreg", "Jegreg, Kec. Modo (“desa jegreg”)"],
    ].map(
      ([first = "", place = "", ...shown]): Case => ({
        label: `a place at the confirmation leaves the time: ${first}, then ${place}`,
        steps: [
          [first, "complaint.confirm"],
          [place, "complaint.confirm", ...shown],
        ],
      }),
    ),
    {
      label: "the place is wrong, and the time that was told with it stays",
      steps: [
        ["desa Rancangkencono, sejak Juli", "complaint.confirm"],
        ["salah desanya", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "(“desa Jegreg, sejak Juli”)"],
      ],
    },
    {
      label: "a place at the confirmation leaves the time that was told before the first place",
      steps: [
        ["sejak Juli", "complaint.where"],
        ["desa Rancangkencono", "complaint.confirm", "(“desa Rancangkencono, sejak Juli”)"],
        ["desa Jegreg", "complaint.confirm", "(“desa jegreg, sejak Juli”)"],
      ],
    },
  ),
  ...cases(
    {},
    {
      label: "the question for the programme takes a village with a time",
      steps: [
        ["ada yang motong bantuan saya", "complaint.programme"],
        ["Jegreg, minggu lalu", "complaint.programme", "Jegreg, baik."],
        ["PKH", "complaint.confirm", "waktu: Jegreg, Kec. Modo (“Jegreg, minggu lalu”)"],
      ],
    },
  ),
  ...cases(
    { from: toCutWhere },
    ...["besok libur tidak", "minggu buka gak", "sabtu tutup apa tidak", "jumat buka?"].map(
      (said): Case => ({
        label: `a question is no place: ${said}`,
        steps: [
          [said, "complaint.where", "Jam buka"],
          ["desa Jegreg", "complaint.confirm", "waktu: Jegreg, Kec. Modo (“desa Jegreg”)"],
        ],
      }),
    ),
  ),
  ...cases(
    {},
    {
      label: "an everyday word can be a place",
      steps: [
        ["beras bantuan bau dan berkutu semua", "complaint.where"],
        ["di Deket", "complaint.confirm", "di Deket"],
      ],
    },
    {
      label: "a bare yes is no story and no place",
      steps: [
        ["kartu kks saya dibawa ketua kelompok", "complaint.programme"],
        ["tidak tahu", "complaint.where"],
        ["ya", "complaint.where"],
        ["nggih pak", "complaint.where"],
        ["desa Plosowahyu, sudah 3 bulan", "complaint.confirm"],
      ],
    },
    {
      label: "the chat also asks for the time if the date matters",
      steps: [["beras bantuan bau dan berkutu semua", "complaint.where", "kapan"]],
    },
    {
      label: '"1" at the question for the place leads to the menu, and the report is kept',
      steps: [
        ["beras bantuan bau dan berkutu semua", "complaint.where"],
        ["1", "menu.choose"],
        ["3", "complaint.category"],
        ["press:draft", "complaint.where"],
      ],
    },
    {
      label: 'the button "unknown" leaves the choice of villages',
      from: toWrongWhere,
      steps: [
        ["desa Sukorejo", "complaint.kecamatan"],
        ["press:unknown", "complaint.confirm"],
        ["press:cancel", "menu.choose", "dibatalkan"],
      ],
    },
  ),
  ...cases(
    { from: toCutWhere },
    {
      label: "the summary names the understood village",
      steps: [["KEC MODO DS JEGREG, kemarin", "complaint.confirm", "Jegreg, Kec. Modo", "kemarin"]],
    },
    {
      label: "two everyday words can be a village and its kecamatan",
      steps: [["karang sekaran", "complaint.confirm", "Karang, Kec. Sekaran"]],
    },
    {
      label: "a village outside of the named kecamatan leads to a question",
      steps: [
        ["jegreg kec babat", "complaint.kecamatan"],
        ["1", "complaint.confirm", "Jegreg, Kec. Modo"],
      ],
    },
  ),
  ...cases(
    { from: toCategory },
    {
      label: "a village with a shared name leads to a choice",
      steps: [
        ["press:quality", "complaint.programme"],
        ["press:bpnt", "complaint.what"],
        ["berasnya kutuan", "complaint.where"],
        ["desa Sukorejo minggu lalu", "complaint.kecamatan"],
        ["1", "complaint.confirm", "Sukorejo"],
        ["press:change", "complaint.what"],
      ],
    },
    ...["beras di desa Jegreg busuk dan berkutu", "beras busuk dan berkutu, desaku jenenge Jegreg"].map(
      (story): Case => ({
        label: `a village in the story is not asked again: ${story}`,
        steps: [
          ["press:wrong-recipient", "complaint.what"],
          [story, "complaint.confirm", "Jegreg, Kec. Modo"],
        ],
      }),
    ),
  ),
  ...cases(
    { from: toWhere },
    ...["sejak 2024", "wis suwe", "sudah lama sekali", "dari tahun lalu"].map(
      (time): Case => ({
        label: `a time is no place: ${time}`,
        steps: [
          [time, "complaint.where", "Desa/kelurahannya di mana"],
          ["desa Jegreg", "complaint.confirm", "Jegreg", time],
        ],
      }),
    ),
    {
      label: "a kecamatan after a village chooses the village",
      steps: [
        ["Balun", "complaint.confirm", "Balun"],
        ["Kec. Turi", "complaint.confirm", "Balun, Kec. Turi"],
      ],
    },
    {
      label: "a kecamatan without such a village leads back to the question for the place",
      steps: [
        ["Balun", "complaint.confirm", "Balun"],
        ["Kec. Solokuro", "complaint.where", "tidak ada di Kecamatan Solokuro"],
      ],
    },
    {
      label: "a typed kecamatan chooses one of several villages",
      steps: [
        ["dagan", "complaint.confirm"],
        ["solokuro", "complaint.confirm", "Dagan, Kec. Solokuro"],
      ],
    },
  ),
  ...cases(
    { from: toWhereGreeted },
    {
      label: '"batal" at the question for the place drops the draft, and the chat says so',
      steps: [["batal", "menu.choose", "Tidak ada yang dikirim"]],
    },
    {
      label: "the question for the place takes more of the story",
      steps: [
        ["anak anak jadi sakit perut semua makan itu", "complaint.where", "ceritanya"],
        ["desa Jegreg", "complaint.confirm", "sakit perut", "berkutu"],
      ],
    },
  ),
  ...cases(
    { from: toWhereGreeted },
    ...["PKH", "halo", "ok", "apakah pak kades akan tahu?", "iya", "12345"].map(notAsked),
    isAsked("desa Jegreg", "Jegreg, Kec. Modo"),
    isAsked("bulan lalu di balai desa", "balai desa"),
    isAsked("di rumah saya", "rumah saya"),
    isAsked("dukuh Ngablak RT 2", "Ngablak"),
    isAsked("Ngablak", "Ngablak"),
    isAsked("tidak tahu", "not:tidak tahu"),
    isAsked("mboten ngertos"),
  ),
];
