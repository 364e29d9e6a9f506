import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toConsent } from "./ways.ts";

const held = { ...ticket, number: "LMG-26-000123-7" };
const known = { tickets: [held], byNumber: held };
const fire: Step = ["tolong rumah tetangga kebakaran", "urgent.place"];
const landslide: Step = ["tanah longsor rumah pakde ketimbun", "urgent.place"];
const chained: Step = ["pak anak tetangga saya umur 8 tahun dirantai sama bapaknya di kandang", "urgent.place"];
const armed: Step = ["ada orang gila bawa parang di depan rumah saya ngamuk2", "urgent.place", "110"];
const lost: Step = ["anak saya hilang dari tadi siang umur 6 tahun pake baju merah", "urgent.consent", "110"];
const burning: Step = ["bojoku ngamuk arep ngobong omah", "urgent.consent", "110"];
const blade: Step = ["aku pengin silet tangan", "urgent.place", "119, lalu tekan 8"];
const bleeding: Step = ["darahnya ga berenti", "urgent.place", "tekan kuat"];

/** After news of a growing danger, the answer has telephone numbers and a next step. */
export const urgentGrowsDialogues: Dialogue[] = [
  ...cases(
    { known, from: [fire] },
    ...["damkar belum datang", "pemadame durung teko", "113 mboten diangkat", "112 ga diangkat"].map(
      (said): Case => ({
        label: `help that does not come brings the other numbers: ${said}`,
        steps: [[said, "urgent.place", "113", "115", "110", "not:Sudah kami tambahkan"]],
      }),
    ),
    { label: "help that came is no such news", steps: [["damkar sudah datang", "urgent.place", "not:Telepon lagi"]] },
  ),
  ...cases(
    { known, from: [landslide] },
    ...["orangnya 3 di dalam", "wong telu nang njero", "simbah taksih wonten lebet"].map(
      (said): Case => ({
        label: `people inside bring the numbers: ${said}`,
        steps: [[said, "urgent.place", "112", "not:Sudah kami tambahkan"]],
      }),
    ),
  ),
  ...cases(
    { known, from: [chained] },
    ...["barusan denger anaknya teriak lagi", "krungu bocahe njerit maneh"].map(
      (said): Case => ({
        label: `screams bring the police: ${said}`,
        steps: [[said, "urgent.place", "110 atau 112 SEKARANG", "not:Sudah kami tambahkan"]],
      }),
    ),
    { label: "who does not come is called again", steps: [["polisi durung teka", "urgent.place", "Telepon lagi 110"]] },
  ),
  ...cases(
    { known, from: [armed] },
    ...["bukan anak saya tapi keponakan saya yg dibawa", "adikku sing digowo wonge"].map(
      (said): Case => ({
        label: `who is held brings the police: ${said}`,
        steps: [[said, "urgent.place", "110 atau 112 SEKARANG", "not:Sudah kami tambahkan"]],
      }),
    ),
    {
      label: "who is taken to a hospital is not held",
      steps: [["anak saya sudah dibawa ke puskesmas", "urgent.place", "not:Jangan mengejar"]],
    },
  ),
  ...cases(
    { known, from: [lost] },
    ...["ada yg lihat dibawa orang naik motor", "jarene diboncengke wong lanang"].map(
      (said): Case => ({
        label: `a lost child whom somebody took: ${said}`,
        steps: [[said, "urgent.consent", "110 atau 112 SEKARANG", "kendaraan", "not:Sudah kami tambahkan"]],
      }),
    ),
  ),
  ...cases(
    { known, from: [burning] },
    ...["bensin udah disiram", "wis disiram bensin", "genine wis murup"].map(
      (said): Case => ({
        label: `petrol and fire bring the fire brigade: ${said}`,
        steps: [
          [said, "urgent.consent", "113", "112 SEKARANG", "not:tidak masuk ke laporan"],
          ["bapak di dalam sendiri", "urgent.consent", "113", "siapa yang di dalam"],
        ],
      }),
    ),
  ),
  ...cases(
    { known, from: toConsent },
    ...["polisi belum datang", "110 ora diangkat"].map(
      (said): Case => ({
        label: `after violence, help that does not come: ${said}`,
        steps: [[said, "urgent.consent", "Telepon lagi 110", "polsek"]],
      }),
    ),
    ...["nomor polisi berapa", "nomere polisi pinten"].map(
      (said): Case => ({
        label: `after violence, the number of the police: ${said}`,
        steps: [[said, "urgent.consent", "110 (polisi)", "not:belum bisa kami jawab"]],
      }),
    ),
    {
      label: "who is in the house without a fire is no news of one",
      steps: [["bapak di dalam sendiri", "urgent.consent", "not:113"]],
    },
  ),
  ...cases(
    { known, from: [blade] },
    ...["udah", "wis", "wis kadung"].map(
      (said): Case => ({
        label: `the act may be done: ${said}`,
        steps: [
          [said, "urgent.place", "tekan kuat", "119 SEKARANG"],
          ["ga jadi bercanda", "urgent.open", "ke IGD SEKARANG", "not:syukurlah kalau aman"],
        ],
      }),
    ),
    {
      label: "put away is done, too",
      steps: [
        ["silete neng tanganku", "urgent.place", "jauhkan"],
        ["wis", "urgent.open", "not:tekan kuat"],
      ],
    },
    ...["ga jadi bercanda", "guyon kok", "maaf cuma iseng"].map(
      (said): Case => ({
        label: `a joke after bleeding ends nothing: ${said}`,
        steps: [bleeding, ["mama jangan tau", "urgent.open"], [said, "urgent.open", "ke IGD SEKARANG"]],
      }),
    ),
    ...["getihe ora mandeg2", "darahnya tidak berhenti"].map(
      (said): Case => ({
        label: `blood that does not stop: ${said}`,
        steps: [[said, "urgent.place", "tekan kuat", "119 SEKARANG"]],
      }),
    ),
    {
      label: "blood that stopped is good news",
      steps: [bleeding, ["darahnya sudah berhenti", "urgent.open", "not:119 SEKARANG, atau ke IGD"]],
    },
    { label: "a joke without bleeding ends the danger", steps: [["ga jadi bercanda", "menu.choose", "syukurlah"]] },
  ),
];
