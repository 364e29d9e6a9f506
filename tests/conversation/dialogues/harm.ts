import { type Case, cases, type Dialogue } from "./cases.ts";

const BANK = "Telepon bank SEKARANG";
const FREE = "Gratis, jangan membayar";
const KEEP = "disimpan pemiliknya sendiri";
const NEVER = "Jangan diberikan";
const NO_TRANSFER = "Jangan transfer lagi";
const NOT_YET = "Jangan diambil dulu";

/** Somebody has cheated the citizen, or tries to. */
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
          [said, "ask.show", BANK, "110", "Jangan beri kode atau uang lagi", "not:belum paham"],
          ["press:>officer.ask", "officer.ask"],
        ],
      }),
    ),
    ...["saya takut ketipu", "saya belum terlanjur isi kok", "sudah klik link tapi tidak bisa dibuka"].map(
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
        ["saya sakit hati sekali nunggu bansos gak cair2, sampai kapan?", "check.number"],
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
      ["petugas operator mintak 75rb supaya nama kami diusulkan, betul harus bayar?", FREE],
      ["operatore njaluk 200ewu ben aku diusulno, opo bener mbayar", FREE],
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
      label: "a question after the story of a held card gets the advice",
      steps: [
        ["atm kks saya dipegang ketua kelompok, katanya biar gampang", "complaint.programme"],
        ["apa boleh begitu?", "complaint.programme", KEEP, "not:belum paham"],
      ],
    },
    {
      label: "a fee for treatment gets help first, and then the sentence that it is free",
      steps: [
        ["bidan bilang harus bayar dulu 300 ribu biar aktif lagi", "urgent.place", "119", "KIS gratis"],
        ["saya gak gawat bu. jadi 300rb itu harus bayar apa enggak?", "urgent.place", "Gratis. Jangan mau membayar"],
      ],
    },
    {
      label: "a question for an amount gets the sentence that aid is free",
      steps: [["jadi 300rb itu harus bayar apa enggak?", "menu.choose", "Gratis."]],
    },
    {
      label: "a question for an officer about a fraud is filed with the advice",
      steps: [
        ["petugas", "officer.ask"],
        ["saya terlanjur kasih pin kks ke orang", "ticket.filed", BANK, "Nomor laporan"],
      ],
    },
    ...[
      "dia minta kode otp sekarang, kasih gak?",
      "dia nelpon lagi minta kode yang masuk sms, saya kasih apa nggak",
      "apa boleh saya kasih otp",
      "katanya petugas dinsos mau verifikasi, minta foto ktp sama kk",
      "katanya petugas dinsos mau verifikasi data, minta foto ktp sama kk",
      "terus minta nomor rekening juga",
      "ada yang nelpon minta otp",
      "orang ngaku dari kemensos minta pin atm saya",
      "onok sing telpon njaluk kode sms, tak wehno opo ora",
      "pendamping minta kode otp, dikasih apa tidak",
      "he is asking for my otp, should i give it?",
    ].flatMap((said): Case[] => [
      { label: `fraud under way: ${said}`, steps: [[said, "ask.show", NEVER, "110", "not:belum paham"]] },
      {
        label: `fraud under way, at the question for the NIK: ${said}`,
        steps: [
          ["cek nik", "check.number"],
          [said, "ask.show", NEVER],
        ],
      },
      {
        label: `fraud under way, in a report: ${said}`,
        steps: [
          ["lapor masalah", "complaint.category"],
          [said, "complaint.category", NEVER],
        ],
      },
    ]),
    ...[
      "yg nipu bilang uang bisa balik kalau saya transfer 300 ribu dulu, bener gak?",
      "katanya uang saya yang hilang bisa dikembalikan kalau bayar lagi",
      "penipunya bilang duite iso mbalik nek transfer maneh",
    ].map((said): Case => ({ label: `cheated twice: ${said}`, steps: [[said, "ask.show", NO_TRANSFER, "110"]] })),
    {
      label: "each question about a fraud that goes on gets its advice",
      steps: [
        ["dia nelpon lagi minta kode yang masuk sms, saya kasih apa nggak", "ask.show", NEVER],
        ["terus minta nomor rekening juga", "ask.more", NEVER],
        ["katanya petugas dinsos mau verifikasi data, minta foto ktp sama kk", "ask.show", NEVER],
        ["yang nelpon pakai nomor 0812, itu nomor kalian?", "ask.more", NEVER],
        ["sudah saya kirim fotonya gimana dong", "ask.show", BANK],
        ["uang saya bisa balik gak", "ask.show", NO_TRANSFER],
        ["nomornya 0857xxxx, lapor kemana", "ask.more", "polisi"],
        ["kantor polisi mana", "ask.show", "110 atau kantor polisi"],
      ],
    },
    ...[
      "ada wa dari kemensos minta transfer 500rb buat biaya admin, katanya kalo ngga hangus",
      "orang ngaku pendamping nyuwun 150 ewu kangge pendaftaran, kedah kulo bayar nopo mboten",
      "disuruh bayar biaya admin 250 ribu buat cairin blt lewat link",
      "onok wong telpon jare teko dinsos, njaluk duit 100 ewu",
    ].map(
      (said): Case => ({
        label: `a stranger asks for money: ${said}`,
        steps: [[said, "ask.show", NEVER, "jangan transfer", "not:belum paham"]],
      }),
    ),
    ...(
      [
        ["terus saya harus gimana? belum saya bayar", NEVER],
        ["itu harus ditransfer apa engga??? orangnya nunggu", NEVER],
        ["INI PENIPU BUKAN???", NEVER],
        ["penipu ya berarti?", NEVER],
        ["tlg jawab sekali aja: penipuan apa bukan", NEVER],
        ["udah lah sy transfer aja 500rb nya drpd hangus", NEVER],
        ["orangnya wa lagi kak katanya akun saya bakal diblokir kalo ga bayar sekarang", NEVER],
        ["katanya suruh ke atm sekarang, bener ga", NEVER],
        ["tiyange telpon malih niki, nyuwun 200 ewu malih", NEVER],
        ["matur nuwun. menawi tiyange telpon malih kulo kedah pripun", NEVER],
        ["pin nya udah sy sebut tadi", BANK],
        ["uang di dana saya 250rb ilang barusan ketarik", BANK],
        ["udah sy transfer tadi pagi", BANK],
        ["dia ngancem mau nyebarin data saya", "Jangan bayar"],
        ["wonge ngancam arep nyebar ktpku", "Jangan bayar"],
      ] as const
    ).flatMap(([said, contains]): Case[] => [
      {
        label: `after a warning of fraud: ${said}`,
        steps: [
          ["ada yang nelpon minta otp", "ask.show", NEVER],
          [said, contains === NEVER ? "ask.more" : "ask.show", contains, "not:belum paham"],
        ],
      },
      {
        label: `after a warning of fraud, in a report: ${said}`,
        steps: [
          ["ada yang nelpon minta otp", "ask.show", NEVER],
          ["lapor masalah", "complaint.category"],
          [said, "complaint.category", contains.slice(0, 12), "not:belum paham"],
        ],
      },
    ]),
    ...[
      "saya ditipu orang, sudah bayar 150 ribu",
      "kulo sampun ditipu tiyang ngakune pendamping, nyuwun 150 ewu nggo pendaftaran. sampun kulo bayar",
      "saldo di dana saya habis kesedot barusan",
      "ada link https://blt-cair.example, saya sudah isi nik sama nama ibu kandung",
    ].map((said): Case => ({ label: `cheated: ${said}`, steps: [[said, "ask.show", BANK, "110"]] })),
    ...(
      [
        ["pak rt minta uang 50 ribu buat daftar pkh", "complaint.where"],
        ["uang bantuan saya dipotong ketua kelompok, ditipu saya, katanya 200 ribu", "complaint.programme"],
        ["dana bansos saya hilang dari daftar", "check.number"],
        ["saya harus transfer kemana kalau mau sedekah ke panti", "ask.show"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `no stranger's fraud: ${said}`,
        steps: [[said, at, `not:${NEVER}`, `not:${BANK}`]],
      }),
    ),
    ...["uang saya bisa balik gak", "nomornya 085712345678, lapor kemana"].map(
      (said): Case => ({
        label: `after a fraud: ${said}`,
        steps: [
          ["saya kena tipu, terlanjur saya transfer", "ask.show", BANK],
          [said, "ask.show", NO_TRANSFER, "110"],
        ],
      }),
    ),
    ...(
      [
        ["kok minta nik juga", "privacy.stored"],
        ["saya lupa pin atm", "ask.show"],
        ["uang bansos saya kapan balik lagi", "check.number"],
        ["bank minta kk buat apa", "check.number"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `no fraud: ${said}`,
        steps: [
          ["cek nik", "check.number"],
          [said, at, `not:${NEVER}`, `not:${NO_TRANSFER}`],
        ],
      }),
    ),
    ...[
      "suami sudah meninggal, kartunya atas nama suami. apa masih bisa saya pakai?",
      "ibu saya sudah meninggal, uangnya boleh diambil?",
      "bapakku wis seda, kartune isih oleh dienggo?",
      "almarhum ayah masih dapat pkh, boleh saya ambil gak",
      "my husband died, may I use his card?",
    ].map(
      (said): Case => ({
        label: `the card of the dead: ${said}`,
        steps: [
          [said, "ask.show", NOT_YET],
          ["boleh ambil uangnya gak", "ask.more", "Jangan menarik uang"],
        ],
      }),
    ),
    {
      label: "a question for the money after a death gets the warning",
      steps: [
        ["suami saya meninggal 3 bulan lalu", "repair.report"],
        ["boleh ambil uangnya gak", "repair.report", NOT_YET],
        ["press:file", "ticket.collect"],
      ],
    },
    {
      label: "a living person who is listed as dead gets no warning about the money",
      steps: [
        ["saya tercatat meninggal padahal masih hidup", "repair.contest"],
        ["saya masih bisa ambil bpnt bulan ini gak?", "menu.suggest", `not:${NOT_YET}`],
      ],
    },
    {
      label: "the link of a number page is no fraud",
      steps: [
        ["cek nik", "check.number"],
        ["sudah klik linknya", "check.number", "not:bank"],
      ],
      page: true,
    },
  ),
];
