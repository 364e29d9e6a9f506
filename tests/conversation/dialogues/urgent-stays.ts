import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const ill: Step = ["anak saya demam tinggi 40 dan lemas sekali", "urgent.place", NUMBER];
const hungry: Step = ["anak tetangga kelaparan, ditinggal orang tuanya", "urgent.place", NUMBER];
const flood: Step = ["rumah tetangga kebanjiran, ada nenek terjebak di atap", "urgent.place", NUMBER];

const answers = (label: string, texts: readonly string[], ...contains: string[]): Case[] =>
  texts.map((said) => ({ label: `${label}: ${said}`, from: [ill], steps: [[said, "urgent.place", ...contains]] }));

/** During a danger, a question leads to no other flow. */
export const urgentStaysDialogues: Dialogue[] = [
  ...cases(
    {},
    ...answers(
      "whether to wait until tomorrow",
      ["sesuk wae iso ta", "ditunggu sampai besok pagi boleh gak", "mbenjing mawon saged nggih", "harus sekarang ya?"],
      "Jangan ditunda",
      "SEKARANG",
      "119",
    ),
    ...answers(
      "whether a neighbour may bring them",
      [
        "numpak montor tanggane oleh gak",
        "boleh dibawa naik mobil pak RT?",
        "dibeto piyambak mawon saged nopo mboten",
        "pake motor boleh langsung bawa?",
      ],
      "jangan menunggu ambulans",
      "IGD",
    ),
    ...answers(
      "contributions are not paid",
      ["bpjs saya nunggak setahun", "iuran bpjs e durung dibayar", "apa bisa pindah ke yang gratis"],
      "IGD dulu",
      "BPJS 165",
    ),
    ...answers(
      "no money for the emergency room",
      ["ora kuat mbayar igd", "kami tidak sanggup bayar rumah sakit", "igd e mbayar pora"],
      "tidak boleh meminta uang muka",
    ),
    {
      label: "what to do now begins with the emergency room, not with the RT head",
      steps: [
        ["bapak saya sesak, BPJS mati", "urgent.place"],
        ["menu", "menu.choose"],
        ["bapak tambah sakit", "urgent.place"],
        ["terus kulo pripun niki", "urgent.open", "not:Pertama ke RT"],
      ],
    },
    {
      label: "the health card is explained in the report",
      steps: [ill, ["kis nya mati", "urgent.place", "perlu layanan kesehatan"]],
    },
    {
      label: "beside another answer, questions about the care come back to the report",
      steps: [
        ill,
        ["menu", "menu.choose"],
        ["besok pagi saja boleh?", "urgent.place", "Jangan ditunda"],
        ["menu", "menu.choose"],
        ["kami gak mampu bayar", "urgent.open", "uang muka"],
      ],
    },
    {
      label: "school fees are no hospital's bill",
      steps: [
        ill,
        ["menu", "menu.choose"],
        ["gak mampu bayar uang sekolah anak", "complaint.category", "not:uang muka"],
      ],
    },
  ),
  ...cases(
    { from: [hungry] },
    ...["petugas bakal ngambil anaknya?", "nanti anaknya dibawa ke panti gak?", "petugase galak ora"].map(
      (said): Case => ({
        label: `what is not known here is said, in the report: ${said}`,
        steps: [[said, "urgent.place", "not:Masalahnya tentang apa", "not:Tulis pertanyaan"]],
      }),
    ),
    {
      label: "a complaint leaves the danger",
      steps: [["mau lapor uang pkh saya dipotong pak kasun 50 ribu", "complaint.where"]],
    },
    {
      label: "a question about aid leaves the danger",
      steps: [["kapan pkh saya cair", "check.number"]],
    },
  ),
  ...cases(
    { from: [flood] },
    ...["saiki aku kudu piye", "terus gimana pak", "lajeng kulo pripun niki"].map(
      (said): Case => ({
        label: `in a flood, what to do begins with a safe place: ${said}`,
        steps: [[said, "urgent.place", "112", "not:Pertama ke RT"]],
      }),
    ),
  ),
];
