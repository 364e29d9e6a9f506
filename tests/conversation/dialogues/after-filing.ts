import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toCutWhere } from "./ways.ts";

const filed = { ...ticket, number: "LMG-26-000123-7" };
const known = { tickets: [filed], byNumber: filed };
const toConfirm: readonly Step[] = [...toCutWhere, ["desa Jegreg, kemarin", "complaint.confirm"]];
const toFiled: readonly Step[] = [...toConfirm, ["ya", "ticket.filed"]];
const toSecond: readonly Step[] = [
  ...toFiled,
  ["lapor masalah", "complaint.category"],
  ["press:quality", "complaint.programme"],
];

const TAKES_BACK = [
  "aku pengen nyabut laporanku sing wingi",
  "pak laporan LMG-26-000123-7 dicabut saja ya",
  "saya gak jadi lapor, minta tolong dicabut",
  "kulo mboten sios lapor, nyuwun dibatalaken",
  "nggak usah, saya hanya ingin membatalkan laporan LMG-26-000123-7",
  "hapus aja laporanku mas, saya takut",
];

/** An official came because of the report, or summons the citizen. */
const VISITS = [
  "barusan pak lurah ke sini ngamuk tanya siapa yang melapor",
  "pak kasun teko omahku takon sopo sing nglaporno",
  "lurahe nesu2 mau takon sopo pelapore",
  "kulo ditimbali pak kades, ajrih kulo",
  "lek bayan moro mrene terus yoknopo",
  "saya disuruh menghadap bu lurah, takut saya",
];

const ASKS_WHO_KNOWS = [
  "lurahe ngerti gak sopo sing lapor",
  "pendampingnya nanti tahu nggak siapa yang melapor",
  "berarti perangkat gak bisa lihat laporan saya ya",
  "sing maca mung petugas dinsos to",
  "nomorku ketok ora ning petugas",
];

/** The citizen tells more about the filed report, without words such as "tambahan". */
const FOLLOWS = [
  "pak kasun itu juga minta beras 2 kilo tiap rumah",
  "wonge yo njaluk duit bensin 20 ewu",
  "orang itu dipanggil dulu apa tidak sebelum saya",
];

