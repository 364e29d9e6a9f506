import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { AFRAID } from "./secrecy.ts";
import { toCategory, toConsent } from "./ways.ts";

const help = ["119, lalu tekan 8", "tidak sendirian"];

export const urgentDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "hunger gets help, a ticket and the question for the place",
      steps: [
        ["anak tidak makan 2 hari", "urgent.place", "LMG-26-000123-7", "Sekarang di desa mana"],
        ["desa Jegreg kecamatan Modo", "urgent.open", "Jegreg sudah kami catat di laporan LMG-26-000123-7"],
        ["adiknya masih bayi", "urgent.open", "tambahkan"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "an open report of danger answers questions, and other words are added",
      steps: [
        ["iya tapi gimana dong, uang makan saja tidak ada, tidur di masjid", "urgent.place", "Tidak perlu malu"],
        ["apa ada rumah singgah?", "urgent.place", "tempat sementara", "not:tambahkan", "not:belum bisa"],
        ["terus tambaknya gimana", "urgent.open", "dinas perikanan", "not:tambahkan", "not:di desa mana"],
        ["harus bayar apa tidak?", "urgent.open", "Gratis", "not:tambahkan"],
        ["jadi saya kemana?", "urgent.open", "masjid", "kantor desa/kelurahan", "not:tambahkan"],
        ["apa kucing saya boleh ikut?", "urgent.open", "belum bisa kami jawab", "ikut laporan LMG-26-000123-7"],
        ["tidak punya apa apa", "urgent.open", "tambahkan"],
      ],
    },
    {
      label: "a question after violence is answered, and not added",
      steps: [
        ["saya dipukuli suami", "urgent.consent"],
        ["ya", "urgent.safely"],
        ["siang saja", "urgent.open"],
        ["terus saya harus kemana", "urgent.open", "tempat aman", "129", "not:tambahkan", "not:kantor desa"],
        ["apa suami saya bisa dipenjara?", "urgent.open", "hakim", "129", "not:ikut laporan"],
      ],
    },
    {
      label: "a citizen who wants to die and asks what to do reads whom to call",
      steps: [
        ["saya mau mati saja", "urgent.place", ...help],
        ["terus saya harus gimana", "urgent.place", "menemani", "119", "not:kantor desa"],
      ],
    },
    {
      label: "a flood that is over ends the talk of danger",
      steps: [
        ["rumah juga kebanjiran, beras habis kena air", "urgent.place", "112"],
        ["sudah surut kok mas. itu bulan kemarin", "menu.choose", "syukurlah", "not:tambahkan"],
      ],
    },
    {
      label: "the chat asks for the place at most twice, and takes it later",
      steps: [
        ["rumah kami kebanjiran, air masuk kamar", "urgent.place", "di desa mana"],
        ["kapan petugasnya sampai", "urgent.place", "di desa mana"],
        ["jam berapa petugas datangnya pak", "urgent.open", "belum tahu jamnya", "not:di desa mana"],
        ["airnya naik terus", "urgent.open", "not:di desa mana"],
        ["desa Jegreg kecamatan Modo", "urgent.open", "Jegreg sudah kami catat di laporan LMG-26-000123-7"],
      ],
    },
    {
      label: "an answer to another question does not repeat the question for the place",
      steps: [
        ["beras habis, anak saya belum makan dari kemarin", "urgent.place", "di desa mana"],
        ["ini gratis kan pak?", "urgent.place", "Gratis"],
        ["siapa yang baca ini", "urgent.place", "not:di desa mana"],
      ],
    },
    ...["kapan dikirim berasnya?", "jam berapa diantar makanannya pak", "hari ini dikirim ya?"].map(
      (said): Case => ({
        label: `the hungry who ask when help comes are not asked for a NIK: ${said}`,
        steps: [
          ["beras habis, anak saya belum makan dari kemarin", "urgent.place"],
          [said, "urgent.place", "belum tahu jamnya", "LMG-26-000123-7", "not:NIK"],
        ],
      }),
    ),
    ...(
      [
        ["lho kok bunuh diri? saya cuma mau ditelpon soal bpnt!!", "ticket.collect", "nomor telepon"],
        ["salah paham, saya baik baik saja. pkh saya belum cair dari bulan lalu, gimana ya", "check.number", "NIK"],
        ["bercanda pak. cara daftar pkh gimana", "programmes.apply", "musyawarah"],
        ["aku guyon cak. piye carane oleh bpnt", "programmes.apply", "musyawarah"],
      ] as const
    ).map(
      ([said, at, contains]): Case => ({
        label: `the rest of the words that take an emergency back is read: ${said}`,
        steps: [
          ["saya mau mati saja", "urgent.place", ...help],
          [said, at, "syukurlah", contains, "not:di desa mana"],
        ],
      }),
    ),
    ...[
      "bukan bunuh diri, salah paham",
      "saya baik baik saja",
      "saya gak kenapa napa, laporan darurat itu dicabut aja",
      "bukan darurat",
      "yang laporan darurat tadi tolong dihapus",
      "batal",
    ].map(
      (said): Case => ({
        label: `a false emergency is taken back: ${said}`,
        steps: [
          ["saya mau mati saja", "urgent.place", ...help],
          [said, "menu.choose", "syukurlah", "LMG-26-000123-7", "not:di desa mana", "not:119"],
        ],
      }),
    ),
    {
      label: "words that take the danger back later erase no data",
      steps: [
        ["saya mau mati saja", "urgent.place", ...help],
        ["press:menu", "menu.choose"],
        ["yang laporan darurat tadi tolong dihapus", "menu.choose", "syukurlah", "not:hapus data"],
      ],
    },
    {
      label: "a danger in the words that take one back counts more",
      steps: [
        ["saya mau mati saja", "urgent.place", ...help],
        ["saya baik-baik saja, cuma ingin mati", "urgent.place", "not:syukurlah"],
        ["saya tidak apa-apa kalau mati", "urgent.open", "not:syukurlah"],
        ["bukan bunuh diri, tapi saya dipukuli suami", "urgent.consent", "129", "not:syukurlah"],
      ],
    },
    {
      label: "words that only seem to deny violence do not take it back",
      steps: [
        ["saya dipukuli suami", "urgent.consent"],
        ["saya kok dipukuli terus sama suami", "urgent.consent", "not:kami teruskan"],
        ["bukan cuma dipukuli, saya juga dicekik", "urgent.consent", "not:kami teruskan"],
      ],
    },
    {
      label: "violence taken back before consent opens no ticket",
      steps: [
        ["saya dipukuli suami", "urgent.consent"],
        ["salah paham pak, saya tidak dipukuli siapa siapa", "menu.choose", "tidak ada yang kami teruskan"],
      ],
    },
    ...[
      "besok aja deh, sudah dikasih tetangga",
      "tetangga sudah kasih nasi. jadi gak usah dikirim hari ini",
      "sudah makan",
    ].map(
      (said): Case => ({
        label: `hunger is over: ${said}`,
        steps: [
          ["anak tidak makan 2 hari", "urgent.place", "LMG-26-000123-7"],
          [said, "menu.choose", "syukurlah", "not:di desa mana"],
        ],
      }),
    ),
    {
      label: "a plea goes to the open report of danger",
      steps: [
        ["anak tidak makan 2 hari", "urgent.place", "LMG-26-000123-7"],
        ["desa Jegreg kecamatan Modo", "urgent.open", "Jegreg sudah kami catat di laporan LMG-26-000123-7"],
        [
          "minta tolong kirim beras ke Jegreg RT 3, nama saya Yanti, hari ini kalau bisa",
          "urgent.open",
          "LMG-26-000123-7",
        ],
        ["press:menu", "menu.choose"],
        ["HP saya 081234567890, tolong telepon saya", "urgent.open", "berakhiran 90", "laporan LMG-26-000123-7"],
        ["press:menu", "menu.choose"],
        [
          "anak saya belum makan dari kemarin",
          "urgent.open",
          "tetap di sini",
          "not:Tidak perlu malu",
          "not:di desa mana",
        ],
      ],
    },
    {
      label: "an attack on the house gets the police first",
      steps: [
        ["rumah saya barusan dilempar batu sama orangnya kades!!", "urgent.consent", "110 (polisi) atau 112"],
        ["pak lurah tadi kesini bawa orang-orang, marah-marah ngancam saya", "urgent.consent", "110 (polisi) atau 112"],
      ],
    },
    {
      label: "a fire with its place gets no question for the place",
      steps: [["rumah kebakaran di desa Jegreg kecamatan Modo", "urgent.open", "112", "not:di desa atau"]],
    },
    {
      label: "the question for the place leads to the menu",
      steps: [
        ["rumah saya roboh tadi malam", "urgent.place"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "violence gets help, the question for consent, then the question how to reach the citizen",
      steps: [
        ["saya dipukuli suami", "urgent.consent", "129", "bukan salah korban", "not:LMG-"],
        ["dia mabuk", "urgent.consent", "tidak perlu ditulis"],
        ["ya", "urgent.safely", "LMG-26-000123-7", "hapus chat ini"],
        ["siang saja, jangan telepon", "urgent.open", "sudah kami catat"],
      ],
    },
    {
      label: "violence without consent leads to the menu",
      steps: [
        ["my husband beats me", "urgent.consent"],
        ["press:no", "menu.choose", "not:LMG-"],
      ],
    },
    {
      label: "poison that is taken gets the emergency room first",
      steps: [
        ["saya mau bunuh diri, sudah minum racun", "urgent.place", "Ke IGD", "119"],
        ["pak kapan datang?", "urgent.place", "belum tahu jamnya", "119"],
      ],
    },
    {
      label: "pills taken later get the emergency room first",
      steps: [
        ["pengin mati", "urgent.place", "not:Ke IGD"],
        ["sudah saya minum obatnya semua", "urgent.place", "Ke IGD"],
      ],
    },
    {
      label: "a person who threatens now gets the police named first",
      steps: [
        ["suami saya mau bunuh saya sekarang", "urgent.consent", "110 (polisi) atau 112"],
        ["dia di depan pintu", "urgent.consent", "110 (polisi) atau 112", "not:tidak perlu ditulis"],
        ["ya", "urgent.safely"],
        ["siang saja", "urgent.open"],
        ["dia bawa parang", "urgent.open", "110 (polisi) atau 112"],
      ],
    },
    {
      label: "a repeated cry gets the numbers in one line",
      steps: [
        ["rumah saya kebanjiran sekarang", "urgent.place"],
        ["airnya naik terus tolong", "urgent.place", "Telepon 112 SEKARANG"],
        ["tolong cepat", "urgent.open", "Telepon sekarang: 112"],
        ["tolong", "urgent.open", "Telepon sekarang: 112", "not:layanan resmi"],
        ["maaf cuma bercanda", "menu.choose", "syukurlah", "LMG-26-000123-7", "not:di desa mana"],
      ],
    },
    {
      label: "a guessed danger gets the numbers, and the choice of a danger first",
      steps: [
        ["badan saya lemas sekali dari kemarin", "menu.suggest", "telepon 112 atau 119", "pilih Keadaan darurat"],
        ["1", "urgent.pick"],
      ],
    },
    {
      label: "a citizen who needs treatment reads of the letter",
      steps: [
        [
          "bpjs pbi saya nonaktif besok mau cuci darah",
          "urgent.place",
          "surat butuh layanan",
          "secepatnya",
          "Sekarang di desa mana?",
        ],
      ],
    },
    {
      label: "a citizen in danger gets no greeting",
      steps: [["assalamualaikum rumah kebanjiran sekarang", "urgent.place", "not:Waalaikum"]],
    },
    {
      label: "a citizen who wants to die gets help in a complaint too",
      from: toCategory,
      steps: [
        ["kulo bosen gesang, pengin mati mawon", "urgent.place", ...help, "not:Masalahnya tentang"],
        ["saya capek hidup pak", "urgent.place", "jangan sendirian", "not:tidak sendirian"],
      ],
    },
  ),
  ...cases(
    { known: { same: ticket } },
    {
      label: "words of danger without a place go to the open ticket",
      steps: [["pengin mati", "urgent.place", ...help, `tambahkan ke laporan ${ticket.number}`]],
    },
    {
      label: "words of danger with a place go to the open ticket",
      steps: [["banjir sekarang di desa Jegreg kecamatan Modo", "urgent.open", ticket.number]],
    },
    {
      label: "violence with consent goes to the open ticket",
      steps: [
        ["anak saya dicabuli", "urgent.consent", "129"],
        ["press:yes", "urgent.safely", ticket.number],
        ["press:here", "urgent.open"],
      ],
    },
  ),
  ...cases(
    { from: toConsent },
    {
      label: "violence: each wish before consent has its own answer",
      steps: [
        ["jangan telepon ke hp ini", "urgent.consent", "kami tidak menelepon", "tekan Keluar"],
        ["jangan bilang desa", "urgent.consent", "Desa, pendamping, dan keluarga tidak", "not:tidak menelepon"],
        ["desa Jegreg", "urgent.consent", "Tempatnya belum kami teruskan"],
        ["dia mabuk", "urgent.consent", "Laporan tidak memuat ceritanya", "tekan Keluar"],
        ["sering sekali", "urgent.consent", "tidak masuk ke laporan"],
        ["selesai", "menu.choose", "129", "not:Apa yang ingin"],
      ],
    },
    ...AFRAID.map(
      (asks): Case => ({
        label: `afraid after violence: ${asks}`,
        steps: [
          [asks, "urgent.consent", "Hanya petugas khusus", "not:Lapor masalah"],
          ["ya", "urgent.safely"],
          [asks, "urgent.safely", "Hanya petugas khusus"],
          ["siang saja", "urgent.open"],
        ],
      }),
    ),
    {
      label: "after violence nobody is welcomed as a stranger",
      steps: [
        ["tidak", "menu.choose"],
        ["terima kasih", "menu.choose", "Kami tetap di sini", "not:layanan resmi", "not:Semoga membantu"],
      ],
    },
  ),
];
