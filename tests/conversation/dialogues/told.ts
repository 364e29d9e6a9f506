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
      label: "after a check that finds no payment, the chat asks only for the place",
      steps: [
        ...proved,
        ["belum", "complaint.where", "Belum cair", "sudah kami catat", "Di desa/kelurahan mana?", "not:kapan"],
        ["desa Jegreg", "complaint.confirm", ", PKH", `“${notPaid}”`, "Jegreg, Kec. Modo"],
      ],
    },
    {
      label: "a story outlives a check by name",
      steps: [
        [NIK, "check.proof"],
        ["Siti Aminah", "check.registered"],
        ["press:complaint", "complaint.where", "Belum cair", "sudah kami catat"],
      ],
    },
    {
      label: "a story outlives the menu",
      steps: [
        ["menu", "menu.choose"],
        ["mau lapor", "complaint.where", "Belum cair", "sudah kami catat"],
      ],
    },
    {
      label: "a report of another category begins without the story",
      steps: [
        ["menu", "menu.choose"],
        ["3", "complaint.where"],
        ["batal", "menu.choose"],
        ["3", "complaint.category"],
        ["press:not-paid", "complaint.programme"],
      ],
    },
    {
      label: "an officer gets the told story, after the citizen has read it",
      steps: [
        ["menu", "menu.choose"],
        ["petugas", "officer.ask", `“${notPaid}”`],
        ["press:send", "ticket.filed"],
        ["petugas", "officer.ask", "not:3 tahap"],
      ],
    },
    {
      label: 'the button "other" leaves the told story out of the question',
      steps: [
        ["petugas", "officer.ask", `“${notPaid}”`],
        ["press:other", "officer.ask", "Tulis pertanyaan", "not:3 tahap"],
      ],
    },
    {
      label: "a story about one person is forgotten for the next person",
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
      label: "few words are a story before the question for the programme",
      steps: [
        ["bansos saya belum cair", "complaint.programme"],
        ["3", "complaint.where", "sudah kami catat"],
        ["desa Jegreg", "complaint.confirm", "“bansos saya belum cair”"],
      ],
    },
    {
      label: "a change of mind leaves the report, and a later complaint has its story",
      steps: [
        [cut, "complaint.where"],
        ["eh tidak jadi, mau cek dulu saja", "check.number", "dibatalkan"],
        ...proved,
        ["press:complaint", "complaint.where", "Dipotong", "petugas Dinas Sosial yang ditunjuk"],
        ["desa Jegreg, kemarin", "complaint.confirm", `“${cut}”`, ", PKH"],
      ],
    },
    {
      label: "a later complaint from the menu has the story too",
      steps: [
        [cut, "complaint.where"],
        ["eh tidak jadi, mau cek dulu saja", "check.number"],
        ["menu", "menu.choose"],
        ["mau lapor", "complaint.where", "Dipotong"],
      ],
    },
    {
      label: '"batal" forgets the story',
      steps: [
        [cut, "complaint.where"],
        ["batal", "menu.choose"],
        ["3", "complaint.category"],
      ],
    },
    {
      label: "the chat does not ask again for a told village",
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
      label: "the report after a filed report begins without its story",
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
      label: "a new story keeps the place and the time of the old one",
      steps: [
        [cut, "complaint.where"],
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["press:change", "complaint.what"],
        ["dipotong 200 ribu", "complaint.confirm", "“dipotong 200 ribu”", "Jegreg", "kemarin"],
      ],
    },
    {
      label: "the chat does not ask again for a time in the story",
      steps: [
        ["beras bantuan bulan lalu busuk dan berkutu semua", "complaint.where", "Di desa/kelurahan mana?", "not:kapan"],
      ],
    },
    {
      label: "the chat does not ask whom a check is for after a story about the mother",
      steps: [
        ["apakah saya dapat bansos?", "check.number"],
        ...proved,
        ["menu", "menu.choose"],
        ["pkh ibu saya belum cair", "check.number"],
        [OTHER_NIK, "check.proof"],
      ],
    },
    {
      label: "a received payment forgets the story",
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
      label: "a question for an officer does not hold the words about violence",
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
      label: "a new category at the confirmation leaves story and place as they are",
      steps: [
        ["press:kind", "complaint.category"],
        ["press:wrong-recipient", "complaint.confirm", "berkutu", "Jegreg"],
      ],
    },
    {
      label: '"salah desanya" leads to the question for the place',
      steps: [["salah desanya", "complaint.where", "Di desa/kelurahan mana"]],
    },
    {
      label: "a question at the confirmation leaves the report",
      steps: [
        ["kapan pkh cair pak", "check.number"],
        ["4", "check.number"],
      ],
    },
  ),
  ...cases(
    { from: toCategory },
    {
      label: "the question for the category takes a village",
      steps: [
        ["desa Jegreg", "complaint.category", "Jegreg"],
        ["press:not-listed", "complaint.what"],
        ["tetangga dapat saya tidak", "complaint.confirm", "Jegreg, Kec. Modo"],
      ],
    },
    {
      label: "the question for the programme takes a village",
      steps: [
        ["press:quality", "complaint.programme"],
        ["desa Jegreg", "complaint.programme", "Jegreg"],
        ["press:bpnt", "complaint.what"],
        ["berasnya kutuan", "complaint.confirm", "Jegreg, Kec. Modo"],
      ],
    },
    {
      label: "the summary says that the place is unknown",
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
