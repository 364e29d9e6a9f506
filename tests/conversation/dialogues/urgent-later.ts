import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const UNANSWERED = ["not:belum bisa kami jawab", "not:belum paham", "not:tidak perlu ditulis di sini"];

const OPENINGS = {
  despair: [["saya mau mati saja", "urgent.place"]],
  pills: [["adikku habis minum obat tidur satu strip gak bangun2, mau bunuh diri", "urgent.place", "IGD"]],
  ill: [["suami saya harus operasi sekarang tapi BPJS PBI mati", "urgent.place"]],
  flood: [["rumah kami kebanjiran sudah 3 hari", "urgent.place"]],
  placed: [["rumah kami kebanjiran sudah 3 hari di desa jegreg modo", "urgent.open"]],
  hungry: [["beras habis, anak saya belum makan dari kemarin", "urgent.place"]],
  locked: [["ada ODGJ dipasung di rumah sebelah", "urgent.place"]],
  beaten: [["saya dipukuli suami", "urgent.consent"]],
  referred: [
    ["saya dipukuli suami", "urgent.consent"],
    ["press:yes", "urgent.safely"],
    ["press:here", "urgent.open"],
  ],
  touched: [["ponakanku umur 9 tahun dicabuli bapaknya", "urgent.consent"]],
  coerced: [["bu saya dipaksa pendamping pkh buka baju biar pkh cair", "urgent.consent"]],
} as const satisfies Record<string, readonly Step[]>;
type Opening = keyof typeof OPENINGS;

const restOf = (opening: Opening): string => OPENINGS[opening].at(-1)?.[1] ?? "";

type Next = [opening: Opening, said: string, ...contains: string[]];

const POLICE = ["110 (polisi)", "SEKARANG"];
const HOME = ["Dari chat ini tidak ada yang datang", "110"];
const BEFORE = ["Sebelum dia datang", "129"];
const NOT_GUILTY = ["Bukan salah korban", "not:jangan sendirian: pergi ke orang dewasa"];
const MAY_REFUSE = ["Menolak itu hak", "129"];
const ANYONE = ["siapa pun yang melihat", "129"];
const MISSING = ["112 atau polisi 110 SEKARANG", "tidak perlu menunggu 24 jam", "not:Syukurlah"];
const BY_MOUTH = ["sebelum 119 atau perawat membolehkan", "119"];
const HOW_LONG = ["Kami belum tahu jamnya"];
const MAY_COME = ["jangan ditinggal sendirian"];
const FAMILY = ["tidak kami beri tahu"];

