import { NIK } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const fits: Step = ["bayi saya 14 bulan kejang matanya mendelik", "urgent.place", NUMBER];
const labour: Step = ["bojoku arep nglairno getihe akeh banget", "urgent.place", NUMBER];
const starving: Step = ["simbah tanpa sikil 3 dina ora mangan", "urgent.place", NUMBER];
const flood: Step = ["omahku kebanjiran, simbah isih ning njero", "urgent.place", NUMBER];

const staysIn = (from: Step, ...texts: readonly string[]): Case[] =>
  texts.map((said) => ({ label: `the danger stays open: ${said}`, from: [from], steps: [[said, "urgent.place"]] }));

export const urgentHoldsDialogues: Dialogue[] = [
  ...cases(
    {},
    ...staysIn(
      fits,
      "kata mertua dikasih kopi aja, boleh?",
      "puskesmas tutup jam segini",
      "saya gak punya motor",
      "siapa yang bisa jemput",
      "jare mbah disembur banyu wae",
      "paket data habis tinggal dikit",
      "KALIAN TIDUR APA",
      "lampu rumah mati",
      "mriki tebih saking pundi pundi",
    ),
    ...staysIn(
      labour,
      "terus aku kudu lapo saiki",
      "gak onok sing ngangkat telpon e",
      "jam berapa",
      "jadi sekarang istri saya dibawa kemana",
      "bidane lagi neng njaba kota",
      "kartu e ketinggalan ning omah",
    ),
    ...staysIn(
      starving,
      "ga ada ktp nya",
      "bisa dijemput dinsos gak",
      "jam piro",
      "aku kasih nasi bungkus boleh",
      "durung tau foto ktp",
      "minta sembako hari ini bisa?",
    ),
    ...staysIn(flood, "barang2 tak tinggal apa tak gowo", "kopi karo gulane kelem kabeh", "surat tanah ikut hanyut"),
    {
      label: "a NIK goes into the report of the danger, and begins no check",
      from: [labour],
      steps: [
        [NIK, "urgent.place", "NIK berakhiran 01 ikut dikirim"],
        ["gak onok sing ngangkat telpon e", "urgent.open", "112"],
        ["terus aku kudu lapo saiki", "urgent.open", "119"],
      ],
    },
    {
      label: "who can bring them is answered in the danger",
      from: [starving],
      steps: [["siapa yang mau mapag ke sini", "urgent.place", "not:Masalahnya"]],
    },
    {
      label: "words in the menu that name no matter belong to the danger for half an hour",
      from: [fits],
      steps: [
        ["menu", "menu.choose"],
        ["mertua nyuruh dikasih kopi", "urgent.place", NUMBER],
        ["menu", "menu.choose"],
        ["badannya biru semua bibirnya", "urgent.open"],
      ],
    },
    {
      label: "aid in the menu is another matter",
      from: [fits],
      steps: [
        ["menu", "menu.choose"],
        ["cek bansos", "check.number"],
      ],
    },
    ...(
      [
        ["cek NIK saya dapat bansos tidak", "check.number"],
        ["kapan bantuan pkh cair", "check.number"],
        ["cara daftar dtks gimana", "programmes.apply"],
      ] as const
    ).map(
      ([said, at]): Case => ({
        label: `a plain other matter leaves the danger: ${said}`,
        from: [starving],
        steps: [[said, at]],
      }),
    ),
  ),
];
