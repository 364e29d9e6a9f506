import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const flood: Step = ["rumah tetangga kebanjiran, ada nenek terjebak di atap", "urgent.place", NUMBER];
const ill: Step = ["bapak saya jatuh tidak sadar", "urgent.place", NUMBER];
const hungry: Step = ["beras habis, anak saya belum makan dari kemarin", "urgent.place", "masjid"];

export const urgentHelpComesDialogues: Dialogue[] = [
  ...cases(
    { from: [flood] },
    ...[
      "relawannya endi pak",
      "kok durung enek sing mrene",
      "mana bantuannya",
      "petugase tekan endi",
      "dereng wonten ingkang rawuh",
      "tim nya sampai mana ya",
    ].map(
      (said): Case => ({
        label: `who asks where the help is learns that this chat sends nobody: ${said}`,
        steps: [[said, "urgent.place", "tidak mengirim ambulans atau orang", "112", NUMBER, "not:Tulis pertanyaan"]],
      }),
    ),
    {
      label: "the question comes again at the menu, and the report gets it",
      steps: [
        ["menu", "menu.choose"],
        ["petugase endi", "urgent.place", "tidak mengirim ambulans atau orang", NUMBER],
      ],
    },
    {
      label: "a village after the button of the officers answers the report's question",
      steps: [
        ["menu", "menu.choose"],
        ["7", "officer.ask"],
        ["Jegreg", "urgent.open", "Jegreg sudah kami catat", NUMBER],
      ],
    },
    {
      label: "a village under a question for an officer belongs to the question",
      steps: [
        ["menu", "menu.choose"],
        ["mau tanya petugas soal beasiswa kuliah anak saya", "officer.ask", "sudah kami catat"],
        ["desa Jegreg", "ticket.filed"],
      ],
    },
    ...["kapan pkh saya cair", "kapan rumah kami disurvei petugas", "kantor dinsos di mana"].map(
      (said): Case => ({
        label: `a question about aid or an office is no question for help: ${said}`,
        steps: [
          ["menu", "menu.choose"],
          [
            said,
            said.includes("kantor") ? "offices.show" : said.includes("pkh") ? "check.number" : "officer.ask",
            "not:tidak mengirim",
          ],
        ],
      }),
    ),
    ...["neneknya wis seda", "sampun kepanggih nanging sedo", "barusan ditemukan sudah tidak bernyawa"].map(
      (said): Case => ({
        label: `a death is mourned, and the report gets the news: ${said}`,
        steps: [[said, "urgent.place", "turut berduka", NUMBER, "110", "not:Bawa ke Dukcapil"]],
      }),
    ),
  ),
  ...cases(
    {},
    {
      label: "a death after an accident is mourned",
      steps: [ill, ["akhirnya meninggal pak", "urgent.place", "turut berduka", NUMBER]],
    },
    {
      label: "fear of a death is no death",
      steps: [ill, ["saya takut bapak meninggal", "urgent.place", "not:turut berduka", "119"]],
    },
    {
      label: "the hungry who ask where the help is learn where there is food",
      steps: [hungry, ["petugase pundi nggih", "urgent.place", "Kami belum tahu jamnya", "masjid", NUMBER]],
    },
  ),
];
