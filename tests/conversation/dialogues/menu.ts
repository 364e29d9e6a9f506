import { type Case, cases, type Dialogue } from "./cases.ts";
import { greeted } from "./ways.ts";

export const menuDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a greeting brings welcome, notice and menu",
      steps: [["halo", "menu.choose", "layanan resmi", "OTP", "PRIVASI", "Apa yang ingin"]],
    },
    {
      label: "a number without an option gets the range of the options",
      steps: [
        ["menu", "menu.choose"],
        ["99", "menu.choose", "angka 1 sampai 10"],
      ],
    },
    {
      label: "an unclear message gets the best guesses",
      steps: [
        ["bantuan uang", "menu.suggest", "Maksud"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a short message that is not understood gets no guesses",
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
      label: "an angry citizen can choose a complaint",
      steps: [
        ["nesu aku", "menu.suggest", "kecewa"],
        ["press:>complaint.category", "complaint.category"],
        ["mosok ngene terus", "complaint.category", "kecewa", "not:belum paham"],
      ],
    },
    ...(
      [
        ["makasih banyak. pin kks lupa gimana pak", "ask.show", "bank"],
        ["makasih banyak. alamat dinas sosial dimana pak", "offices.show", "Jalan Kusuma Bangsa"],
        ["matur nuwun. desil niku nopo", "ask.show", "urutan kesejahteraan"],
        ["suwun pak, terus carane daftar bansos piye", "programmes.apply", "gratis"],
      ] as const
    ).map(
      ([said, at, contains]): Case => ({
        label: `a question after thanks is answered: ${said}`,
        steps: [
          ["halo", "menu.choose"],
          [said, at, contains],
        ],
      }),
    ),
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
      label: "a photo at the menu is not kept",
      steps: [["image:ini ktp saya", "menu.choose", "tidak kami simpan"]],
    },
    {
      label: "a phone number at the menu cannot be used",
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
