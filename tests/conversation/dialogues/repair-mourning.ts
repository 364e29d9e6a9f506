import { type Case, cases, type Dialogue } from "./cases.ts";
import { toDeathReport } from "./ways.ts";

export const mourningDialogues: Dialogue[] = cases(
  { from: toDeathReport },
  ...[
    "nanti kalau tidak diambil saldonya hangus?",
    "saldone nek gak dijupuk angus ta",
    "artanipun menawi mboten dipendhet hangus nopo mboten",
  ].map(
    (said): Case => ({
      label: `after a death, money that lapses: ${said}`,
      steps: [[said, "repair.report", "Jangan diambil dulu"]],
    }),
  ),
  ...(
    [
      ["kalau saya lapor apa adik saya yang sekolah masih dapat", "tidak berhenti dengan sendirinya"],
      ["pkh anaknya gimana ya", "tidak berhenti dengan sendirinya"],
      ["bantuanipun lare kulo pripun", "tidak berhenti dengan sendirinya"],
      ["cara ganti pkh ke nama anak gimana", "KK yang sama"],
      ["kartu kks bapak diapakan?", "Simpan kartunya"],
      ["kartune bapak pripun nggih", "Simpan kartunya"],
    ] as const
  ).map(
    ([said, contains]): Case => ({
      label: `after a death: ${said}`,
      steps: [[said, "ask.show", contains, "not:Masalahnya"]],
    }),
  ),
);
