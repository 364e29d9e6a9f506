import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const asked: Step = ["mau tanya petugas soal beasiswa kuliah anak saya", "officer.ask", "sudah kami catat"];
const held = { ...ticket, number: "LMG-26-000123-7" };
const toCancelling: readonly Step[] = [["batalkan laporan saya", "track.withdraw", "mau dibatalkan?"]];

/** Only a question or a story files a question for an officer. */
export const officerDraftDialogues: Dialogue[] = [
  ...cases(
    { from: [["petugas", "officer.ask"]] },
    ...["tolong dilihat", "niki fotone", "ini buktinya pak"].map(
      (caption): Case => ({
        label: `a file with any caption is sent: ${caption}`,
        steps: [[`image:${caption}`, "ticket.filed", "Nomor laporan"]],
      }),
    ),
    ...["Siti", "niki kulo Darmi"].map(
      (said): Case => ({
        label: `a file and then a name are sent: ${said}`,
        steps: [
          ["voice:", "officer.ask"],
          [said, "ticket.filed", "Nomor laporan"],
        ],
      }),
    ),
    ...["saya takut", "aku wedi pak"].map(
      (said): Case => ({
        label: `a file and then fear are not sent: ${said}`,
        steps: [
          ["image:", "officer.ask"],
          [said, "officer.ask", "Takut itu wajar"],
        ],
      }),
    ),
  ),
  ...cases(
    { from: [asked] },
    ...["aduh wedi aku pak", "kulo ajrih", "duh was was saya", "takut banget"].map(
      (said): Case => ({
        label: `fear sends no question: ${said}`,
        steps: [
          [said, "officer.ask", "Takut itu wajar", "belum dikirim", "110", "not:Nomor laporan"],
          ["press:send", "ticket.filed"],
        ],
      }),
    ),
    ...[
      "hapusen kabeh ae",
      "tolong hapus semuanya saya takut",
      "mboten sios, dipunbusak mawon sedayanipun",
      "nggak jadi deh hapus saja semua",
      "wis ora sido, tak batalno ae",
    ].map(
      (said): Case => ({
        label: `who wants it erased drops the question: ${said}`,
        steps: [[said, "menu.choose", "dibatalkan", "not:Nomor laporan"]],
      }),
    ),
    {
      label: "a sigh sends nothing",
      steps: [["duh", "officer.ask", "belum dikirim"]],
    },
    ...["desa Jegreg pak", "Jegreg, Modo"].map(
      (said): Case => ({
        label: `the asked village completes the question: ${said}`,
        steps: [[said, "ticket.filed"]],
      }),
    ),
    ...[
      "namanya Siti",
      "takut anak saya putus sekolah karena tidak ada biaya",
      "bocahe sinau nganggo lampu senthir",
      "wau dalu nangis mawon putune kula",
      "di desa Jegreg rumahnya cat hijau dekat musholla",
    ].map(
      (said): Case => ({
        label: `more words are no wish to send: ${said}`,
        steps: [
          [said, "officer.ask", "belum ada yang dikirim"],
          ["ya kirim", "ticket.filed"],
        ],
      }),
    ),
  ),
  ...cases(
    { known: { tickets: [held], byNumber: held }, from: toCancelling },
    ...["petugas sudah baca?", "wis diwoco durung", "sampun dipunwaos dereng nggih"].map(
      (said): Case => ({
        label: `the question whether to withdraw stays open after an answer: ${said}`,
        steps: [
          [said, "track.withdraw", "sudah dibaca", "Mau dibatalkan?", "not:Pertanyaannya sudah kami catat"],
          ["press:yes", "menu.choose", "sudah kami beri tahu"],
        ],
      }),
    ),
    ...["saya takut", "wedi aku", "kulo ajrih pak"].map(
      (said): Case => ({
        label: `fear withdraws nothing, and sends nothing: ${said}`,
        steps: [[said, "track.withdraw", "Takut itu wajar", "110", "belum dibatalkan"]],
      }),
    ),
    ...["tolong dihapus semua saya takut", "hapusen kabeh wae", "dipunbusak mawon sedayanipun"].map(
      (said): Case => ({
        label: `who wants everything erased withdraws the report: ${said}`,
        steps: [[said, "menu.choose", "sudah kami beri tahu"]],
      }),
    ),
    {
      label: "not to erase keeps the report",
      steps: [["jangan dihapus", "menu.choose", "tidak dibatalkan"]],
    },
  ),
];
