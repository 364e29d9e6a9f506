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
      label: "a question that is an officer's is not written twice",
      steps: [
        ["kursi roda untuk ibu saya", "officer.ask", "tidak perlu ditulis lagi"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "a wish for a person who is no machine is no question yet",
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
      label: "a NIK that is typed where an officer's question is asked is checked",
      from: toOfficer,
      steps: [[`cek nik ${NIK}`, "check.proof"]],
    },
    {
      label: "a NIK alone is checked too",
      from: toOfficer,
      steps: [[NIK, "check.proof"]],
    },
    {
      label: "the office's telephone is told, or that none is known, and nothing is sent",
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
      label: "who the officer is, is a question about the service, and no report",
      from: toOfficer,
      steps: [
        ["petugasnya laki apa perempuan?", "officer.ask", "laki-laki atau perempuan", "not:tercatat"],
        ["siapa petugasnya ya", "officer.ask", "petugas perempuan"],
        ["kenapa bantuan saya berhenti padahal masih miskin", "ticket.filed"],
      ],
    },
    {
      label: "a wish for the telephone beside the wish for an officer",
      steps: [["saya mau bicara dengan petugas, ada nomor WA petugas?", "officer.ask", "belum kami ketahui"]],
    },
    {
      label: "an impossible NIK typed there is said to be one",
      from: toOfficer,
      steps: [["ok deh cek nik gw 1234567890123456", "check.number", "not:Tulis pertanyaan"]],
    },
    {
      label: "a question that is an officer's: sent by a word",
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
      label: "whoever asks only for a person is asked what for",
      steps: [["mau ngomong sama petugas aja", "officer.ask", "Tulis pertanyaan"]],
    },
    {
      label: "what is not understood can go to an officer as it is",
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
      label: "what is not understood goes to an officer by a yes, or not by a no",
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
      label: "officer: a question gets a number",
      steps: [
        ["apakah besok buka, desa Jegreg", "ticket.filed", "LMG-26-000123-7"],
        ["press:>track.show", "track.choose"],
      ],
    },
    {
      label: "officer: how the question stands is answered",
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
    { label: "officer: menu", steps: [["press:menu", "menu.choose"]] },
    {
      label: "a question after a greeting is the question, and the number typed before goes along",
      steps: [
        [`NIK saya ${NIK}`, "officer.ask", "mau ditanyakan apa"],
        ["kenapa bansos saya belum cair pak", "ticket.filed", "NIK berakhiran 01"],
      ],
    },
  ),
  ...cases({}, ...["halo", "p", "ok", "iya pak mau tanya", "assalamualaikum pak", "bu?"].map(opensNothing)),
];