const NEXT: readonly Next[] = [
  ["beaten", "pintu depan sudah didobrak", ...POLICE],
  ["beaten", "jendelane dipecah", ...POLICE],
  ["beaten", "orangnya manjat pagar belakang", ...POLICE],
  ["beaten", "wonge nyekel sabit", ...POLICE],
  ["beaten", "dheweke wis balik maneh", ...POLICE],
  ["beaten", "wonge wis bali", ...POLICE],
  ["beaten", "ibuku wis teko njemput tapi bojoku nggowo arit", ...POLICE],
  ["beaten", "ada yang mau kesini gak", ...HOME],
  ["beaten", "sinten ingkang rawuh nulungi", ...HOME],
  ["referred", "petugas dinsos datang jam berapa", ...HOME],
  ["beaten", "saya tidak berani pulang", "Tempat aman untuk sementara", "129"],
  ["beaten", "ajrih wangsul bu", "Tempat aman untuk sementara"],
  ["beaten", "takut mau ke rumah lagi, tidak berani pulang", "Tempat aman untuk sementara"],
  ["beaten", "nanti malam suami balik kerja", ...BEFORE],
  ["beaten", "kami masih satu rumah bu", ...BEFORE],
  ["beaten", "kuatir dheweke teko mrene", ...BEFORE],
  ["referred", "khawatir suami datang ke kos saya", ...BEFORE],
  ["beaten", "suami saya mau pulang minggu depan dari kalimantan", ...BEFORE, "not:SEKARANG"],
  ["referred", "namaku konangan nek lapor", "tidak kami beri tahu", "110"],
  ["beaten", "terus saya harus ke mana bu", "Tempat aman untuk sementara"],
  ["beaten", "kulo kedah dateng pundi", "Tempat aman untuk sementara"],
  ["beaten", "tulisanku nang kene tekan pak lurah ora", "Hanya petugas khusus"],
  ["beaten", "nek lapor nang kene dikirim nang desa ta", "Hanya petugas khusus"],
  ["coerced", "ojo diterusno nang sopo sopo", "tidak kami beri tahu"],
  ["beaten", "kalau saya kabur bawa anak melanggar hukum gak", "bukan kesalahan", "129"],
  ["referred", "nek aku minggat kena pasal ta", "bukan kesalahan"],
  ["beaten", "ninggal bojo iku dosa hukum opo ora", "bukan kesalahan"],
  ["beaten", "polsek nanti minta bayaran? polisi minta bayaran gak", "pertolongannya gratis"],
  ["beaten", "polisi njaluk duit ora", "pertolongannya gratis"],
  ["beaten", "kartu kks nya siapa yang bawa nanti", "Keselamatan dulu"],
  ["beaten", "perut saya ditendang padahal lagi hamil tua", "IGD", "hamil"],
  ["beaten", "aku meteng 7 wulan mau bengi diantemi", "IGD"],
  ["beaten", "saya mbobot, kolo wau dijorokno nganti tiba", "IGD"],
  ["beaten", "saya masih takut sekali", "Takut itu wajar", "110"],
  ["coerced", "ajrih kulo bu", "Takut itu wajar"],
  ["referred", "aku ndredeg terus", "Takut itu wajar"],
  ["beaten", "sudah aman di rumah tetangga tapi masih takut", "Takut itu wajar", "not:Syukurlah"],
  ["beaten", "wedi anakku dijupuk bojoku", "Jangan kembali sendirian", "110"],
  ["beaten", "ajrih kulo dipadosi bojo kulo", ...BEFORE],
  ["touched", "isin banget aku bu", ...NOT_GUILTY],
  ["coerced", "saya malu", ...NOT_GUILTY],
  ["beaten", "apa ini salah saya ya", ...NOT_GUILTY],
  ["coerced", "opo aku sing salah", ...NOT_GUILTY],
  ["touched", "itu salah tidak", ...NOT_GUILTY],
  ["coerced", "kalau saya tolak nama saya dicoret tidak? kalau menolak dicoret", ...MAY_REFUSE],
  ["coerced", "nek gak gelem bansosku ilang ta", ...MAY_REFUSE],
  ["coerced", "bantuan saya diputus gak kalau tidak mau", ...MAY_REFUSE],
  ["touched", "saya cuma tetangga, tetangga boleh lapor?", ...ANYONE],
  ["touched", "aku dudu sedulure oleh nglapor ora", ...ANYONE],
  ["touched", "bisa lapor walau bukan saudara?", ...ANYONE],
  ["touched", "kata polisi tunggu 24 jam dulu baru lapor", ...MISSING],
  ["beaten", "anaknya dibawa kabur, saya tidak tahu di mana", ...MISSING],
  ["beaten", "bocahe digowo mlayu bapake", ...MISSING],
  ["flood", "air surut tapi ibuku belum ditemukan", ...MISSING],
  ["flood", "banjire wis asat, adikku durung ketemu", ...MISSING],
  ["flood", "durung kepanggih putu kulo", ...MISSING],
  ["flood", "kakek hilang sejak kemarin sore", ...MISSING],
  ["ill", "bapak boleh saya kasih minum?", ...BY_MOUTH],
  ["ill", "oleh disuapi bubur ta", ...BY_MOUTH],
  ["flood", "diombeni teh anget oleh ora", ...BY_MOUTH],
  ["ill", "suami saya boleh makan tidak ya", ...BY_MOUTH],
  ["ill", "bayi angsal dikei banyu ta", "di bawah 6 bulan"],
  ["ill", "wis dirawat dokter, oleh diombeni teh ta", "Syukurlah", ...BY_MOUTH],
  ["ill", "nunggunya sampai kapan", ...HOW_LONG],
  ["flood", "kudu ngenteni pirang jam? ngenteni nganti kapan", ...HOW_LONG],
  ["locked", "petugase teka jam piro", ...HOW_LONG],
  ["flood", "jam berapa dievakuasi", ...HOW_LONG],
  ["flood", "kapan dipapag", ...HOW_LONG],
  ["flood", "anak kecil boleh dibawa?", ...MAY_COME],
  ["ill", "bocahe oleh tak jak ta", ...MAY_COME],
  ["hungry", "boleh ngajak anak", ...MAY_COME],
  ["ill", "mertua saya akan tahu tidak", ...FAMILY],
  ["hungry", "opo tonggoku dikandani", ...FAMILY],
  ["despair", "bojoku eruh ta", ...FAMILY],
  ["pills", "keluarganya bakal dikasih tahu gak", ...FAMILY, "IGD"],
  ["ill", "diminta deposit dulu baru diperiksa", "tidak boleh menolak", "not:belum bisa"],
  ["ill", "bojoku ditahan nang rs nek durung mbayar tagihan", "tidak boleh menolak"],
  ["ill", "panas maneh anake", "IGD"],
  ["ill", "bisa adik saya yang ke dinsos", "boleh membawakan"],
  ["despair", "0812 9000 9000 ojo ditelpon, wa wae", "untuk pesan saja", "not:siapa yang menelepon"],
  ["despair", "jangan sampai ada yang nelpon", "jangan menelepon"],
  ["ill", "ojo ono sing telpon yo", "jangan menelepon"],
  ["flood", "ampun wonten ingkang nelpon", "jangan menelepon"],
];

