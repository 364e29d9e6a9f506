import { type Case, cases, type Dialogue } from "./cases.ts";
import { toConsent } from "./ways.ts";

const NUMBER = "LMG-26-000123-7";
const RECEIPT = "not:Sudah kami tambahkan";
const AGAIN = "Boleh petugas khusus";

const ofViolence: readonly (readonly [string, ...string[]])[] = [
  ["nelpon 129 bayar apa tidak", "110 (polisi) dan 112 bebas pulsa", "129"],
  ["129 niku gratis nopo mboten", "bebas pulsa"],
  ["polisinya bakal datang ga kalau saya telpon", "Yang menentukan polisi", "alamat"],
  ["110 niku langsung dugi mboten", "Yang menentukan polisi"],
  ["ke igd dulu apa ke polisi", "IGD rumah sakit terdekat SEKARANG", "110"],
  ["kulo lapor polisi riyen nopo dateng rumah sakit", "IGD rumah sakit terdekat SEKARANG"],
  ["terus saya mesti ngapain bu", "110 SEKARANG", "129"],
  ["lha kulo kedah pripun", "110 SEKARANG"],
  ["sapa 129 itu siapa", "Kementerian PPPA"],
  ["kalau saya wa 129 suami tau ga", "Keluarga tidak kami beri tahu"],
  ["ndak bisa nelpon, dia di sebelah", "WA ke 08111-129-129"],
  ["mboten wantun telpon", "WA ke 08111-129-129"],
  ["saya bisa nginap dimana malam ini", "Tempat aman"],
  ["kalau saya cerita di sini apa suami dipenjara", "bukan laporan polisi", "hakim"],
  ["bojoku iso ditangkep polisi opo ora", "bukan laporan polisi"],
  ["aku iso dituntut balik ora", "UPTD PPA"],
  ["mangke bojo kula ngertos mboten", "tidak kami beri tahu", "Keluar"],
  ["apakah ayah nanti dikasih tahu", "tidak kami beri tahu"],
  ["anak saya umur 2 tahun boleh diajak?", "pengadilan", "129"],
  ["yen pegatan lare nderek sinten", "pengadilan yang menentukan"],
  ["yang menghubungi nanti perempuan kan", "kami belum tahu", "129"],
  ["pak, bisa panggilkan polisi ke rumah saya", "tidak bisa menelepon", "110"],
  ["apa bisa dibantu pengacara?", "Tanyakan kapan saja ke 129"],
];

/** The chat answers a question, and never sends a confirmation alone. */
export const urgentAskedDialogues: Dialogue[] = [
  ...cases(
    { from: toConsent },
    ...ofViolence.map(
      ([said, ...contains]): Case => ({
        label: `violence, before consent: ${said}`,
        steps: [[said, "urgent.consent", ...contains, AGAIN, "not:Laporan tidak memuat", "not:LMG-"]],
      }),
    ),
    ...ofViolence.slice(0, -1).map(
      ([said, ...contains]): Case => ({
        label: `violence, at the question how to be reached: ${said}`,
        steps: [
          ["ya", "urgent.safely"],
          [said, "urgent.safely", ...contains, "not:sudah kami catat"],
          ["siang saja", "urgent.open", "sudah kami catat"],
        ],
      }),
    ),
    {
      label: "words that look like a question for an officer stay before consent",
      steps: [
        ["saya mau tanya petugasnya", "urgent.consent", AGAIN],
        ["jangan telpon, dia bisa denger", "urgent.consent", "tidak menelepon"],
      ],
    },
  ),
  ...cases(
    {},
    ...(
      [
        ["saya mau mati saja", "119 pencet 8 itu bayar ga", "gratis dan rahasia"],
        ["saya mau mati saja", "yang jawab nanti wong opo mesin", "teman bicara"],
        ["kulo badhe nggantung awak mawon", "sinten sing purun ngancani kulo", "Minta satu orang datang"],
        ["saya mau mati saja", "di rumah sendirian pak", "Minta satu orang datang"],
        ["rumah saya kebanjiran sampai dada", "112 bayar pulsa gak", "bebas pulsa"],
        ["rumah saya kebakaran habis semua", "bisa minta selimut sama tenda gak", NUMBER, "belum bisa kami jawab"],
        ["anak saya kejang", "ambulannya gratis to", "jangan menunggu soal biaya"],
        ["anak saya kejang", "jawab dong pak", "Telepon sekarang: 119"],
        ["anak tidak makan 2 hari", "berasnya bayar ga", "belum bisa kami jawab"],
        ["anak tidak makan 2 hari", "kenging nyuwun susu mboten", NUMBER],
      ] as const
    ).map(
      ([danger, said, ...contains]): Case => ({
        label: `in danger: ${danger} / ${said}`,
        steps: [
          [danger, "urgent.place"],
          [said, "urgent.place", ...contains, RECEIPT],
        ],
      }),
    ),
  ),
  ...cases(
    {},
    ...(
      [
        ["anak saya kejang", "ambil PKH ke mana", "check.number"],
        ["anak saya kejang", "njupuk PKH nang endi", "ask.show"],
        ["anak saya kejang", "harus lapor ke mana kalau dipotong", "menu.suggest"],
        ["rumah kami kebanjiran sudah 3 hari", "daftar PKH ke mana", "programmes.apply"],
      ] as const
    ).map(
      ([danger, said, at]): Case => ({
        label: `after MENU, a question about aid is none of the danger: ${danger} / ${said}`,
        steps: [
          [danger, "urgent.place"],
          ["menu", "menu.choose"],
          [said, at, "not:IGD", "not:tempat aman"],
        ],
      }),
    ),
    ...(
      [
        ["anak saya kejang", "saya harus ke mana", "IGD"],
        ["rumah kami kebanjiran sudah 3 hari", "kudu ngungsi nang endi", "tempat aman"],
      ] as const
    ).map(
      ([danger, said, words]): Case => ({
        label: `after MENU, a question about the danger is answered in it: ${danger} / ${said}`,
        steps: [
          [danger, "urgent.place"],
          ["menu", "menu.choose"],
          [said, "urgent.place", words],
        ],
      }),
    ),
  ),
];
