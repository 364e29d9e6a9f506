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
      label: "the menu leads to the languages",
      steps: [
        ["9", "language.choose"],
        ["English", "menu.choose", "What would you like"],
        ["Cek penerima bansos", "check.number", "Type the NIK"],
      ],
    },
    {
      label: "a new language repeats the question",
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
      label: "after a choice of Javanese every text is in Javanese",
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
      label: "a typed command changes to Javanese, another changes back",
      from: toNumber,
      steps: [
        ["boso jowo", "check.number", "Inggih, kita ngangge Basa Jawa.", "Ketik NIK sing badhe dicek"],
        ["bahasa indonesia", "check.number", "Baik", "Ketik NIK yang mau dicek"],
      ],
    },
    {
      label: "the answer to a Javanese message offers Javanese once",
      steps: [
        ["piye carane ngubah desil", "ask.show", "BPS menghitungnya", "Pakai Basa Jawa? Tekan “Basa Jawa”."],
        ["nuwun sewu pak, kulo badhe tanglet kantor dinsos pundi nggih", "offices.show", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "the button of the offer repeats the question in Javanese",
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
      label: "the old button of the offer works in another state",
      steps: [
        ["kulo badhe tanglet kulo angsal bantuan nopo mboten", "check.number", "Pakai Basa Jawa?"],
        ["menu", "menu.choose", "not:Pakai Basa Jawa?"],
        ["button:>language.choose:jv", "menu.choose", "Inggih, kita ngangge Basa Jawa."],
      ],
    },
    {
      label: "the next answer does not repeat the offer",
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
      label: "a citizen in danger gets no offer, also not afterwards",
      steps: [
        ["bojo kulo badhe ngendat kulo wedi pak tulung", "urgent.place", "not:Pakai Basa Jawa?"],
        ["kulo badhe tanglet desil niku nopo", "ask.show", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "a report whose first words name its category gets no offer",
      steps: [
        ["bantuan kulo dereng cair sampun tigang wulan pak", "complaint.programme", "not:Pakai Basa Jawa?"],
        ["mboten ngertos kulo pak", "complaint.where", "not:Pakai Basa Jawa?"],
      ],
    },
    {
      label: "a citizen who chose Indonesian gets no offer",
      steps: [
        ["bahasa indonesia", "menu.choose"],
        ["desil niku nopo nggih pak", "ask.show", "not:Pakai Basa Jawa?"],
      ],
    },
  ),
];
