import { type Case, cases, type Dialogue } from "./cases.ts";
import { greeted } from "./ways.ts";

/** The chat greets, shows the menu, and offers guesses for words that it does not understand. */
export const menuDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a greeting brings welcome, notice and menu",
      steps: [["halo", "menu.choose", "layanan resmi", "OTP", "PRIVASI", "Apa yang ingin"]],
    },
    {
      label: "a number that is not on offer",
      steps: [
        ["menu", "menu.choose"],
        ["99", "menu.choose", "angka 1 sampai 9"],
      ],
    },
    {
      label: "under the margin: the best guesses",
      steps: [
        ["bantuan uang", "menu.suggest", "Maksud"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "what is not understood and is hardly a sentence",
      steps: [["gimana sih", "menu.choose", "belum paham", "Apa yang ingin"]],
    },
    ...[
      "mbah mau tanya nak",
      "nenek mau tanya",
      "permisi mau nanya",
      "assalamualaikum wr wb bu, saya mau bertanya",
      "aku arep takon",
      "kulo badhe tanglet",
    ].map(
      (opens): Case => ({
        label: `a question is only announced: ${opens}`,
        steps: [[opens, "menu.choose", "not:112", "not:belum paham", "not:dereng mangertos"]],
      }),
    ),
    ...["apa harus bayar?", "apa bayar?", "bayar berapa pak?", "ini gratis kan?"].map(
      (asks): Case => ({ label: `cost: ${asks}`, steps: [[asks, "menu.choose", "Gratis", "not:Masalahnya"]] }),
    ),
    ...[
      "wis kesel aku",
      "pemerintah mung ngapusi",
      "kok ora ono sing ngurusi to pak",
      "nesu aku",
      "dinsos bohong terus",
    ].map(
      (angry): Case => ({
        label: `anger: ${angry}`,
        steps: [
          [
            angry,
            "menu.suggest",
            "kecewa",
            "not:belum paham",
            "not:layanan resmi Dinas Sosial Kabupaten Lamongan: dijawab",
          ],
          ["wis mangkel tenan aku", "officer.ask", "sudah kami catat"],
          ["press:send", "ticket.filed"],
        ],
      }),
    ),
    {
      label: "anger: a complaint it is",
      steps: [
        ["nesu aku", "menu.suggest", "kecewa"],
        ["press:>complaint.category", "complaint.category"],
        ["mosok ngene terus", "complaint.category", "kecewa", "not:belum paham"],
      ],
    },
    ...["desa Jegreg", "Jegreg", "desa Jegreg kecamatan Modo"].flatMap((place): Dialogue[] => [
      {
        label: `a place behind words that nobody understood: ${place}`,
        steps: [
          ["itu lho pak yang kemarin", "menu.choose", "belum paham"],
          [place, "menu.suggest", "Jegreg", "Soal apa", "not:Kantor Kecamatan"],
          ["press:>complaint.category", "complaint.category"],
          ["press:quality", "complaint.programme"],
          ["press:unknown", "complaint.what"],
          ["berasnya busuk dan berkutu", "complaint.confirm", "Jegreg"],
        ],
      },
      {
        label: `its office is one of the choices: ${place}`,
        steps: [
          ["itu lho pak yang kemarin", "menu.choose"],
          [place, "menu.suggest"],
          ["press:>offices.show", "offices.area", "Kecamatan Modo"],
        ],
      },
    ]),
  ),
  ...cases(
    { from: greeted },
    {
      label: "a photo that no report needs is not kept, and a sticker is none",
      steps: [["image:ini ktp saya", "menu.choose", "tidak kami simpan"]],
    },
    {
      label: "a number shared where nobody asks for one",
      steps: [["phone:+6281234567890", "menu.choose", "belum bisa"]],
    },
    ...[
      ["nama saya ada di website cek bansos tapi tidak pernah dapat", "complaint.programme"] as const,
      ["situs cek bansos tidak bisa dibuka", "ask.show"] as const,
      ["laporan saya sudah diteruskan belum", "track.choose"] as const,
      ["surat saya diteruskan ke dinas sosial", "menu.suggest"] as const,
    ].map(([said, at]): Case => ({ label: `no scam: ${said}`, steps: [[said, at, "not:penipuan"]] })),
  ),
];
