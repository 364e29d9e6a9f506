import { KK, NIK, OTHER_NIK, paid, ready } from "../people.ts";
import { cases, type Dialogue, type Step } from "./cases.ts";
import { toCategory } from "./ways.ts";

const notPaid = "pkh saya sudah 3 tahap tidak cair";
const toNotPaid: readonly Step[] = [[notPaid, "check.number"]];
const proved: readonly Step[] = [
  [NIK, "check.proof"],
  [KK, "check.result"],
];
const cut = "uang pkh saya dipotong kepala dusun 100 ribu";

/** No flow asks again what the citizen has told. */
export const toldDialogues: Dialogue[] = [
  ...cases(
    { from: toNotPaid },
    {
      label: "a story, its programme and its kind outlive a check that finds a payment",
      known: { aid: [paid] },
      steps: [...proved, ["belum", "complaint.confirm", "Belum cair", ", PKH", `“${notPaid}”`]],
    },
    {
      label: "and a check that finds no payment: only the place is asked",
      steps: [
        ...proved,
        ["belum", "complaint.where", "Belum cair", "sudah kami catat", "Di desa/kelurahan mana?", "not:kapan"],
        ["desa Jegreg", "complaint.confirm", ", PKH", `“${notPaid}”`, "Jegreg, Kec. Modo"],
      ],
    },
    {
      label: "and a check by name",
      steps: [
        [NIK, "check.proof"],
        ["Siti Aminah", "check.registered"],
        ["press:complaint", "complaint.where", "Belum cair", "sudah kami catat"],
      ],
    },
    {
      label: "and the menu: the report goes on with what was told",
      steps: [
        ["menu", "menu.choose"],
        ["mau lapor", "complaint.where", "Belum cair", "sudah kami catat"],
      ],
    },
    {
      label: "another kind than the one that was told is another matter",
      steps: [
        ["menu", "menu.choose"],
        ["3", "complaint.where"],
        ["batal", "menu.choose"],
        ["3", "complaint.category"],
        ["press:not-paid", "complaint.programme"],
      ],
    },
    {
      label: "an officer gets what was told, shown to its writer",
      steps: [
        ["menu", "menu.choose"],
        ["petugas", "officer.ask", `“${notPaid}”`],
        ["press:send", "ticket.filed"],
        ["petugas", "officer.ask", "not:3 tahap"],
      ],
    },
    {
      label: "an officer is asked something else than what was told",
      steps: [
        ["petugas", "officer.ask", `“${notPaid}”`],
        ["press:other", "officer.ask", "Tulis pertanyaan", "not:3 tahap"],
      ],
    },
    {
      label: "what was told of one person is not told of another",
      steps: [...proved, ["press:other", "check.number"], ["menu", "menu.choose"], ["3", "complaint.category"]],
    },
  ),
  ...cases(
    {},
    ...[
      ["pkh ibu belum cair", "Belum cair"],
      ["pkh belum cair", "Belum cair"],
    ].map(([story = "", kind = ""]) => ({
      label: `few words are a story: ${story}`,
      steps: [
        [story, "check.number"],
        ...proved,
        ["press:complaint", "complaint.where", kind, "sudah kami catat"],
        ["desa Jegreg", "complaint.confirm", `“${story}”`, ", PKH"],
      ] satisfies Step[],
    })),
    {
      label: "few words are a story where the programme is asked",
      steps: [
        ["bansos saya belum cair", "complaint.programme"],
        ["3", "complaint.where", "sudah kami catat"],
        ["desa Jegreg", "complaint.confirm", "“bansos saya belum cair”"],
      ],
    },
    {
      label: "a mind that is changed leaves the report, and what was told is there when they come back",
      steps: [
        [cut, "complaint.where"],
        ["eh tidak jadi, mau cek dulu saja", "check.number", "dibatalkan"],
        ...proved,
        ["press:complaint", "complaint.where", "Dipotong", "petugas Dinas Sosial yang ditunjuk"],
        ["desa Jegreg, kemarin", "complaint.confirm", `“${cut}”`, ", PKH"],
      ],
    },
    {
      label: "and when they come back by the menu",
      steps: [
        [cut, "complaint.where"],
        ["eh tidak jadi, mau cek dulu saja", "check.number"],
        ["menu", "menu.choose"],
        ["mau lapor", "complaint.where", "Dipotong"],
      ],
    },
    {
      label: "what is called off is forgotten",
      steps: [
        [cut, "complaint.where"],
        ["batal", "menu.choose"],
        ["3", "complaint.category"],
      ],
    },
    {
      label: "a village that was told before is not asked again",
      steps: [
        ["saya dari desa Jegreg", "offices.area"],
        ["beras bantuan busuk dan berkutu semua", "complaint.confirm", "Jegreg, Kec. Modo"],
        ["ya", "ticket.filed"],
        ["6", "ticket.filed"],
        ["menu", "menu.choose"],
        ["6", "offices.area", "Jegreg"],
        ["press:all", "offices.show"],
      ],
    },
    {
      label: "a report that was filed is told, and the next begins anew",
      steps: [
        ["beras bantuan busuk dan berkutu di desa Jegreg", "complaint.confirm"],
        ["ya", "ticket.filed"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
        ["press:not-listed", "complaint.what"],
        ["tetangga dapat saya tidak", "complaint.confirm", "Jegreg"],
      ],
    },
    {
      label: "words that are written again keep their place and time",
      steps: [
        [cut, "complaint.where"],
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["press:change", "complaint.what"],
        ["dipotong 200 ribu", "complaint.confirm", "“dipotong 200 ribu”", "Jegreg", "kemarin"],
      ],
    },
    {
      label: "a time in the story is not asked again",
      steps: [
        ["beras bantuan bulan lalu busuk dan berkutu semua", "complaint.where", "Di desa/kelurahan mana?", "not:kapan"],
      ],
    },
    {
      label: "whom a check is for, told before, is not asked again",
      steps: [
        ["apakah saya dapat bansos?", "check.number"],
        ...proved,
        ["menu", "menu.choose"],
        ["pkh ibu saya belum cair", "check.number"],
        [OTHER_NIK, "check.proof"],
      ],
    },
    {
      label: "a payment that came leaves nothing to report",
      known: { aid: [paid, ready] },
      steps: [
        [notPaid, "check.number"],
        ...proved,
        ["sudah", "check.result"],
        ["menu", "menu.choose"],
        ["3", "complaint.category"],
      ],
    },
    {
      label: "a question is no story",
      steps: [
        ["kapan pkh saya cair pak", "check.number"],
        ...proved,
        ["press:complaint", "complaint.category", "not:sudah kami catat"],
      ],
    },
    {
      label: "what somebody in danger wrote is told to nobody else",
      steps: [
        ["saya dipukuli suami", "urgent.consent"],
        ["press:no", "menu.choose"],
        ["petugas", "officer.ask", "not:dipukuli"],
      ],
    },
  ),
  ...cases(
    { from: [["beras bantuan busuk dan berkutu di desa Jegreg, kemarin", "complaint.confirm", "BPNT"]] },
    ...(
      [
        ["bukan bpnt tapi pkh", ", PKH", "not:BPNT", "Jegreg, Kec. Modo"],
        ["programnya pkh pak", ", PKH", "not:BPNT"],
        ["pkh", ", PKH", "not:BPNT"],
        ["bulan lalu", "Jegreg, bulan lalu"],
        ["kejadiannya bulan lalu", "bulan lalu", "not:Maksud"],
        ["bukan jegreg tapi Sidodowo", "Sidodowo, Kec. Modo", "not:Jegreg, Kec"],
        ["salah, yang benar desa Sidodowo bukan Jegreg", "Sidodowo, Kec. Modo", "not:Jegreg, Kec"],
        ["bukan semua tapi 5 kilo saja", "5 kilo saja", "berkutu"],
        ["tambah lagi, berasnya juga kurang 2 kilo", "kurang 2 kilo", "berkutu"],
      ] as const
    ).map(([said, ...shown]) => ({
      label: `corrected at the confirmation: ${said}`,
      steps: [[said, "complaint.confirm", ...shown]] satisfies Step[],
    })),
    {
      label: "the kind is changed at the confirmation, and nothing else is asked again",
      steps: [
        ["press:kind", "complaint.category"],
        ["press:wrong-recipient", "complaint.confirm", "berkutu", "Jegreg"],
      ],
    },
    {
      label: "the place is wrong: it is asked",
      steps: [["salah desanya", "complaint.where", "Di desa/kelurahan mana"]],
    },
    {
      label: "a question at the confirmation is answered as one",
      steps: [
        ["kapan pkh cair pak", "check.number"],
        ["4", "check.number"],
      ],
    },
  ),
  ...cases(
    { from: toCategory },
    {
      label: "a village where the kind is asked is noted",
      steps: [
        ["desa Jegreg", "complaint.category", "Jegreg"],
        ["press:not-listed", "complaint.what"],
        ["tetangga dapat saya tidak", "complaint.confirm", "Jegreg, Kec. Modo"],
      ],
    },
    {
      label: "and where the programme is asked",
      steps: [
        ["press:quality", "complaint.programme"],
        ["desa Jegreg", "complaint.programme", "Jegreg"],
        ["press:bpnt", "complaint.what"],
        ["berasnya kutuan", "complaint.confirm", "Jegreg, Kec. Modo"],
      ],
    },
    {
      label: "no place: the summary says so",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["orang kaya dapat bantuan", "complaint.where"],
        ["tidak tahu", "complaint.confirm", "Tempat dan waktu: belum disebut"],
        ["press:change", "complaint.what"],
        ["pak lurah sendiri yang dapat", "complaint.confirm"],
      ],
    },
  ),
];
