import { type Case, cases, type Dialogue } from "./cases.ts";
import { toNumber } from "./ways.ts";

export const languageDialogues: Dialogue[] = [
  ...cases(
    {},
    ...[
      ["mbak, aku arep takon, bantuanku kok gak metu2 yo wis rong sasi", "menu.suggest"] as const,
      ["bantuanku kok gak metu2 yo wis rong sasi", "complaint.category"] as const,
    ].map(
      ([said, at]): Case => ({
        label: `Javanese is offered with the first answer: ${said}`,
        steps: [[said, at, "Basa Jawa"]],
      }),
    ),
    {
      label: "language from the menu",
      steps: [
        ["9", "language.choose"],
        ["English", "menu.choose", "What would you like"],
        ["Cek penerima bansos", "check.number", "Type the NIK"],
      ],
    },
    {
      label: "language repeats the question in the new one",
      from: toNumber,
      steps: [
        ["bahasa", "language.choose"],
        ["press:en", "check.number", "All right", "Type the NIK"],
        ["bahasa indonesia", "check.number", "Baik", "Ketik NIK"],
      ],
    },
  ),
  ...cases(
    {},
    {
      label: "Javanese from the menu: every text that follows is in it",
      steps: [
        ["9", "language.choose"],
        ["Basa Jawa", "menu.choose", "Inggih, kita ngangge Basa Jawa.", "Napa sing panjenengan kersaaken?"],
        ["Cek penerima bansos", "check.number", "Ketik NIK sing badhe dicek"],
        ["3524015206799901", "check.proof", "Sakniki ketik nomer KK", "12 Juni 1979"],
        ["menu", "menu.choose"],
        ["desil itu apa sih", "ask.show", "Desil niku urutan kesejahteraan keluarga"],
      ],
    },
    {
      label: "Javanese by a typed command, and back",
      from: toNumber,
      steps: [
        ["boso jowo", "check.number", "Inggih, kita ngangge Basa Jawa.", "Ketik NIK sing badhe dicek"],
        ["bahasa indonesia", "check.number", "Baik", "Ketik NIK yang mau dicek"],
      ],
    },
    {
      label: "who writes Javanese is offered it under the answer, once",
      steps: [
        ["piye carane ngubah desil", "ask.show", "BPS menghitungnya", "Pakai Basa Jawa? Tekan “Basa Jawa”."],
        ["nuwun sewu pak, kulo badhe tanglet kantor dinsos pundi nggih", "offices.show", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "the offer is taken by its button: the question is asked again in Javanese",
      steps: [
        ["kulo badhe tanglet kulo angsal bantuan nopo mboten", "check.number", "Pakai Basa Jawa?"],
        ["press:>language.choose:jv", "check.number", "Inggih, kita ngangge Basa Jawa.", "Ketik NIK sing badhe dicek"],
        [
          "nuwun sewu pak, kulo badhe tanglet kantor dinsos pundi nggih",
          "offices.show",
          "Sedaya gratis",
          "not:Ngangge Basa Jawa?",
        ],
      ],
    },
    {
      label: "the offer's old button still works later, wherever the chat rests",
      steps: [
        ["kulo badhe tanglet kulo angsal bantuan nopo mboten", "check.number", "Pakai Basa Jawa?"],
        ["menu", "menu.choose", "not:Pakai Basa Jawa?"],
        ["button:>language.choose:jv", "menu.choose", "Inggih, kita ngangge Basa Jawa."],
      ],
    },
    {
      label: "the offer is passed over by going on",
      steps: [
        ["kulo badhe tanglet kulo angsal bantuan nopo mboten", "check.number", "Pakai Basa Jawa?"],
        ["3524015206799901", "check.proof", "Sekarang ketik nomor KK", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "a word or two of Javanese brings no offer",
      steps: [
        ["bansos saya durung cair pak, kapan cairnya", "check.number", "not:Pakai Basa Jawa?"],
        ["menu", "menu.choose", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "nobody in danger is offered a language, also not afterwards",
      steps: [
        ["bojo kulo badhe ngendat kulo wedi pak tulung", "urgent.place", "not:Pakai Basa Jawa?"],
        ["kulo badhe tanglet desil niku nopo", "ask.show", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "no report is interrupted by the offer, neither at its first words nor in its middle",
      steps: [
        ["bantuan kulo dereng cair sampun tigang wulan pak", "complaint.programme", "not:Pakai Basa Jawa?"],
        ["mboten ngertos kulo pak", "complaint.where", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "who has chosen Indonesian is not offered Javanese",
      steps: [
        ["bahasa indonesia", "menu.choose"],
        ["desil niku nopo nggih pak", "ask.show", "not:Pakai Basa Jawa?"],
      ],
    },
  ),
];