/** These messages resemble those of `NEXT`, but mean something else. */
const OTHER: readonly Next[] = [
  ["beaten", "kakak saya sudah datang menolong", "Syukurlah", "not:SEKARANG"],
  ["beaten", "bapakku wis teko nulungi", "Syukurlah", "not:SEKARANG"],
  ["beaten", "dia sudah datang polisinya", "not:SEKARANG"],
  ["beaten", "petugas polsek sudah datang ke rumah", "not:SEKARANG"],
  ["beaten", "polisine wis teko", "Syukurlah", "not:SEKARANG"],
  ["beaten", "laporan saya yang kemarin dihapus saja", "Laporan lain dari chat ini", "not:tidak perlu ditulis"],
  ["referred", "saiki ojo ngechat, bojoku nyekel hp", "jangan menelepon, dan waktunya"],
  ["referred", "jangan wa sekarang, suami di sebelah saya", "jangan menelepon, dan waktunya"],
  ["beaten", "yang datang laki laki terus mukul anak saya", "not:Petugasnya perempuan"],
  ["beaten", "petugase wedok opo lanang", "Petugasnya perempuan atau laki-laki"],
  [
    "beaten",
    "sekarang saya sudah aman, di rumah bulik",
    "Syukurlah",
    "Boleh petugas khusus",
    "not:tidak ada yang kami",
  ],
  ["beaten", "aku saiki wis slamet nang omahe pakdhe", "Syukurlah", "not:SEKARANG"],
  ["beaten", "saya sudah selamat tapi dia masih nyari saya", ...POLICE, "not:Syukurlah"],
  ["beaten", "di kawasan pabrik sepatu", "Tempatnya belum kami teruskan", "110"],
  ["flood", "ktp anak saya hilang", "Disdukcapil", "not:24 jam"],
  ["flood", "anak saya sudah ketemu alhamdulillah", "Syukurlah", "not:24 jam"],
  ["hungry", "boleh minta dikasih makan gak", "minta tolong tetangga", "not:menelan"],
  ["referred", "siang wae, ojo dihubungi bengi", "Waktu dan cara menghubungi", "not:belum paham"],
  ["referred", "kalau malam jangan hubungi saya", "jangan menelepon, dan waktunya"],
];

const toCase = ([opening, said, ...contains]: Next): Case => ({
  label: `${opening}, then: ${said}`,
  steps: [...OPENINGS[opening], [said, restOf(opening), ...contains]],
});

