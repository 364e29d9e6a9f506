import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const neighbour: Step = ["anak tetangga umur 5 tahun disundut rokok sama neneknya", "urgent.consent"];
const captive: Step = ["saya dikurung majikan gak boleh pulang", "urgent.consent", "Terkurung"];
const armed: Step = ["suamiku mau bunuh aku bawa parang", "urgent.consent", "110"];

/** The chat does not treat a witness like a victim. */
export const urgentBystanderDialogues: Dialogue[] = [
  ...cases(
    {},
    ...[
      "anak tetangga umur 5 tahun disundut rokok sama neneknya",
      "muridku lengene biru kabeh digebuki bapake",
      "bocah sebelah omah saben bengi diantemi bapake",
      "keponakan saya dicabuli bapak tirinya",
    ].map(
      (said): Case => ({
        label: `a bystander: ${said}`,
        steps: [[said, "urgent.consent", "sudah peduli", "Belum ada yang tahu", "dirahasiakan", "not:salah korban"]],
      }),
    ),
    ...["saya dipukul tetangga", "anak saya dipukul anak tetangga", "kulo digebuki kakak kulo"].map(
      (said): Case => ({
        label: `a neighbour or a brother who strikes makes nobody a bystander: ${said}`,
        steps: [[said, "urgent.consent", "not:sudah peduli"]],
      }),
    ),
    ...[
      "saya murid, dipukul guru ngaji",
      "aku mbak, dipukuli bojoku",
      "adik saya dan saya dipukul bapak",
      "kakak saya diperkosa tetangga, saya juga diancam",
      "anak tetangga memukul saya",
    ].map(
      (said): Case => ({
        label: `the writer suffers, whoever else does: ${said}`,
        steps: [
          [said, "urgent.consent", "salah korban", "not:sudah peduli"],
          ["adik saya dipukul juga", "urgent.consent", "not:pelapor", "not:umur korban"],
          ["saya di kamar dikunci", "urgent.consent", "WA 129", "not:umur korban"],
        ],
      }),
    ),
    {
      label: "a bystander who suffers, too, reads the help for a victim, and silent ways once locked in",
      from: [neighbour],
      steps: [
        ["saya juga dipukul neneknya", "urgent.consent", "salah korban", "129", "not:pelapor"],
        ["anak tetangga dipukul lagi", "urgent.consent", "not:pelapor"],
        ["saya sembunyi di kamar, tidak bisa telepon", "urgent.consent", "Senyapkan HP", "not:pelapor"],
      ],
    },
    {
      label: "only plain words make a victim a bystander",
      from: [["saya dipukul suami saya", "urgent.consent", "salah korban"]],
      steps: [
        ["bukan saya yang mulai", "urgent.consent", "not:pelapor"],
        ["bukan saya yang dipukul, tapi tetangga saya", "urgent.consent", "not:salah korban"],
        ["dia mau datang ke sini", "urgent.consent", "umur korban"],
      ],
    },
    ...[
      "saya dipukul suami, dia ngancam bunuh diri kalau saya lapor",
      "suami saya ngancam mau bunuh diri kalau saya pergi, saya dipukul",
    ].map(
      (said): Case => ({
        label: `nobody stays with the violent person who threatens suicide: ${said}`,
        steps: [[said, "urgent.consent", "salah korban", "129", "pergi dulu ke tempat aman", "not:temani"]],
      }),
    ),
    {
      label: "a victim's attacker threatens suicide later",
      from: [["saya dipukul suami saya", "urgent.consent", "salah korban"]],
      steps: [["dia ngancam bunuh diri kalau saya pergi", "urgent.consent", "110", "112", "not:temani"]],
    },
    ...["temanku mau bunuh diri, aku juga mau mati", "anakku bilang mau mati, saya juga gak kuat hidup"].map(
      (said): Case => ({
        label: `the writer who wants to die, too, is no helper: ${said}`,
        steps: [
          [said, "urgent.place", "119", "not:temani, dengarkan"],
          ["aku pegang pisau", "urgent.place", "not:merebut"],
        ],
      }),
    ),
    {
      label: "a bystander's place goes along with the consent only",
      from: [neighbour],
      steps: [
        ["dsn sawo ds dukuhagung kec tikung", "urgent.consent", "hanya kalau disetujui", "not:tidak masuk ke laporan"],
        ["yg ngerawat neneknya", "urgent.consent", "belum sampai ke siapa pun", "not:Dia datang"],
        ["tangannya banyak bulet2 item", "urgent.consent", "Supaya dia ditolong", "not:Dia datang"],
        ["press:yes", "urgent.safely", NUMBER],
      ],
    },
    {
      label: "a teacher is no child",
      from: [["muridku lengene biru kabeh digebuki bapake", "urgent.consent"]],
      steps: [["saya guru kelas 3", "urgent.consent", "not:Kamu hebat"]],
    },
    {
      label: "who is locked in reads of silent ways",
      from: [captive],
      steps: [
        ["gak bisa telp, ada yg jaga, ngetik ini ngumpet", "urgent.consent", "WA 129", "not:tempat ramai"],
        ["pinggir jalan pantura deket jembatan brondong", "urgent.consent", "hanya kalau disetujui"],
        ["ono sing jogo ning ngarep lawang", "urgent.consent", "WA 129"],
      ],
    },
    {
      label: "who hides is not sent to a crowded place",
      from: [armed],
      steps: [
        ["aku di kamar mandi ngunci", "urgent.consent", "Senyapkan HP", "not:tidak masuk ke laporan"],
        ["rumah desa sumobito deket masjid", "urgent.consent", "hanya kalau disetujui"],
        ["anak saya ada di luar sama dia", "urgent.consent", "WA 129", "not:tempat ramai"],
      ],
    },
  ),
];