export const afterFilingDialogues: Dialogue[] = [
  ...cases(
    { known },
    ...TAKES_BACK.flatMap((said): Case[] => [
      {
        label: `the filed report, and not the new draft, is taken back: ${said}`,
        from: toSecond,
        steps: [
          [
            said,
            "track.withdraw",
            "yang belum dikirim kami batalkan",
            "LMG-26-000123-7 mau dibatalkan?",
            "not:idak ada yang",
          ],
          ["ya", "menu.choose", "sudah kami beri tahu"],
        ],
      },
    ]),
    ...["batal", "gak jadi deh"].map(
      (said): Case => ({
        label: `a draft after a report is dropped, and the chat says that the report was sent: ${said}`,
        from: toSecond,
        steps: [[said, "menu.choose", "LMG-26-000123-7 sudah terkirim", "not:idak ada yang dikirim"]],
      }),
    ),
    {
      label: "a question to the office after a report is no reason to say that nothing was sent",
      from: [...toFiled, ["petugas", "officer.ask"]],
      steps: [["mohon laporan saya dibatalkan", "track.withdraw", "LMG-26-000123-7 mau dibatalkan?"]],
    },
    ...["beneran wis ilang laporanku?", "sudah dihapus belum ya, petugas masih baca gak"].map(
      (said): Case => ({
        label: `after a withdrawal the chat tells what is kept: ${said}`,
        from: toFiled,
        steps: [
          ["batalkan laporan saya", "track.withdraw"],
          ["ya", "menu.choose"],
          [said, "menu.choose", "masih bisa dibaca petugas"],
        ],
      }),
    ),
    {
      label: "the view of a withdrawn report says that its withdrawal was asked for",
      from: toFiled,
      steps: [
        ["batalkan laporan saya", "track.withdraw"],
        ["ya", "menu.choose"],
        ["LMG-26-000123-7", "track.view", "pembatalan diminta", "not:Jawaban pertama", "not:paling lambat"],
      ],
    },
    {
      label: "a report is withdrawn once",
      from: toFiled,
      steps: [
        ["batalkan laporan saya", "track.withdraw"],
        ["ya", "menu.choose"],
        ["hapus laporanku LMG-26-000123-7", "menu.choose", "sudah kami sampaikan", "not:mau dibatalkan?"],
      ],
    },
    {
      label: "a citizen who says that they report something begins a report",
      from: toFiled,
      steps: [["lapor kartu pkh saya hilang di pasar", "complaint.where"]],
    },
    ...VISITS.map(
      (said): Case => ({
        label: `a visit after a report gets advice and begins no report: ${said}`,
        from: toFiled,
        steps: [[said, "ticket.filed", "panggil keluarga atau tetangga", "not:Masalahnya"]],
      }),
    ),
    ...ASKS_WHO_KNOWS.flatMap((said): Case[] => [
      {
        label: `who knows of a secret report, right after it: ${said}`,
        from: toFiled,
        steps: [[said, "ticket.filed", "Hanya petugas Dinas Sosial yang ditunjuk", "not:Masalahnya"]],
      },
      {
        label: `who knows of a secret report, from the menu: ${said}`,
        from: [...toFiled, ["menu", "menu.choose"]],
        steps: [[said, "menu.choose", "Hanya petugas Dinas Sosial yang ditunjuk", "not:wilayah itu"]],
      },
    ]),
    ...FOLLOWS.map(
      (said): Case => ({
        label: `more about a report is offered to its officer, and begins no report: ${said}`,
        from: toFiled,
        steps: [
          [said, "ticket.more", "tambahkan ke laporan LMG-26-000123-7"],
          ["ya", "ticket.added", "Sudah ditambahkan"],
          ["saudaranya juga ikut minta uang ke warga", "ticket.more"],
        ],
      }),
    ),
    {
      label: "more words join the first, and a no leaves the report as it is",
      from: toFiled,
      steps: [
        ["pak kasun itu juga minta beras 2 kilo tiap rumah", "ticket.more"],
        ["minta uang bensin juga pak kasun itu", "ticket.more"],
        ["gak usah", "menu.choose", "not:ditambahkan"],
      ],
    },
    {
      label: "words after a report become a report of their own if the citizen chooses so",
      from: toFiled,
      steps: [
        ["orang itu dipanggil dulu apa tidak sebelum saya", "ticket.more"],
        ["press:new", "complaint.category"],
      ],
    },
    {
      label: "a report is taken back while the chat asks about an addition",
      from: toFiled,
      steps: [
        ["pak kasun itu juga minta beras 2 kilo tiap rumah", "ticket.more"],
        ["cabut saja laporan saya", "track.withdraw", "LMG-26-000123-7 mau dibatalkan?"],
      ],
    },
    ...["tambahan LMG-26-000123-7: wonge nganggo motor abang", "ada yang kelupaan pak, saksinya bu Siti"].map(
      (said): Case => ({
        label: `an addition goes to the filed report: ${said}`,
        from: [...toFiled, ["menu", "menu.choose"]],
        steps: [[said, "track.view", "ditambahkan ke laporan LMG-26-000123-7"]],
      }),
    ),
  ),
  ...cases(
    { from: toConfirm },
    ...["maaf saya mau menarik laporannya saja", "jangan jadi dilaporkan, dihapus saja", "busek wae laporanku pak"].map(
      (said): Case => ({
        label: `a report that is not sent yet is dropped: ${said}`,
        steps: [
          [said, "menu.choose", "Tidak ada yang dikirim"],
          ["sudah dihapus?", "menu.choose", "Tidak ada yang terkirim"],
        ],
      }),
    ),
    ...[
      "ojo dikirim dhisik, wangsuli riyin pak kades saged maos mboten",
      "jangan dikirim dulu. siapa aja yang bisa baca",
    ].map(
      (said): Case => ({
        label: `a question about secrecy beside the wish to wait is answered: ${said}`,
        steps: [[said, "complaint.confirm", "Hanya petugas Dinas Sosial yang ditunjuk", "belum ada yang membacanya"]],
      }),
    ),
    {
      label: "a question about secrecy in other words",
      steps: [
        ["nek pendamping maca laporan iki piye", "complaint.confirm", "Hanya petugas Dinas Sosial yang ditunjuk"],
      ],
    },
    ...["tambahan: berase yo bau apek", "tambahan, berasnya kurang dua kilo"].map(
      (said): Case => ({
        label: `an addition that names an aid stands in the draft: ${said}`,
        steps: [
          ["press:place", "complaint.where"],
          ["desa Jegreg", "complaint.confirm"],
          [said, "complaint.confirm", "kami tambahkan ke ceritanya", "beras", "not:kami ganti"],
        ],
      }),
    ),
  ),
  ...cases(
    { from: [["cek", "check.number"]] },
    ...["wangsuli riyin, asma kulo ketingal mboten", "nama saya terlihat tidak nanti"].map(
      (said): Case => ({
        label: `a question about secrecy while a NIK is asked: ${said}`,
        steps: [[said, "check.number", "Laporan dibaca petugas"]],
      }),
    ),
  ),
];
