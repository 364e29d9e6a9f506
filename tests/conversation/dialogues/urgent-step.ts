import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const NOTE = `Sudah kami tambahkan ke laporan ${NUMBER}`;
const yellow: Step = ["bayi baru lahir badannya kuning gak mau nyusu", "urgent.place", NUMBER];
const fits: Step = ["bayi saya 14 bulan kejang matanya mendelik", "urgent.place", NUMBER];
const stroke: Step = ["bapak 58 tahun mulutnya mencong tangan kanan lemas gak bisa ngomong", "urgent.place", NUMBER];
const flood: Step = ["omahku kebanjiran, simbah isih ning njero", "urgent.place", NUMBER];
const hungry: Step = ["anak saya belum makan 2 hari, beras habis", "urgent.place", NUMBER];
const alone: Step = ["mbah sebelah pikun ditinggal sendirian di rumah terkunci", "urgent.place", NUMBER];
const violence: Step = ["saya dipukuli suami", "urgent.consent"];

const answers = (from: Step, texts: readonly string[], ...contains: string[]): Case[] =>
  texts.map((said) => ({ label: `${from[0]}: ${said}`, from: [from], steps: [[said, "urgent.place", ...contains]] }));

/** The service answers unclear words with the next step of the danger. */
export const urgentStepDialogues: Dialogue[] = [
  ...cases(
    {},
    ...answers(yellow, ["dijemur aja cukup kan bu", "jare dukun bayi wajar"], "Jangan dulu", "119", NUMBER),
    ...answers(
      fits,
      [
        "kata mertua dikasih kopi aja, boleh?",
        "sudah saya masukin sendok biar gak gigit lidah",
        "tak kerok punggunge",
        "disembur mbah dukun wae ya",
        "saged dipun paringi obat panas",
      ],
      "Jangan dulu",
      "119",
    ),
    ...answers(stroke, ["saya kasih madu dulu atau gimana", "tak pijetno disek"], "Jangan dulu", "not:Bayi di bawah"),
    ...answers(fits, ["puskesmas tutup jam segini", "bidane ora ono"], "IGD", "not:Jalan Kusuma"),
    ...answers(yellow, ["tidur terus susah dibangunin", "anaknya perempuan"], "119 SEKARANG", NOTE),
    ...answers(flood, ["barang2 tak tinggal apa tak gowo", "ono suoro krek krek"], "112", NUMBER),
    ...answers(hungry, ["suami saya merantau", "gasnya juga habis buat masak"], "119", NUMBER),
    ...answers(alone, ["anaknya di malaysia semua", "kuncine digowo anake"], "112", NUMBER),
    {
      label: "the step does not repeat itself word for word",
      from: [yellow],
      steps: [
        ["anaknya perempuan", "urgent.place", "mereka memandu"],
        ["lahirnya seminggu lalu", "urgent.open", "Jangan menunggu jawaban kami", "not:mereka memandu"],
        ["rumahnya cat hijau", "urgent.open", "mereka memandu"],
      ],
    },
    {
      label: "a second home remedy is refused in other words",
      from: [yellow],
      steps: [
        ["dijemur aja cukup kan bu", "urgent.place", "Jangan dulu"],
        ["dukune ngongkon diombeni jamu", "urgent.open", "Tetap jangan"],
      ],
    },
    ...["kakak siapa sih ini orang beneran apa bukan", "iki wong tenan opo robot", "sampean sinten nggih"].flatMap(
      (said): Case[] => [
        {
          label: `who answers, in an illness: ${said}`,
          from: [yellow],
          steps: [[said, "urgent.place", "dijawab mesin"]],
        },
        {
          label: `who answers, after violence: ${said}`,
          from: [violence],
          steps: [[said, "urgent.consent", "dijawab mesin", "belum ada petugas"]],
        },
      ],
    ),
  ),
];