export const urgentLaterDialogues: Dialogue[] = [
  ...cases({}, ...NEXT.map(([opening, said, ...contains]) => toCase([opening, said, ...contains, ...UNANSWERED]))),
  ...cases({}, ...OTHER.map(toCase)),
  ...cases(
    {},
    ...[
      "saya tidak jadi dihubungi",
      "wis ora usah dihubungi wae",
      "jangan hubungi saya lagi",
      "gak sido dihubungi bu",
    ].map(
      (said): Case => ({
        label: `whoever takes the consent back is not contacted: ${said}`,
        steps: [...OPENINGS.referred, [said, "urgent.open", "jangan menghubungi", "not:tambahkan", "not:batalkan"]],
      }),
    ),
    ...["jangan hubungi saya dulu", "ojo dihubungi disik", "nggak usah hubungi saya"].map(
      (said): Case => ({
        label: `whoever wants no contact is not asked again, and is still heard: ${said}`,
        steps: [
          ...OPENINGS.beaten,
          [said, "urgent.consent", "tidak ada yang kami teruskan", "not:Boleh petugas"],
          ["dheweke wis balik maneh", "urgent.consent", ...POLICE],
        ],
      }),
    ),
    ...["maaf tadi guyonan", "mung guyon kok", "cuma iseng kak, salah kirim"].map(
      (said): Case => ({
        label: `pills are no joke until a doctor has seen the person: ${said}`,
        steps: [
          ...OPENINGS.pills,
          [said, "urgent.place", "Kalau ada, walau sedikit", "IGD SEKARANG", "not:syukurlah kalau aman"],
          ["press:menu", "menu.choose"],
          [said, "urgent.open", "IGD SEKARANG"],
          ["adikku wis nang igd, aman", "urgent.open", "Syukurlah", "bungkusnya"],
        ],
      }),
    ),
    {
      label: "without pills, a joke takes the danger back",
      steps: [...OPENINGS.despair, ["maaf cuma bercanda", "menu.choose", "syukurlah kalau aman"]],
    },
    ...["anaknya tiga masih kecil", "wis suwe kejadiane, ket minggu wingi", "saya sungkan sama orang orang"].map(
      (said): Case => ({
        label: `words that name no place leave the question for the place open, once: ${said}`,
        steps: [
          ...OPENINGS.flood,
          [said, "urgent.place", "Sekarang di desa mana?"],
          ["desa Jegreg Modo", "urgent.open", "Jegreg sudah kami catat"],
        ],
      }),
    ),
    {
      label: "a citizen who does not know the village is not asked again",
      steps: [...OPENINGS.flood, ["tidak tahu", "urgent.open", "not:desa mana"]],
    },
    {
      label: "after a village that the district does not have, the chat asks for the kecamatan",
      steps: [
        ...OPENINGS.flood,
        ["desa sukamakmur", "urgent.place", "sudah kami catat", "Di kecamatan mana?"],
        ["kec modo", "urgent.open", "Modo sudah kami catat"],
      ],
    },
    ...["bukan di Jegreg", "dudu nang Jegreg lho", "sanes Jegreg pak"].map(
      (said): Case => ({
        label: `a place that is only taken back is asked again: ${said}`,
        steps: [
          ...OPENINGS.placed,
          [said, "urgent.place", "Sekarang di desa mana?", "not:Jegreg sudah"],
          ["Sambangrejo", "urgent.open", "Sambangrejo sudah kami catat"],
        ],
      }),
    ),
    ...["napasnya tidak ada", "bapake semaput", "darahe metu akeh"].map(
      (said): Case => ({
        label: `"what now" after first aid brings this first aid again: ${said}`,
        steps: [
          ...OPENINGS.ill,
          [said, "urgent.place", "119 SEKARANG"],
          ["terus piye iki pak", "urgent.open", "119 SEKARANG", "not:Pertama ke RT"],
        ],
      }),
    ),
    ...["aku wis ora iso tangi maneh", "napas ibu tinggal satu satu"].map(
      (said): Case => ({
        label: `a report of danger can still be withdrawn after: ${said}`,
        known: { tickets: [{ ...ticket, number: NUMBER }] },
        steps: [...OPENINGS.ill, [said, "urgent.place", "119"], ["laporane dibatalno wae", "track.withdraw"]],
      }),
    ),
  ),
  ...cases(
    {},
    ...[
      "pak carik ngancam mau membacok saya kalau masih tanya beras",
      "ketua kelompok bilang mau mateni aku kalau lapor lagi",
      "lurahe ngancem arep ngobong omahku",
      "perangkat desa mengancam akan membunuh saya karena protes potongan",
      "anakku ngancam mbakar omah nek ora diwehi duit",
    ].map((said): Case => ({ label: `a threat to kill or burn: ${said}`, steps: [[said, "urgent.consent", "110"]] })),
    ...[
      "ibu saya di igd disuruh bayar 3 juta dulu baru dirawat",
      "rumah sakit gak mau nangani kalau belum bayar dp",
      "bojoku ora oleh mulih teko rumah sakit durung mbayar tagihan",
    ].map((said): Case => ({ label: `money first at the hospital: ${said}`, steps: [[said, "urgent.place", "IGD"]] })),
    ...[
      "ada nenek tersesat di terminal tidak ingat rumahnya",
      "nang prapatan ono mbah mbah kodanan ora eling omahe",
      "wong tuwo kesasar nang pasar ora ngerti dalan mulih",
    ].map((said): Case => ({ label: `somebody lost: ${said}`, steps: [[said, "urgent.place", "112"]] })),
    ...(
      [
        ["ketua ngancam mau nyoret saya dari pkh", "complaint.category"],
        ["harga beras mau bunuh saya pelan pelan", "menu.suggest"],
      ] as const
    ).map(([said, at]): Case => ({ label: `no threat to kill: ${said}`, steps: [[said, at, "not:129"]] })),
  ),
];
