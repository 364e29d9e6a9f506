import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toCutWhere } from "./ways.ts";

const held = { ...ticket, number: "LMG-26-000123-7" };
const known = { tickets: [held], byNumber: held };
const toFiled: readonly Step[] = [
  ...toCutWhere,
  ["desa Jegreg, kemarin", "complaint.confirm"],
  ["ya kirim", "ticket.filed"],
];
const toCancelling: readonly Step[] = [["batalkan laporan saya", "track.withdraw", "mau dibatalkan?"]];
const despair: Step = ["saya mau mati saja", "urgent.place", "119, lalu tekan 8"];

export const takenBackDialogues: Dialogue[] = [
  ...cases(
    { known, from: toFiled },
    ...[
      "ketuanya wis njaluk sepuro, saged dicabut?",
      "uangnya sudah dikembalikan. bisa dibatalkan?",
      "wis ora sido, tak batalno ae",
      "gak jadi deh hapus semuanya",
      "boten saestu, dipunbatalaken mawon",
      "dibuang aja laporannya ga jadi",
      "saya mau laporannya ditarik",
      "laporanku diguwak wae",
      "kula badhe laporanipun dicabut",
    ].map(
      (said): Case => ({
        label: `after a report, who takes it back is asked: ${said}`,
        steps: [[said, "track.withdraw", "mau dibatalkan?"]],
      }),
    ),
    ...[
      "beneran udah kehapus?",
      "laporan saya kok kehapus",
      "apakah laporan saya dihapus oleh petugas?",
      "sampun dihapus nopo dereng laporane",
    ].map(
      (said): Case => ({
        label: `after a report, who only asks about it does not begin to withdraw it: ${said}`,
        steps: [[said, "ticket.filed", "belum dibatalkan", "not:mau dibatalkan?"]],
      }),
    ),
    ...["pak kadus minta laporan saya dicabut, saya diancam", "pak RT mau laporan saya ditarik"].map(
      (said): Case => ({
        label: `after a report, who is pressed to withdraw it hears that they alone decide: ${said}`,
        steps: [[said, "ticket.filed", "Hanya Bapak/Ibu sendiri", "110"]],
      }),
    ),
    {
      label: "who fears that the report leaked reads of the police, of the report and of its readers",
      steps: [["siapa yang bocorin laporan saya", "ticket.filed", "110 (polisi)", "LMG-26-000123-7 sudah terkirim"]],
    },
    {
      label: "after a report, a new draft that is left is the only unsent text",
      steps: [
        ["menu", "menu.choose"],
        ["beras bantuan bau dan berkutu semua", "complaint.where"],
        [
          "beneran gak ada yang kekirim?",
          "complaint.where",
          "LMG-26-000123-7 sudah terkirim",
          "Tulisan yang baru belum",
        ],
        ["hubungi petugas", "officer.ask"],
        ["lihat laporan saya", "track.choose", "LMG-26-000123-7 sudah terkirim", "not:Yang tadi"],
      ],
    },
    {
      label: "money that was taken is no report to withdraw",
      steps: [["bantuan ibu ditarik lagi sama agen, bisa dibatalkan?", "ticket.more", "not:mau dibatalkan?"]],
    },
  ),
  ...cases(
    { known, from: toCancelling },
    ...(
      [
        ["kantor dinsos di mana", "offices.show"],
        ["apa itu desil", "ask.show"],
        ["cara daftar bansos gimana", "programmes.apply"],
        ["menu", "menu.choose"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `"Ya, batalkan" after another matter asks again with the number: ${said}`,
        steps: [
          [said, at],
          ["Ya, batalkan", "track.withdraw", "LMG-26-000123-7 mau dibatalkan?", "not:sudah kami beri tahu"],
          ["ya", "menu.choose", "LMG-26-000123-7 sudah kami beri tahu"],
        ],
      }),
    ),
    {
      label: "while a check asks for a number, the same words end the check",
      steps: [
        ["cek NIK", "check.number"],
        ["ya batalkan", "menu.choose", "tidak jadi", "not:sudah kami beri tahu"],
      ],
    },
    ...[
      "laporan jangan dihapus",
      "laporanku ojo dicabut",
      "saya tidak mau cabut laporan",
      "kulo mboten badhe nyabut laporan",
      "jangan cabut semua laporan",
    ].map(
      (said): Case => ({
        label: `words that keep the report end the question: ${said}`,
        steps: [
          [said, "menu.choose", "LMG-26-000123-7 tidak dibatalkan"],
          ["button:track.withdraw:yes", "menu.choose", "not:sudah kami beri tahu"],
        ],
      }),
    ),
    {
      label: "who is told to withdraw reads that the citizen alone decides",
      steps: [["pak kades nyuruh cabut laporan", "track.withdraw", "bukan orang lain", "not:sudah kami beri tahu"]],
    },
    {
      label: "the button of the earlier question withdraws, too",
      steps: [
        ["kantor dinsos di mana", "offices.show"],
        ["button:track.withdraw:yes", "menu.choose", "LMG-26-000123-7 sudah kami beri tahu"],
      ],
    },
    {
      label: "a bare cancel after another answer withdraws nothing",
      steps: [
        ["apa itu desil", "ask.show"],
        ["batal", "menu.choose", "not:sudah kami beri tahu"],
      ],
    },
    {
      label: "a report that the citizen kept is not withdrawn by an old button",
      steps: [
        ["tidak jadi", "menu.choose", "tidak dibatalkan"],
        ["button:track.withdraw:yes", "menu.choose", "not:sudah kami beri tahu"],
      ],
    },
  ),
  ...cases(
    {},
    ...["wis gak sido, tak cabut ae", "cabut saja deh", "batalkan semua"].map(
      (said): Case => ({
        label: `at the menu nothing is withdrawn, and nobody leaves the aid: ${said}`,
        steps: [
          ["halo", "menu.choose"],
          [said, "menu.choose", "Tidak ada yang perlu dibatalkan"],
        ],
      }),
    ),
    ...["mboten sah nilpun nggih", "ora usah ngebel yo", "gausah ditelp ya bu", "boten prelu dipun telpon"].map(
      (said): Case => ({
        label: `a wish for no call is noted: ${said}`,
        steps: [despair, [said, "urgent.place", "jangan menelepon", "not:Tidak apa-apa"]],
      }),
    ),
    ...["gak bisa nelpon, pulsa habis", "mboten saged nelpon"].map(
      (said): Case => ({
        label: `who cannot call does not forbid a call: ${said}`,
        steps: [despair, [said, "urgent.place", "not:jangan menelepon"]],
      }),
    ),
  ),
  ...cases(
    { known },
    ...[
      "laporan jangan dihapus",
      "saya tidak mau cabut laporan",
      "laporane ojo dicabut",
      "kulo mboten badhe nyabut laporan",
      "saya tidak pernah minta laporan dibatalkan",
    ].map(
      (said): Case => ({
        label: `words that keep a report open no question whether to withdraw it: ${said}`,
        steps: [[said, "menu.choose", "tidak kami batalkan", "not:mau dibatalkan?"]],
      }),
    ),
    ...[
      "pak kades nyuruh cabut laporan",
      "pak lurah ngongkon nyabut laporan",
      "pak RT maksa saya cabut laporannya, saya takut",
    ].map(
      (said): Case => ({
        label: `who is told to withdraw reads that the citizen alone decides: ${said}`,
        steps: [[said, "menu.choose", "bukan orang lain", "110", "not:mau dibatalkan?"]],
      }),
    ),
    ...[
      "jangan diproses, cabut laporan saya",
      "saya tidak mau lapor, cabut laporannya",
      "kulo badhe nyabut laporan",
      "laporan soal pak kades minta dicabut",
    ].map(
      (said): Case => ({
        label: `who wants to withdraw is asked: ${said}`,
        steps: [[said, "track.withdraw", "mau dibatalkan?"]],
      }),
    ),
  ),
  ...cases(
    { from: toCutWhere },
    {
      label: "in a draft, words that keep a report drop nothing",
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["saya tidak mau cabut laporan", "complaint.confirm", "not:Tidak ada yang dikirim"],
      ],
    },
  ),
  ...cases(
    { from: [["pak kades ngambil atm pkh warga satu rt", "complaint.where"]] },
    ...[
      "minggu lalu ada perangkat datang ngancem ibu",
      "wingi enek sing ngancam bapakku",
      "kolo wingi wonten ingkang dateng ngancem",
    ].map(
      (said): Case => ({
        label: `a threat is no time and no place: ${said}`,
        steps: [
          [said, "complaint.where", "110"],
          ["desa Jegreg", "complaint.confirm", said],
        ],
      }),
    ),
    {
      label: "a time is a time",
      steps: [["sejak bulan juli", "complaint.where", "not:110"]],
    },
  ),
  ...cases(
    { known, from: toFiled },
    ...[
      "jangan telepon nomor 081234567890, WA saja ke chat ini",
      "ojo ditelpon nomer 081234567890, chat ning kene wae",
    ].map(
      (said): Case => ({
        label: `a number that nobody may call is no way to reach who wants this chat: ${said}`,
        steps: [[said, "ticket.filed", "jangan menelepon", "not:berakhiran 90"]],
      }),
    ),
    {
      label: "a number that is kept for messages is said",
      steps: [["ojo ditelpon, wa ae 081234567890", "ticket.filed", "berakhiran 90 ikut, untuk pesan saja"]],
    },
  ),
];
