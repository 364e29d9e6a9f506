import { NIK } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { greeted, toOfficer } from "./ways.ts";

const opensNothing = (said: string): Case => ({
  label: `"${said}" at an officer opens no ticket; a call is offered, and at the third time a call back is begun`,
  from: [...greeted, ...toOfficer],
  steps: [
    [said, "officer.ask", "mau ditanyakan apa", "Minta ditelepon"],
    ["bu?", "officer.ask", "Apa yang mau ditanyakan?", "not:menelepon"],
    ["halo", "ticket.collect", "menelepon"],
    ["081234567890", "ticket.filed"],
  ],
});

export const officerDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a citizen need not write a question for an officer twice",
      steps: [
        ["kursi roda untuk ibu saya", "officer.ask", "tidak perlu ditulis lagi"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "a wish for a human gets the question what it is about",
      steps: [
        [
          "tolong sambungkan ke orang, saya ga mau sama mesin",
          "officer.ask",
          "Tulis pertanyaan",
          "not:sudah kami catat",
        ],
      ],
    },
    {
      label: '"cek nik" with a NIK begins a check',
      from: toOfficer,
      steps: [[`cek nik ${NIK}`, "check.proof"]],
    },
    {
      label: "a NIK alone begins a check",
      from: toOfficer,
      steps: [[NIK, "check.proof"]],
    },
    {
      label: "a question for the office's telephone is answered, and nothing is sent",
      from: toOfficer,
      steps: [
        ["ada no telpon kantor?", "officer.ask", "nomor telepon", "belum kami ketahui", "Jalan Kusuma Bangsa"],
        ["saya mau ngobrol langsung sekarang, ada nomor WA petugas?", "officer.ask", "belum kami ketahui"],
        [
          "lah saya belum nulis pertanyaannya. kamis itu lama sekali, ada no telpon kantor?",
          "officer.ask",
          "belum kami ketahui",
          "not:sudah kami catat",
        ],
        ["bantuan saya berhenti, ada nomor WA petugas?", "officer.ask", "belum kami ketahui", "sudah kami catat"],
        ["kirim", "ticket.filed"],
        ["kamis itu lama sekali, ada no telpon kantor?", "ticket.filed", "belum kami ketahui"],
        ["petugasnya laki apa perempuan?", "ticket.filed", "laki-laki atau perempuan"],
      ],
    },
    {
      label: "a question who the officer is gets an answer, and opens no ticket",
      from: toOfficer,
      steps: [
        ["petugasnya laki apa perempuan?", "officer.ask", "laki-laki atau perempuan", "not:tercatat"],
        ["siapa petugasnya ya", "officer.ask", "petugas perempuan"],
        ["kenapa bantuan saya berhenti padahal masih miskin", "ticket.filed"],
      ],
    },
    {
      label: "a wish for an officer and a telephone gets the answer about the telephone",
      steps: [["saya mau bicara dengan petugas, ada nomor WA petugas?", "officer.ask", "belum kami ketahui"]],
    },
    {
      label: "an impossible NIK leads to the question for the NIK",
      from: toOfficer,
      steps: [["ok deh cek nik gw 1234567890123456", "check.number", "not:Tulis pertanyaan"]],
    },
    {
      label: '"kirim" sends a question for an officer',
      steps: [
        [
          "minta dihubungkan ke petugas soal bantuan anak saya yang tidak jadi ditambah",
          "officer.ask",
          "sudah kami catat",
        ],
        ["kirim", "ticket.filed"],
      ],
    },
    {
      label: "a wish for an officer without a question gets the question what it is about",
      steps: [["mau ngomong sama petugas aja", "officer.ask", "Tulis pertanyaan"]],
    },
    {
      label: "a message that is not understood can go to an officer unchanged",
      steps: [
        [
          "lapangan bola becek terus kalau hujan",
          "menu.suggest",
          "belum paham",
          "Tidak perlu ditulis lagi",
          "not:Apa yang ingin",
        ],
        ["hubungi petugas", "officer.ask", "sudah kami catat"],
        ["kirim", "ticket.filed"],
      ],
    },
    {
      label: '"ya pak" sends a message that is not understood to an officer, "gak usah" does not',
      steps: [
        ["lapangan bola becek terus kalau hujan", "menu.suggest"],
        ["gak usah", "menu.choose"],
        ["lapangan bola becek terus kalau hujan", "menu.suggest"],
        ["ya pak", "officer.ask", "sudah kami catat"],
      ],
    },
  ),
  ...cases(
    { from: toOfficer },
    {
      label: "a question for an officer gets a ticket number",
      steps: [
        ["apakah besok buka, desa Jegreg", "ticket.filed", "LMG-26-000123-7"],
        ["press:>track.show", "track.choose"],
      ],
    },
    {
      label: "a question about the progress is answered",
      steps: [
        ["apakah besok buka, desa Jegreg", "ticket.filed", "LMG-26-000123-7"],
        ...[
          "petugas akan datang kapan",
          "berapa lama pak ini jadinya",
          "sudah dikirim belum",
          "besok pasti dijawab kan",
          "nanti petugasnya datang ke rumah apa telepon?",
        ].map((said): Step => [said, "ticket.filed", "Sudah terkirim: laporan LMG-26-000123-7", "paling lambat"]),
        ["terima kasih ya", "ticket.filed", "Sama-sama"],
        ["maaf ini siapa ya? saya dapat nomor ini dari tetangga", "ticket.filed", "layanan resmi"],
      ],
    },
    { label: "the question for an officer leads to the menu", steps: [["press:menu", "menu.choose"]] },
    {
      label: "a question after a NIK is filed with the NIK",
      steps: [
        [`NIK saya ${NIK}`, "officer.ask", "mau ditanyakan apa"],
        ["kenapa bansos saya belum cair pak", "ticket.filed", "NIK berakhiran 01"],
      ],
    },
  ),
  ...cases({}, ...["halo", "p", "ok", "iya pak mau tanya", "assalamualaikum pak", "bu?"].map(opensNothing)),
];
