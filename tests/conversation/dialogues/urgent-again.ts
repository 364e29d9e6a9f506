import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const begun: Step = ["saya mau mati saja", "urgent.place", "119, lalu tekan 8"];
const hungry: Step = ["beras habis, anak saya belum makan dari kemarin", "urgent.place", "masjid"];

export const urgentAgainDialogues: Dialogue[] = [
  ...cases(
    {},
    ...["aku neng pinggir kali saiki", "saya sudah di atas jembatan", "yo wes pamit", "titip anak saya ya pak"].map(
      (said): Case => ({
        label: `whoever is about to die reads more than a confirmation: ${said}`,
        steps: [begun, [said, "urgent.place", "jangan sendirian", "119 lalu tekan 8", "not:tambahkan"]],
      }),
    ),
    {
      label: "a citizen who says again that they want to die gets the help in turn short and whole",
      steps: [
        begun,
        ["kepikiran maneh arep gantung diri", "urgent.place", "Menjauhlah", "gratis"],
        ["pokoknya saya mau bunuh diri", "urgent.open", "tidak sendirian", "jauhkan barang"],
        ["saya ingin mati saja", "urgent.open", "Menjauhlah"],
      ],
    },
    ...["udah minum", "wis tak ombe", "barusan ditelan semua", "sudah saya minum racunnya"].map(
      (said): Case => ({
        label: `poison taken, in few words: ${said}`,
        steps: [
          begun,
          ["aku arep ngombe racun", "urgent.place", "119"],
          [said, "urgent.open", "IGD", "SEKARANG", "not:tambahkan"],
        ],
      }),
    ),
    {
      label: "water is no poison",
      steps: [begun, ["sudah minum air putih", "urgent.place", "not:racun"]],
    },
    ...["halah nelpon piye pulsa wae gak duwe", "saya ndak bisa telepon", "119 nya gak nyambung"].map(
      (said): Case => ({
        label: `whoever cannot telephone learns that it is free, and where else to go: ${said}`,
        steps: [
          begun,
          [said, "urgent.place", "gratis", "menemani", "not:belum bisa kami jawab"],
          ["yo wis", "urgent.open", "not:Tetap tidak bisa?"],
        ],
      }),
    ),
    {
      label: "words of a citizen who wants to die get a new answer each time",
      steps: [
        begun,
        ["ra ono sing ngajak ngomong", "urgent.place", "tidak sendirian", "119 lalu tekan 8"],
        ["utang saya banyak sekali", "urgent.open", "Kami masih di sini", "not:Terima kasih sudah menulis"],
        ["haloooo", "urgent.open", "Terima kasih sudah menulis lagi"],
        ["apa gunanya hidup begini?", "urgent.open", "not:belum bisa kami jawab"],
        ["lha iki robot ta", "urgent.open", "dijawab mesin"],
        ["makasih sudah dengar", "urgent.open", "Kami tetap di sini"],
      ],
    },
    {
      label: "a wish for a call is answered, and the chat repeats the number",
      steps: [
        begun,
        ["bisa ditelpon jam berapa", "urgent.place", "ikut laporan", "jamnya belum kami ketahui"],
        ["akan ditelpon atau tidak?", "urgent.open", "ikut laporan", "not:belum bisa kami jawab"],
        ["0812 3456 7890", "urgent.open", "berakhiran 90", NUMBER],
        ["petugas", "urgent.open", "tidak perlu diulang", NUMBER, "not:Tulis pertanyaan"],
      ],
    },
    ...[
      "saya cuma minta beras buat hari ini",
      "ada dapur umum di mana ya",
      "terus saya harus gimana pak",
      "njaluk sego pak",
    ].map(
      (said): Case => ({
        label: `the hungry learn where there is food: ${said}`,
        steps: [hungry, [said, "urgent.place", "masjid", "beras atau nasi", NUMBER]],
      }),
    ),
    {
      label: "the chat knows the hunger after the menu and in a complaint",
      steps: [
        hungry,
        ["press:menu", "menu.choose"],
        ["beras", "urgent.place", "masjid", NUMBER, "not:BPNT"],
        ["press:menu", "menu.choose"],
        ["lapor masalah", "complaint.category"],
        ["bukan itu, saya butuh makanan hari ini", "urgent.open", NUMBER, "not:Masalahnya"],
      ],
    },
    ...["anak saya lemes", "adiknya muntah dari tadi", "nenek sudah pucat"].map(
      (said): Case => ({
        label: `weakness comes before everything else: ${said}`,
        steps: [hungry, [said, "urgent.place", "puskesmas atau IGD SEKARANG"]],
      }),
    ),
    {
      label: 'a complaint stays in the report of danger, "mau lapor" leaves it',
      steps: [
        hungry,
        ["pak rt bilang tidak ada bantuan, saya malu", "urgent.place", "tambahkan", NUMBER, "not:Masalahnya"],
        ["mau lapor pkh saya belum cair 3 bulan", "complaint.where"],
      ],
    },
    {
      label: "a village beside a question answers the question for the place",
      steps: [
        hungry,
        ["desa Jegreg kecamatan Modo, terus saya harus gimana", "urgent.open", "masjid", "not:di desa mana"],
        ["alamat dinas sosialnya di mana", "urgent.open", "Kusuma Bangsa", "not:Dukcapil"],
      ],
    },
    {
      label: "a wrong name in the letter gets its answer, also after the menu",
      steps: [
        ["anak saya harus operasi besok tapi bpjs nya mati", "urgent.place"],
        ["suratnya sudah dapat tapi namanya salah", "urgent.place", "membetulkan", "not:belum bisa"],
        ["press:menu", "menu.choose"],
        ["nama di surat keliru, gimana ya", "urgent.open", "membetulkan", "not:belum paham"],
      ],
    },
    ...["kepala saya berdarah", "getihe taksih medal", "kulo kedah lapor polisi riyen nopo rumah sakit"].map(
      (said): Case => ({
        label: `wounds come before consent: ${said}`,
        steps: [
          ["saya dipukuli suami", "urgent.consent"],
          [said, "urgent.consent", "IGD rumah sakit terdekat SEKARANG", "119", "not:menghapusnya"],
        ],
      }),
    ),
    {
      label: "an attack now gets no question for a safe hour",
      steps: [
        ["saya dipukuli suami", "urgent.consent"],
        ["ya", "urgent.safely"],
        ["dia nyekik saya", "urgent.safely", "110 (polisi)", "not:aman dihubungi"],
        ["tangan saya luka", "urgent.safely", "IGD", "not:aman dihubungi"],
        ["siang saja", "urgent.open"],
      ],
    },
    ...["igd nya jauh ga ada kendaraan", "ambulan nya nomor berapa", "puskesmas adoh, ora duwe motor"].map(
      (said): Case => ({
        label: `no way to the hospital: ${said}`,
        steps: [
          ["anak saya harus operasi besok tapi bpjs nya mati", "urgent.place"],
          [said, "urgent.place", "119", "not:belum bisa kami jawab"],
        ],
      }),
    ),
    {
      label: "after pills every word leads to the emergency room",
      steps: [
        begun,
        ["wis tak eleg kabeh", "urgent.place", "IGD", "SEKARANG"],
        ["sirahku mumet", "urgent.open", "IGD SEKARANG", "112", "not:didengar"],
        ["sampun kula muntahaken", "urgent.open", "IGD", "SEKARANG"],
        ["aku ijenan nang kos", "urgent.open", "IGD SEKARANG", "pemilik kos"],
      ],
    },
    ...["ngelu banget aku", "kok pengen turu ae", "perutku panas", "badan keringetan dingin, gemeter"].map(
      (said): Case => ({
        label: `the chat knows of the pills after the menu and at another question: ${said}`,
        steps: [
          begun,
          ["barusan tak telan obate sak strip", "urgent.place", "IGD", "SEKARANG"],
          ["menu", "menu.choose", "not:IGD"],
          ["kks saya hilang, cara ngurusnya?", "complaint.programme", "not:IGD"],
          [said, "urgent.open", "IGD SEKARANG", "112"],
        ],
      }),
    ),
    {
      label: "after poison a new sign of illness is no matter of the health card",
      steps: [
        ["adik saya nelan obat tikus", "urgent.place", "IGD"],
        ["press:menu", "menu.choose"],
        ["dia kejang, sesak", "urgent.place", "IGD SEKARANG", "not:BPJS"],
      ],
    },
    ...["wis tak telan obate kabeh", "saya minum obat penenang 15 butir"].map(
      (said): Case => ({
        label: `pills that are swallowed: ${said}`,
        steps: [begun, [said, "urgent.place", "SEKARANG"]],
      }),
    ),
    {
      label: "who feels drowsy and took nothing reads nothing of poison",
      steps: [
        begun,
        ["press:menu", "menu.choose"],
        ["kepala saya panas mikir bansos", "menu.suggest", "not:IGD SEKARANG"],
      ],
    },
    {
      label: "a citizen in danger who wants no call is heard",
      steps: [
        hungry,
        ["pak, ojo ditelpon nggih", "urgent.place", "jangan menelepon", NUMBER, "not:Nomornya belum ditulis"],
      ],
    },
    {
      label: "a farewell near water gets a number and one step, and the second call from there other words",
      steps: [
        begun,
        ["aku ning tepi bengawan", "urgent.place", "Menjauhlah dari tempat"],
        ["ya sudah, makasih", "urgent.open", "119 lalu tekan 8", "Satu langkah", "not:Kapan pun perlu"],
        ["wis neng pinggir bengawan maneh", "urgent.open", "112", "beberapa langkah"],
        ["112 ora dijawab", "urgent.open", "IGD", "puskesmas"],
      ],
    },
    ...(
      [
        ["disuruh pelunasan dulu sama kasirnya", "tidak boleh meminta uang muka"],
        ["pihak igd nolak anak saya", "tidak boleh menolak"],
        ["dikongkon mulih nek ora mbayar", "tidak boleh menolak"],
        ["lare kula nangis kesakitan", "perawat"],
      ] as const
    ).map(
      ([said, contains]): Case => ({
        label: `the hospital asks for money, or the child is in pain: ${said}`,
        steps: [
          ["anak saya harus operasi besok tapi bpjs nya mati", "urgent.place"],
          [said, "urgent.place", contains],
        ],
      }),
    ),
    ...["lha njur piye, sinten sing rawuh", "tonggoku yo podo ora nduwe", "nek sesuk durung ono sing teko piye"].map(
      (said): Case => ({
        label: `the hungry who asked around learn where else to go: ${said}`,
        steps: [hungry, [said, "urgent.place", "belum tahu jamnya", "puskesmas", NUMBER]],
      }),
    ),
    {
      label: "a citizen with pills at hand gets the help",
      steps: [begun, ["aku udah nyiapin obat banyak", "urgent.place", "jangan sendirian", "not:tambahkan"]],
    },
  ),
];
