import type { Dialogue } from "./dialogue-table.ts";

/** What citizens ask, and the words of the answer that name the one right door. */
const asked = (said: string, ...contains: string[]): Dialogue => ({
  label: `asks: ${said}`,
  steps: [[said, "ask.show", ...contains]],
});

/** A question of each topic, as people write it. */
const topicDialogues: Dialogue[] = [
  asked("aplikasi cek bansos kok error terus ya", "kantor desa/kelurahan"),
  asked("usulan saya sampai mana ya pak", "operator desa"),
  asked("PIP anak saya gimana kok belum ada kabar", "bukan Dinas Sosial", "operator sekolah"),
  asked("gimana cara aktifkan bpjs gratis yang mati", "surat “perlu layanan kesehatan”", "hari itu juga"),
  asked("minta surat dtks untuk daftar sekolah gimana", "Dinas Sosial"),
  asked("pkh itu ibu hamil dapat berapa", "isi keluarga"),
  asked("mau tanya bedah rumah bagaimana", "bukan Dinas Sosial", "kantor desa/kelurahan"),
  asked("jalan rusak depan rumah lapor kemana", "lapor.go.id"),
  asked("ktp saya masa berlakunya habis gimana", "seumur hidup"),
  asked("anak saya baru lahir, cara tambah anak ke kk gimana", "Disdukcapil", "operator desa"),
  asked("surat pindah diurus dimana", "surat pindah"),
  asked("apa di sini ada panti jompo", "petugas datang"),
  asked("saya terlanjur mundur dari bansos bisa dibatalkan?", "diusulkan lagi"),
  asked("saya mau mundur dari pkh caranya gimana", "surat pengunduran diri"),
  asked("bisa ganti pengurus ke anak gak", "KK yang sama"),
  asked("desil itu apa sih", "BPS"),
  asked("kenapa bukan saya yang dapat", "ditetapkan Kementerian"),
  asked("cara ambil bantuan bagaimana", "Bawa KTP asli"),
  asked("nik saya dipakai orang lain bagaimana ini", "Jangan kirim data"),
  asked("status saya burekol artinya apa", "bank sedang membukakan"),
  asked("cara minta kursi roda untuk bapak", "Dinas Sosial"),
  asked("apa ada santunan kematian", "akta kematian"),
  asked("saya mau kasih saran", "petugas di sini"),
  asked("cara daftar lks bagaimana", "wajib mendaftar"),
  asked("puskesos itu apa", "kantor desa"),
  asked("perlinsos itu apa", "IKD"),
  asked("apa ada bantuan modal umkm", "kantor desa"),
  asked("sktm bikin dimana", "kantor desa/kelurahan"),
  asked("apa itu dtsen", "menggantikan DTKS"),
  asked("jadwal pencairan bansos bulan ini kapan", "Kementerian Sosial"),
  asked("lupa pin kks gimana", "bank penerbit"),
  asked("cara melapor gimana", "tidak dibuka untuk desa"),
  asked("piye carane ngubah desil", "operator desa"),
];

/** How an answer goes on. */
export const askDialogues: Dialogue[] = [
  ...topicDialogues,
  {
    label: "more about it, where it comes from, and the menu",
    steps: [
      ["desil itu apa", "ask.show", "not:39 hal"],
      ["press:more", "ask.more", "39 hal", "not:1 paling tidak mampu"],
      ["press:sources", "ask.sources", "Permensos 3/2025", "Penanggung jawab"],
      ["press:others", "ask.others", "Pilihan lain"],
      ["press:why-not-me", "ask.show", "Berat rasanya"],
      ["press:sources", "ask.sources"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "more choices where an answer has no details",
    steps: [
      ["apa itu laserku", "ask.show"],
      ["press:others", "ask.others"],
    ],
  },
  {
    label: "more choices: the menu",
    steps: [
      ["desil itu apa", "ask.show"],
      ["press:more", "ask.more"],
      ["press:others", "ask.others"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "the same question again brings more, then who can say more, then an officer",
    steps: [
      ["desil itu apa", "ask.show"],
      ["desil itu apa", "ask.more", "39 hal"],
      ["desil itu apa sih", "ask.again", "petugas kami bisa membantu"],
      ["desil itu apa", "officer.ask"],
    ],
  },
  {
    label: "an answer without details goes to who can say more at once",
    steps: [
      ["ada saran saya untuk layanan ini", "ask.show", "saran Bapak/Ibu"],
      ["mau kasih saran", "ask.again"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "from what is known to another question, its source, an officer",
    steps: [
      ["burekol itu apa", "ask.show"],
      ["burekol itu apa", "ask.more"],
      ["apa itu dtsen", "ask.show"],
      ["press:more", "ask.more"],
      ["press:menu", "menu.choose"],
      ["kasih saran", "ask.show"],
      ["kasih saran", "ask.again"],
      ["press:sources", "ask.sources"],
      ["apa itu dtsen", "ask.show"],
      ["apa itu dtsen", "ask.more"],
      ["apa itu dtsen", "ask.again"],
      ["lupa pin gimana", "ask.show"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "an office whose address is not known says so, and who can tell",
    steps: [
      [
        "alamat kantor kecamatan babat",
        "offices.area",
        "Alamat dan jam buka belum kami ketahui",
        "kantor desa/kelurahan",
      ],
      ["press:all", "offices.show", "Jalan Kusuma Bangsa Nomor 32", "Jam buka belum kami ketahui", "PETUGAS"],
    ],
  },
  {
    label: "thanks brings no long text again",
    steps: [
      ["desil itu apa", "ask.show"],
      ["terima kasih pak", "ask.show", "not:Desil adalah"],
      ["press:>officer.ask", "officer.ask"],
    ],
  },
  {
    label: "what is reported stays a report, whatever stands in it",
    steps: [["pak kades minta uang katanya buat urus desil", "complaint.programme", "not:BPS"]],
  },
  {
    label: "a question in the middle of a report is answered, and the report is kept",
    steps: [
      ["3", "complaint.category"],
      ["beras yang dibagikan busuk dan berkutu", "complaint.where"],
      ["desil itu apa?", "ask.show", "BPS"],
      ["menu", "menu.choose"],
    ],
  },
];
