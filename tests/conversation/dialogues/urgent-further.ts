import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const NUMBER = "LMG-26-000123-7";
const UNANSWERED = ["not:belum bisa kami jawab", "not:belum paham"];

const OPENINGS = {
  despair: ["saya mau mati saja", "urgent.place"],
  poison: ["bu adikku habis minum obat tidur satu strip gak bangun2, mau bunuh diri", "urgent.place", "Ini darurat"],
  fever: ["suami saya harus operasi sekarang tapi BPJS PBI mati", "urgent.place"],
  flood: ["rumah kami kebanjiran sudah 3 hari", "urgent.place"],
  hungry: ["beras habis, anak saya belum makan dari kemarin", "urgent.place"],
  locked: ["ada ODGJ dipasung di rumah sebelah", "urgent.place"],
  beaten: ["saya dipukuli suami", "urgent.consent"],
  touched: ["ponakanku umur 9 tahun dicabuli bapaknya", "urgent.consent"],
} as const satisfies Record<string, Step>;
type Opening = keyof typeof OPENINGS;

const NEXT: [opening: Opening, said: string, ...contains: string[]][] = [
  ["poison", "dia muntah skarang boleh dikasih susu gak", "Jangan: susu", "miringkan", "IGD"],
  ["poison", "oleh dikei degan ta", "Jangan: susu"],
  ["poison", "tak kei banyu gulo oleh gak", "Jangan: susu"],
  ["poison", "perlu dimuntahkan tidak?", "jangan paksa muntah"],
  ["poison", "baru setengah jam an ini, dia masih napas. saya harus gimana", "miringkan", "119 SEKARANG"],
  ["poison", "napasnya putus-putus", "tekan kuat dan cepat"],
  ["poison", "ora tangi tangi digugah", "miringkan"],
  ["poison", "rumah sakit mana yg paling dekat", "tanyakan 119"],
  ["poison", "puskesmas sing cedak nandi", "tanyakan 119"],
  ["poison", "gak ada motor pak", "Telepon 119 SEKARANG: ambulans"],
  ["poison", "petugasnya kapan dtg", "tidak mengirim ambulans", "119"],
  ["poison", "ojo ngomong bojoku", "tidak kami beri tahu", "IGD SEKARANG"],
  ["poison", "siapa yang baca ini", "tidak kami beri tahu", "IGD"],
  ["poison", "udah di rs sekarang, makasih banyak pak", "Syukurlah", "bungkusnya", "not:SEKARANG"],
  ["poison", "wis digowo nang puskesmas mas, suwun", "Syukurlah", "not:SEKARANG"],
  ["poison", "adikku wis ayem saiki", "IGD SEKARANG", "not:Syukurlah"],
  ["poison", "udah mendingan kok dia, cuma ngantuk", "IGD SEKARANG", "not:Syukurlah"],
  ["poison", "dia gak papa kok", "IGD SEKARANG", "not:Syukur"],
  ["poison", "arep tak gowo nang puskesmas", "not:Syukurlah"],
  ["despair", "wis plong atiku, pil e wis tak eleg kabeh", "IGD", "not:Syukurlah"],
  ["despair", "aku sudah tenang. obatnya sudah saya telan semua", "IGD", "not:Syukurlah"],
  ["despair", "saya sudah sadar kalau tidak ada gunanya", "not:Syukurlah"],
  ["despair", "tak pikir2 sopo sing moco iki", "dibaca petugas Dinas Sosial", NUMBER],
  ["despair", "ini rahasia kan", "dibaca petugas Dinas Sosial"],
  ["despair", "jangan kasih tau suami saya ya", "tidak kami beri tahu"],
  ["despair", "ojo ditelpon yo mas, isin aku", "jangan menelepon", NUMBER, "not:Permintaan ditelepon"],
  [
    "despair",
    "petugasnya mau telpon? jangan telpon saya gak mau ngomong",
    "jangan menelepon",
    "not:Permintaan ditelepon",
  ],
  ["despair", "jangan telepon saya. chat saja", "jangan menelepon"],
  ["despair", "aku wis rodo lego kak", "Syukurlah", "jangan sendirian", "not:IGD"],
  ["despair", "saya udah mendingan, makasih ya udah nemenin", "Syukurlah"],
  ["despair", "aku di sungai sekarang", "Menjauhlah"],
  ["despair", "aku salah ya kak", "bukan salah"],
  ["fever", "kejangnya udah berhenti, sekarang tidur", "sadar penuh", "not:Syukurlah"],
  ["fever", "wis mandheg kejange", "sadar penuh", "119 SEKARANG"],
  ["fever", "anaknya kejang lagi ini pak tolong", "miringkan", "jangan masukkan sendok"],
  ["fever", "bocahe setip maneh", "miringkan"],
  ["fever", "terus kalau IGD nya gak mau terima gimana", "tidak boleh menolak"],
  ["fever", "rs nya nolak pak", "tidak boleh menolak", "165"],
  ["fever", "nanti bayarnya berapa kalo gak punya bpjs", "tidak boleh meminta uang muka"],
  ["fever", "apa boleh bayar belakangan", "tidak boleh meminta uang muka"],
  ["fever", "udah dirawat anaknya, biayanya nanti gimana ya", "uang muka", "not:SEKARANG"],
  ["fever", "sudah ditangani dokter alhamdulillah", "Syukurlah sudah ditangani"],
  ["fever", "panase wis mudhun", "Syukurlah"],
  ["fever", "jangan ditelpon ya hp suami", "jangan menelepon"],
  ["fever", "darahnya keluar banyak terus", "tekan kuat", "119 SEKARANG"],
  ["fever", "bayinya sudah keluar nangis", "keringkan", "Tali pusat"],
  ["fever", "aku takut mbah meninggal", "Takut itu wajar", "119", "not:berduka"],
  ["fever", "wedi nek ibu mati", "Takut itu wajar"],
  ["fever", "bapak tidak sadar", "miringkan badannya"],
  ["fever", "udah biru", "119 SEKARANG"],
  ["fever", "ora iso tangi saka kasur", "jangan ditarik"],
  ["fever", "sopo sing ngeterno, gak duwe motor", "Telepon 119 SEKARANG"],
  ["fever", "bapake wis metu getih saka irunge terus", "tekan kuat", "not:Syukurlah"],
  ["fever", "adik sudah keluar busa, matanya ke atas", "119 SEKARANG", "not:Syukurlah"],
  ["fever", "getihe wis mandheg, matur nuwun", "Syukurlah"],
  ["flood", "mbahku wis digowo banyu", "112 SEKARANG", "not:Syukurlah"],
  ["flood", "adik saya sudah dibawa arus deras", "112 SEKARANG", "not:Syukurlah"],
  ["flood", "air sudah surut tapi nenek masih di dalam rumah", "112 SEKARANG", "not:Syukurlah"],
  ["flood", "ibu sudah dijemput perahu, anak saya masih di atap", "112 SEKARANG", "not:Syukurlah"],
  ["flood", "orangnya sudah keluar semua", "Jangan masuk lagi", "112"],
  ["flood", "kami sekeluarga sampun ngungsi sedanten", "Jangan masuk lagi"],
  ["flood", "bocahe wis metu saka omah", "Syukurlah"],
  ["flood", "ibu saya lumpuh masih di dalam", "112 SEKARANG", "tidak bisa keluar sendiri"],
  ["flood", "adikku isih nang njero", "112 SEKARANG"],
  ["flood", "nenek di kursi roda", "112 SEKARANG"],
  ["flood", "air tambah tinggi", "112 SEKARANG"],
  ["flood", "listrik belum mati", "jangan menyentuh listrik", "PLN 123"],
  ["flood", "nenek kedinginan gemeter", "ganti baju basah"],
  ["flood", "anakku kademen kabeh", "ganti baju basah"],
  ["flood", "nomor bpbd ada?", "112", "113"],
  ["flood", "nomere damkar piro", "113"],
  ["flood", "sementara tidur di mana", "masjid", "RT"],
  ["flood", "kulo kedah dos pundi, anak kulo tiga", "masjid"],
  ["flood", "KTP KARO KK NGGIH KOBONG SEDOYO PRIPUN", "gratis", "Disdukcapil"],
  [
    "flood",
    "alhamdulillah ibu sudah dievakuasi. tapi kk sama ktp hanyut semua, ngurusnya gimana",
    "Syukurlah",
    "Disdukcapil",
  ],
  ["flood", "ANAK KULO KEPIPIS KOBONG TANGANE", "air mengalir"],
  ["flood", "adik ketumpahan wedang panas", "air mengalir"],
  ["flood", "anak saya kejepit kayu", "112 SEKARANG"],
  ["flood", "apa sudah aman kalau kami ditelpon? jangan ditelpon ya", "jangan menelepon"],
  ["hungry", "boleh kasih air tajin dulu gak", "di bawah 6 bulan", "puskesmas"],
  ["hungry", "bayine tak kei banyu gulo piye", "di bawah 6 bulan"],
  ["hungry", "saya malu mau minta tetangga", "Tidak perlu malu"],
  ["hungry", "isin njaluk tonggo", "Tidak perlu malu"],
  ["hungry", "nanti ada yg marah gak sama aku", "kami tidak marah"],
  ["hungry", "aku diseneni gak yo", "kami tidak marah"],
  ["hungry", "aku umur 10 tahun kak", "Kamu hebat", "orang dewasa"],
  ["locked", "gimana ini anaknya sudah gak bersuara", "112 atau 119 SEKARANG"],
  ["locked", "wis ora krungu suarane", "112 atau 119 SEKARANG"],
  ["locked", "kalo saya dobrak pintunya boleh gak", "110 atau 112 dulu"],
  ["locked", "rantene tak culno oleh ta", "110 atau 112 dulu"],
  ["locked", "apakah ada yg kesana", "tidak mengirim ambulans"],
  ["locked", "wis tak kei mangan", "Terima kasih"],
  ["locked", "digowo nang ndi enake", "112 atau 110"],
  ["locked", "sopo sing njemput", "112"],
  ["beaten", "kalau saya lari ke rumah ibu anak2 boleh ikut?", "Boleh: anak diajak", "129"],
  ["beaten", "lare-lare angsal tumut mboten", "Boleh: anak diajak"],
  ["beaten", "dheweke tangi nggoleki aku", "110", "SEKARANG"],
  ["beaten", "skarang bawa bensin", "110", "SEKARANG"],
  ["beaten", "orangnya nunggu di gang", "110", "SEKARANG"],
  ["beaten", "aku gak kerjo, nek pisah bocah2 mangan opo", "Keselamatan dulu", "129"],
  ["beaten", "bapaknya anak anak barusan pulang", "110", "SEKARANG", "not:Syukurlah"],
  ["beaten", "bojoku wis muleh", "110", "SEKARANG", "not:Syukurlah"],
  ["beaten", "suamiku sampun wangsul", "110", "SEKARANG", "not:Syukurlah"],
  ["beaten", "suami sudah di rumah mertua nyari saya", "110", "SEKARANG", "not:Syukurlah"],
  ["beaten", "dheweke wis lunga, sirahku getihen", "IGD", "not:Syukurlah"],
  ["beaten", "orangnya sudah pergi tapi tangan saya patah", "IGD", "not:Syukurlah"],
  ["beaten", "dia sudah pergi sekarang", "Syukurlah"],
  ["beaten", "sekarang saya sudah di rumah tetangga", "Syukurlah"],
  ["beaten", "maaf sudah pergi orangnya", "Syukurlah", "129"],
  ["beaten", "aku wis nang omahe ibu", "Syukurlah"],
  ["beaten", "takut kalau dia tahu", "tidak kami beri tahu"],
  ["beaten", "dia ngancam mau bunuh saya", "110"],
  ["touched", "gimana cara ngomong sama ponakanku", "Dengarkan", "percayai", "129"],
  ["touched", "piye carane ngomong karo bocahe", "Dengarkan", "percayai"],
  ["touched", "aku ora wani lapor polisi", "Tidak harus ke polisi", "129"],
  ["touched", "apa polisi bakal nangkap bapak", "polisi dan hakim"],
  ["touched", "ibu gak percaya", "Kami percaya"],
  ["touched", "nek bapake ngerti piye? dheweke sing ngancem", "tidak kami beri tahu", "110"],
];

