import { type Case, cases, type Dialogue } from "./cases.ts";

type Row = readonly [said: string, at: string, words: string, other: string, then: string];

/** The chat answers the first of two questions, and a button leads to the second. */
export const askTwoDialogues: Dialogue[] = [
  ...cases(
    {},
    ...(
      [
        ["desil itu apa terus pkh kapan cair?", "ask.show", "Desil adalah", ">check.number", "check.number"],
        [
          "kks saya hilang gimana, sama bansos kapan turun",
          "ask.show",
          "bank penerbit",
          ">check.number",
          "check.number",
        ],
        ["1. bpjs saya mati kenapa 2. kapan pkh cair", "ask.show", "perlu layanan", ">check.number", "check.number"],
        [
          "cara daftar pkh gimana? terus sktm bikinnya gimana?",
          "programmes.apply",
          "Pendaftaran",
          ">ask.show:letters",
          "ask.show",
        ],
        ["kapan pkh cair? trus bikin ktp dimana?", "check.number", "belum resmi", ">ask.show:dukcapil", "ask.show"],
        [
          "bpjs kulo pejah pripun, kaliyan pkh kapan medal",
          "ask.show",
          "perlu layanan",
          ">check.number",
          "check.number",
        ],
        [
          "desil iku opo, karo carane daftar bansos piye",
          "ask.show",
          "Desil adalah",
          ">programmes.apply",
          "programmes.apply",
        ],
        [
          "mau tanya cara daftar bansos sama desil itu apa",
          "programmes.apply",
          "Pendaftaran",
          ">ask.show:desil",
          "ask.show",
        ],
      ] as const satisfies readonly Row[]
    ).map(
      ([said, at, words, other, then]): Case => ({
        label: `two questions: ${said}`,
        steps: [
          [said, at, words, "Yang satu lagi"],
          [`press:${other}`, then, "not:Yang satu lagi"],
        ],
      }),
    ),
    ...(
      [
        ["ada yang telepon minta OTP, cara daftar PKH gimana, kantor di mana", "ask.show", "Jangan diberikan"],
        ["wonten tiyang nyuwun OTP, carane daftar PKH pripun, kantore ten pundi", "ask.show", "Jangan diberikan"],
        ["cara daftar PKH gimana? kantor di mana? ada yang telepon minta PIN", "ask.show", "Jangan diberikan"],
        [
          "saya ditelepon disuruh transfer 500 ribu, cara daftar PKH gimana? kantor di mana?",
          "menu.choose",
          "penipuan",
        ],
        ["stop kirim pesan, kantor dinsos di mana, cara daftar pkh gimana", "menu.choose", "berhenti"],
        ["kantor dinsos di mana, cara daftar pkh gimana, stop", "menu.choose", "berhenti"],
      ] as const
    ).map(
      ([said, at, words]): Case => ({
        label: `what is graver comes before two questions: ${said}`,
        steps: [[said, at, words, "Yang satu lagi"]],
      }),
    ),
    ...[
      "saya lapar, kantor dinsos di mana, cara daftar pkh gimana",
      "wis rong dina ora mangan, kantor dinsos ing endi, carane daftar pkh piye",
      "kantor dinsos di mana? cara daftar pkh gimana? anak saya kejang",
    ].map(
      (said): Case => ({
        label: `danger comes before two questions: ${said}`,
        steps: [[said, "urgent.place", "119", "not:Yang satu lagi"]],
      }),
    ),
    ...(
      [
        ["jangan kasih tahu pak RT, kantor dinsos di mana, cara daftar pkh gimana", "menu.choose"],
        ["ojo ngomong pak lurah yo, desil iku opo, karo carane daftar bansos piye", "menu.choose"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `a wish for secrecy is heard before two questions: ${said}`,
        steps: [[said, at, "tidak kami buka", "Yang satu lagi"]],
      }),
    ),
    ...(
      [
        ["bawa ktp sama kk buat apa", "ask.show"],
        ["ktp sama kk saya hilang gimana", "ask.show"],
        ["PKH belum cair sama KIS anak mati", "complaint.where"],
        ["pkh kapan cair terus bansos kapan cair", "check.number"],
        ["desil itu apa, terima kasih ya pak", "ask.show"],
        ["beras bantuan bau sama berkutu, lapornya gimana", "complaint.where"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `one matter: ${said}`,
        steps: [[said, at, "not:Yang satu lagi"]],
      }),
    ),
  ),
];
