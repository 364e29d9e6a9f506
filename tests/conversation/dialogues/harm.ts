import { type Case, cases, type Dialogue } from "./cases.ts";

const BANK = "Telepon bank SEKARANG";
const FREE = "Gratis, jangan membayar";
const KEEP = "disimpan pemiliknya sendiri";

/** Somebody who was cheated, or whom somebody wants to cheat. */
export const harmDialogues: Dialogue[] = [
  ...cases(
    {},
    ...[
      "waduh sy sudah terlanjur isi nik sama foto ktp di link bansos",
      "waduh sy sudah terlanjur isi nik sama foto ktp, gimana dong",
      "sudah kasih kode OTP",
      "tadi juga kasih kode OTP nya pak, aduh",
      "sudah kasih OTP juga",
      "rekening saya dikuras",
      "rekening saya di kuras pak, gimana",
      "rekening saya dikuras orang ngaku petugas bansos",
      "sudah terlanjur transfer",
      "sudah klik linknya",
      "wis kadung ngisi",
      "wis kadung ngekei OTP",
      "saya kena tipu 2 juta orang ngaku petugas",
      "uang di rekening hilang setelah kasih kode",
      "i already gave my otp to someone",
    ].map(
      (said): Case => ({
        label: `cheated already: ${said}`,
        steps: [
          [said, "ask.show", BANK, "110", "Jangan beri kode lagi", "not:belum paham"],
          ["press:>officer.ask", "officer.ask"],
        ],
      }),
    ),
    ...[
      "saya takut ketipu",
      "saya belum terlanjur isi kok",
      "apa boleh saya kasih otp",
      "sudah klik link tapi tidak bisa dibuka",
    ].map(
      (said): Case => ({
        label: `not cheated: ${said}`,
        steps: [[said, "menu.suggest", `not:${BANK}`]],
      }),
    ),
    ...[
      "anak saya demam tinggi, apa boleh nunggu sampai kamis?",
      "anak sy demam tinggi skr bu, apa boleh nunggu sampai kamis?",
      "anakku panas dhuwur, opo iso ngenteni sesuk?",
      "ibu sakit perut parah, kuat nunggu sampai senin gak?",
    ].map((said): Case => ({ label: `ill now: ${said}`, steps: [[said, "ask.show", "Jangan menunggu kami", "119"]] })),
    ...(
      [
        ["sampai kapan saya harus menunggu?", "menu.suggest"],
        ["saya sakit hati sekali nunggu bansos gak cair2, sampai kapan?", "menu.suggest"],
      ] as const
    ).map(([said, at]): Case => ({ label: `not ill: ${said}`, steps: [[said, at, "not:Jangan menunggu kami"]] })),
    ...[
      "ini chat beneran dinsos bukan? kok minta nik juga",
      "trus kalo chat ini sendiri beneran dinsos bukan? kok minta nik juga",
      "ini penipuan bukan chat nya?",
      "lu manusia apa robot",
      "ini robot atau orang?",
    ].map(
      (said): Case => ({
        label: `who answers here: ${said}`,
        steps: [[said, "menu.choose", "layanan resmi", "dijawab mesin", "not:belum paham"]],
      }),
    ),
    ...[
      ["bidan minta bayar 300 ribu biar KIS aktif lagi, boleh?", FREE],
      ["kader minta uang 50 ribu buat daftar pkh boleh?", FREE],
      ["atm kks dipegang ketua kelompok, apa boleh begitu?", KEEP],
      ["kartu kks saya disimpan pendamping wajar gak", KEEP],
    ].map(
      ([said = "", contains = ""]): Case => ({
        label: `asks whether it is allowed: ${said}`,
        steps: [
          [said, "ask.show", contains],
          ["press:menu", "menu.choose"],
        ],
      }),
    ),
    {
      label: "a card that somebody holds, told first and asked about then",
      steps: [
        ["atm kks saya dipegang ketua kelompok, katanya biar gampang", "complaint.programme"],
        ["apa boleh begitu?", "complaint.programme", KEEP, "not:belum paham"],
      ],
    },
    {
      label: "a fee for treatment is danger first, and then no debt",
      steps: [
        ["bidan bilang harus bayar dulu 300 ribu biar aktif lagi", "urgent.place", "119", "KIS gratis"],
        ["saya gak gawat bu. jadi 300rb itu harus bayar apa enggak?", "urgent.place", "Gratis. Jangan mau membayar"],
      ],
    },
    { label: "an amount asked alone", steps: [["jadi 300rb itu harus bayar apa enggak?", "menu.choose", "Gratis."]] },
    {
      label: "cheated, told to an officer",
      steps: [
        ["petugas", "officer.ask"],
        ["saya terlanjur kasih pin kks ke orang", "ticket.filed", BANK, "Nomor laporan"],
      ],
    },
    {
      label: "a link that the service has sent is no fraud",
      steps: [
        ["cek nik", "check.number"],
        ["sudah klik linknya", "check.number", "not:bank"],
      ],
      page: true,
    },
  ),
];