/** These messages resemble those of `NEXT`, but mean something else. */
const OTHER: [opening: Opening, said: string, at: string, ...contains: string[]][] = [
  ["hungry", "kartunya sudah dibawa pak rt", "urgent.place", "not:Syukurlah"],
  ["hungry", "bantuannya sudah berhenti 3 bulan", "urgent.place", "not:Syukurlah"],
  ["despair", "biar saya tenang selamanya", "urgent.place", "not:Syukurlah"],
  ["despair", "aku eling ibuku terus", "urgent.place", "not:Syukurlah"],
  ["despair", "aku pengen tenang", "urgent.place", "not:Syukurlah"],
  ["despair", "anak bojo ra ono sing peduli", "urgent.place", "tidak sendirian", "not:memberi tahu kami", "not:teduh"],
  ["fever", "belum ditangani dokter", "urgent.place", "not:Syukurlah"],
  ["fever", "kapan dirawatnya pak", "urgent.place", "not:Syukurlah"],
  ["fever", "cuci darahnya besok pagi", "urgent.place", "not:tekan kuat"],
  ["flood", "air belum surut", "urgent.place", "not:Syukurlah"],
  ["flood", "kami belum dievakuasi", "urgent.place", "not:Syukurlah"],
  ["locked", "bapaknya yang merantai sejak 2 tahun", "urgent.place", "not:Syukurlah"],
  ["fever", "tolong telpon saya di 0812 3456 7890", "urgent.place", "berakhiran 90", "not:jangan menelepon"],
  ["beaten", "anak saya sudah pulang sekolah", "urgent.consent", "not:Syukurlah", "not:SEKARANG"],
  ["beaten", "suami saya kerja di pabrik", "urgent.consent", "not:Syukurlah", "not:SEKARANG"],
];

const restAfter = (opening: Opening): string =>
  OPENINGS[opening][1] === "urgent.consent" ? "urgent.consent" : "urgent.place";

const toCase = ([opening, said, ...contains]: (typeof NEXT)[number]): Case => ({
  label: `after ${opening}: ${said}`,
  steps: [[...OPENINGS[opening]], [said, restAfter(opening), ...contains, ...UNANSWERED]],
});

export const urgentFurtherDialogues: Dialogue[] = [
  ...cases({}, ...NEXT.map(toCase)),
  ...cases(
    {},
    ...OTHER.map(
      ([opening, said, at, ...contains]): Case => ({
        label: `after ${opening}, other words: ${said}`,
        steps: [[...OPENINGS[opening]], [said, at, ...contains]],
      }),
    ),
    ...(
      [
        ["poison", "omahku desa sukorame", "sebutkan alamat itu"],
        ["poison", "di desa Jegreg Modo", "sebutkan alamat itu"],
        ["flood", "desa Jegreg kecamatan Modo", "Jegreg sudah kami catat", NUMBER],
        ["despair", "desa karangbinangun", "sudah kami catat", "menemani"],
        ["locked", "ning desa Sukodadi prapatan", "sudah kami catat"],
      ] as [Opening, string, ...string[]][]
    ).map(
      ([opening, said, ...contains]): Case => ({
        label: `a place is acknowledged: ${said}`,
        steps: [[...OPENINGS[opening]], [said, "urgent.open", ...contains, ...UNANSWERED]],
      }),
    ),
    {
      label: "a street is acknowledged, and the village is asked once more",
      steps: [[...OPENINGS.fever], ["jl kartini gg 3", "urgent.place", "sudah kami catat"]],
    },
    {
      label: "a place after another question's answer belongs to the report of danger",
      steps: [
        [...OPENINGS.fever],
        ["press:menu", "menu.choose"],
        ["di desa Jegreg Modo", "urgent.open", "Jegreg sudah kami catat"],
      ],
    },
    ...["wis ora usah wae lah batal", "laporanku mau batalno", "laporannya ditutup aja"].map(
      (said): Case => ({
        label: `whoever calls a report of danger off is asked whether to withdraw it: ${said}`,
        known: { tickets: [{ ...ticket, number: NUMBER }] },
        steps: [[...OPENINGS.despair], [said, "track.withdraw"]],
      }),
    ),
    {
      label: "whoever feels better reads gladness, and then the answer to the other matter",
      steps: [
        [...OPENINGS.despair],
        ["makasih yo, aku wis rodo lego. tapi bansosku kok wis 3 wulan ora metu", "complaint.programme", "Syukurlah"],
      ],
    },
    {
      label: "a person in the hospital is not sent there again",
      steps: [
        [...OPENINGS.poison],
        ["udah di rs sekarang, makasih banyak pak", "urgent.place", "Syukurlah"],
        ["adik saya masih lemes", "urgent.open", "not:ke IGD SEKARANG"],
      ],
    },
    {
      label: "calm after pills, in danger and at the menu, leads to the emergency room until a hospital is reached",
      steps: [
        [...OPENINGS.despair],
        ["pil e wis tak eleg kabeh", "urgent.place", "IGD"],
        ["aku wis lego", "urgent.open", "IGD SEKARANG", "not:Syukurlah"],
        ["press:menu", "menu.choose"],
        ["wis tenang kok", "urgent.open", "IGD", "not:Syukurlah"],
        ["ngantuk banget", "urgent.open", "IGD"],
        ["aku wis nang igd", "urgent.open", "Syukurlah", "bungkusnya"],
      ],
    },
    {
      label: "a snake bite: what not to do comes with the first answer, and again if asked",
      steps: [
        ["anakku dicokot ula pas ngarit", "urgent.place", "Jangan disedot", "IGD SEKARANG", "not:BPJS"],
        ["ditaleni opo ora", "urgent.place", "Penawarnya ada di rumah sakit"],
      ],
    },
    ...(
      [
        ["bapak saya stroke mendadak gak bisa ngomong", "gula darahnya 450", "not:Jangan dulu"],
        ["anak kejang", "rumah kami dekat toko minyak pak Karto", "not:Jangan dulu"],
        ["ibu saya mau pingsan, sesak", "kata 119 dikasih obat asma, kasih ya", "Ikuti 119"],
        ["bapak gula darah turun 40 keringat dingin gemetar lemas", "teh manis boleh?", "SADAR"],
        ["tangan anak saya kena minyak panas melepuh", "disiram air boleh?", "20 menit"],
        ["rumah kebakaran", "sudah keluar semua kecuali bapak masih di dalam", "not:Syukurlah"],
        ["anak saya kejang", "kejang sudah berhenti napasnya gak ada", "not:temani sampai sadar"],
        ["adikku mau mati, minum obat banyak", "sekarang tidur", "not:Syukurlah"],
      ] as const
    ).map(
      ([told, said, contains]): Case => ({
        label: `no mend of one danger harms another: ${said}`,
        steps: [
          [told, "urgent.place"],
          [said, "urgent.place", contains],
        ],
      }),
    ),
    {
      label: "a despairing hand is no severed hand",
      steps: [["saya di PHK tangan kosong putus asa pengen mati", "urgent.place", "119, lalu tekan 8"]],
    },
    {
      label: "a fall without waking is first of all about the breath",
      steps: [["bapak jatuh dari pohon gak sadar kakinya patah", "urgent.place", "napasnya"]],
    },
    {
      label: "a fall that may have broken a bone: no massage, also if asked",
      steps: [
        ["mbah putri kepleset, sikile cendhek sisih, diobahno njerit", "urgent.place", "119 SEKARANG", "not:BPJS"],
        ["dipijet dukun disek oleh ta", "urgent.place", "Jangan dipijat"],
      ],
    },
    {
      label: "the afterbirth that does not come, and a cord that somebody wants to pull",
      steps: [
        ["istri lahiran di rumah ari2nya belum keluar", "urgent.place", "JANGAN ditarik"],
        ["dukune arep narik tali puser", "urgent.place", "JANGAN ditarik"],
      ],
    },
    {
      label: "who was told to press the chest reads how",
      steps: [
        ["adik saya kesetrum tidak napas", "urgent.place", "119 SEKARANG"],
        ["cara nekannya gimana", "urgent.place", "5 cm", "2 kali tiap detik"],
      ],
    },
    {
      label: "a short leg from birth is no fall",
      steps: [["kaki bapak saya pendek sebelah dari lahir ada bantuan alat gak", "ask.show", "not:119 SEKARANG"]],
    },
    {
      label: "a burn with blisters and a severed finger are heard in the first message",
      steps: [
        ["kaki saya ketumpahan air mendidih sampe lepuh gede gede", "urgent.place", "air mengalir"],
        ["terus jari adik saya putus kegiling mesin", "urgent.place", "di atas es"],
      ],
    },
    {
      label: "whoever asks to wait for Monday reads what may not wait",
      steps: [
        ["istri saya lahiran darah banyak", "urgent.place"],
        ["boleh nunggu senin?", "urgent.place", "Jangan ditunda"],
      ],
    },
    {
      label: "petrol in the hands of one who means to die with the family: the children come out first",
      steps: [
        ["suami saya bawa bensin katanya mau mati bareng anak-anak", "urgent.place", "keluar SEKARANG", "113"],
        ["aku kudu lunga saiki?", "urgent.place", "keluar SEKARANG", "not:temani dia"],
      ],
    },
    {
      label: "thugs who still stand before the house: the police come first",
      steps: [
        ["ada preman di rumah saya bawa golok", "urgent.place"],
        ["mereka masih di depan rumah", "urgent.place", "110"],
      ],
    },
    ...[
      "bapak jatuh kepalanya berdarah",
      "anak saya ditabrak motor, keluar darah dari kepala",
      "mbahku tibo nang jedhing ora eling",
    ].map((said): Case => ({ label: `an injury is heard: ${said}`, steps: [[said, "urgent.place", "119"]] })),
    {
      label: "somebody who chokes: the blows come before the numbers",
      steps: [
        ["adik saya umur 6 gak bisa bernapas keselek!!!", "urgent.place", "di antara belikat", "119", "not:BPJS"],
      ],
    },
    {
      label: "a child who tells their age is spoken to as a child",
      steps: [
        [
          "aku umur 10 tahun di rumah sama mbah. mbah sakit gak bisa bangun, blm makan dari kemarin",
          "urgent.place",
          "Kamu hebat",
          "not:Bapak/Ibu",
        ],
      ],
    },
  ),
];
