/**
 * For each word, the forms that are read as it: chat shorthand, everyday Javanese, English, inflections. Each word has
 * one line. A form may stand in one line only; a test checks this.
 */
const READINGS: Record<string, string> = {
  yang: "yg yng sing",
  tidak:
    "tdk tak ga gak gk nggak ngga enggak engga kagak ndak ndk nda gag g ora ra mboten boten not dont doesnt didnt never bukan udu",
  belum: "blm blum belom blom belon durung durong dereng dereg yet",
  sudah: "sdh udh udah dah uda wis wes sampun already",
  dapat: "dpt dapet dpet bisa bs iso saget saged can could dapatkan mendapat mendapatkan dapetin",
  terima:
    "menerima nerima nrima terimo tampi oleh entuk angsal kebagian receive received receiving get got nampa trima diterima",
  penerima: "recipient recipients beneficiary penerimanya kpm",
  saya: "sy sya aku aq ak q gue gw kulo kula dalem i my me mine ane ambo",
  ibu: "ibuk ibunya ibuku mak emak mamak simbok mother mom mothers mbok",
  bapak: "bpk bapake bapaknya bapakku father dad ayah ayahku romo",
  nenek: "mbah simbah nenekku grandmother grandma eyang kakek kakekku grandfather",
  tetangga: "tonggo tangga tanggane tetanggaku neighbour neighbor tetangganya neighbours neighbors",
  suami: "husband bojo suamiku suaminya",
  istri: "wife istriku istrinya",
  anak: "anakku child son daughter anaknya lare",
  bagaimana: "gmn gimana gmna bgmn bgaimana piye pripun kepriye how gimna caranya cara caranyo",
  kenapa: "knp knpa kenpa mengapa ngapa kok kog napa nopo why ngopo kenopo alasan alasannya reason",
  nama: "name names jeneng asma",
  lupa: "forgot forget lali supe",
  datang: "come teka rawuh",
  orang: "wong tiyang someone somebody people",
  lain: "else other",
  masih: "isih taksih tesih still",
  miskin: "melarat mlarat kere poor",
  ribu: "ewu thousand",
  ambil: "ambilnya ngambil ngambilnya jupuk njupuk collect",
  kapan: "kpn kapankah when benjing",
  dimana: "dmn dmna mana endi ndi pundi where",
  berapa: "brp brapa pira pinten many much berapakah",
  siapa: "sp sapa sinten who siapakah",
  apa: "pa opo punapa apakah what is am are do does apkah apaan",
  untuk: "utk buat kanggo kangge for",
  dengan: "dg dgn karo kaliyan with",
  karena: "krn karna krna because merga mergo",
  kemarin: "kmrn kmren kemaren wingi yesterday",
  bulan: "bln sasi month wulan bulannya",
  tahun: "thn th year taun",
  tanggal: "tgl date",
  nomor: "no nmr nomer nomernya nomornya number num",
  bantuan:
    "bansos bantuane bantuannya bantuanku bntuan bntuane bntu aid assistance banso bansosnya bansosku bantuanya welfare sumbangan bantuannyo bansose",
  uang: "duit dhuwit uangnya dana dananya duwit arto money duite uange",
  cair: "cairnya cairny dicairkan pencairan mencairkan nyair ngecair cairkan turun keluar kluar medal metu salur disalurkan penyaluran tersalur dibayar dibayarkan pembayaran paid payment disbursed transfer ditransfer pay dibagi dibagikan pembagian mudun bayaran",
  terlambat: "telat late lambat molor tertunda",
  cek: "check ngecek mengecek periksa memeriksa mriksa mriksani dicek ngecheck cekkan cekin cekno",
  status: "statusnya statusku",
  lihat: "liat melihat see look",
  daftar:
    "mendaftar ndaftar ndaftarin daftarin pendaftaran daftarkan mendaftarkan didaftarkan register registration apply dftar ngedaftar daftarno",
  usul: "usulan mengusulkan usulkan diusulkan ngusulne mengusul propose ajukan mengajukan pengajuan diajukan ngajukan usulin ngusulin usulno",
  terdaftar:
    "kedaftar terdata kedata tercatat listed registered list tercantum trdaftar terdaftarkah didata tercover trdftar trdaftr",
  meninggal:
    "meningal mninggal wafat mati alm almarhum almarhumah seda died dead deceased death tiada meninggalnya pejah sedo ninggal kematian passed",
  hidup: "urip alive living gesang idup",
  potong: "dipotong potongan pemotongan memotong disunat sunat nyunat cut motong ngepotong dipotongi",
  pungli: "pungutan dipungut mungut punglinya extortion bribe suap setor setoran nyetor fee uangrokok",
  minta: "diminta njaluk nyuwun meminta dimintai dimintain ask asked asking demanded njaluki",
  kartu: "kks atm card kartunya kartuku",
  hilang: "ilang ical lost missing kehilangan",
  rusak: "broken damaged tertelan ketelan rusaknya",
  ditahan: "nahan menahan disita dipegang megang dibawa mbawa held withheld kept keeps ditahane dikuasai",
  blokir: "terblokir diblokir blocked keblokir",
  kaya: "sugih rich mampu berkecukupan mobil juragan wealthy",
  sasaran: "target",
  salah: "keliru kleru wrong incorrect mistake lepat luput",
  henti:
    "dihentikan berhenti diberhentikan terhenti stopped diputus dicoret tercoret dikeluarkan dinonaktifkan nonaktif removed dropped stop mandeg mandek distop berenti distopp",
  graduasi: "graduated lulus digraduasi graduation",
  stiker: "sticker tempel ditempel ditempeli stikernya",
  lapor:
    "laporan melapor lapur aduan pengaduan mengadu ngadu adukan mengadukan komplain complain complaint keluhan report laporkan melaporkan nglapor laporin laporannya tiket ticket reporting complaints reports",
  sampai: "nyampe sampe tekan",
  kabar: "kabare kabarnya perkembangan progress tindak lanjut tindaklanjut follow",
  perbaiki:
    "memperbaiki perbaikan benerin mbenerne betulkan memperbaharui ndandani repair fix diperbaiki ngurus mengurus urus ngurusnya mengurusnya benahi correct update-data betulin bener-kan",
  valid: "validasi falid",
  invalid: "infalid unvalid",
  padan: "sinkron cocok match matched dipadankan pemadanan sinkronisasi padankan online",
  aktif: "active activated diaktifkan mengaktifkan aktivasi ngaktifne aktifkan",
  rekam: "merekam perekaman direkam rekaman ngrekam",
  ektp: "e-ktp ktp-el ktpel",
  ktp: "ktpku ktpnya katepe",
  nik: "nikku niknya nikmu",
  dukcapil: "disdukcapil capil catatan-sipil",
  dinsos: "dinas-sosial dinassosial",
  kantor: "kantornya office offices",
  alamat: "alamatnya alamate address lokasi location",
  jam: "jamnya hours buka open bukanya",
  telepon: "tlp telp telpon phone wa whatsapp hp call hubungi kontak contact dihubungi menghubungi ngubungi",
  petugas:
    "ptgs petugasnya operator officer cs customer-service admin adminnya human manusia person pendamping perangkat pamong staff pegawai pegawainya",
  bicara:
    "ngomong ngobrol chat talk speak omong ketemu bertemu tanya nanya takon bertanya tanyakan nyuwun-pirsa question",
  info: "informasi inpo penjelasan jelaskan information about tentang jelasin",
  syarat: "persyaratan syaratnya requirements requirement kriteria",
  resmi: "official asli beneran real legit palsu fake",
  benar: "bener betul tenan tenanan",
  penipuan: "tipu nipu penipu scam fraud ditipu hoax hoaks bohong hoak ngapusi diapusi",
  link: "tautan klik url http https www linknya",
  situs: "website web websitenya situsnya webnya",
  broadcast: "berantai sebarkan viral forward tersebar share bagikan",
  hapus: "menghapus delete erase hapusin remove",
  terhapus: "dihapus kehapus dihapuskan deleted erased",
  data: "dataku datanya",
  simpan: "menyimpan nyimpan disimpan tersimpan store stored storing kalian-simpan save",
  privasi: "privacy rahasia kerahasiaan pribadi personal",
  setuju: "persetujuan consent menyetujui",
  batal: "cancel batalin mbatalke batalkan membatalkan withdraw cabut mencabut",
  salinan: "copy salin kopi",
  bahasa: "language basa boso",
  kabari: "langganan berlangganan subscribe newsletter berita pengumuman channel kanal",
  beras: "sembako sembakonya minyak telur barang paket raskin rastra berase rice",
  busuk:
    "kutuan berkutu jelek apek bau rusak-barang rotten mutu kualitas buruk bosok elek quality basi smells smelly stinks spoiled",
  kasar:
    "galak marah sombong dibentak membentak kurang-ajar rude pilih pilihkasih nepotisme kerabat saudaranya korupsi korup judes sewenang dipersulit mempersulit mbulet dipingpong",
  bodoh:
    "goblok tolol anjing asu bangsat jancok cok kontol taik bajingan brengsek stupid idiot fuck shit payah jancuk kampret",
  terimakasih:
    "makasih mksh thanks thank suwun nuwun trims thx tengkyu tq makasi trimakasih matursuwun maturnuwun terimakasi",
  halo: "hallo hai hi hello helo p pagi siang sore malam assalamualaikum asalamualaikum assalamu alaikum aslm ass samlekum mualaikum kulonuwun permisi punten hey hei selamat greetings morning waalaikumsalam assalamualaikumwrwb salam misi tes test testing",
  pkh: "pkhnya keluarga-harapan",
  bpnt: "bnpt bpntnya pbnt",
  bst: "bstnya",
  blt: "bltnya",
  bpjs: "kis jkn pbi bpjsnya pbijk",
  mau: "arep badhe ajeng ingin pengen pingin want would like kepengen pengin",
  kamu: "anda sampeyan panjenengan njenengan jenengan you your",
  itu: "iku kui niku that",
  ini: "iki niki nih this",
  lagi: "maneh malih anymore again",
  dtks: "dtsen p3ke",
  desil: "",
  masuk: "mlebu mlebet masuknya",
  ubah: "berubah rubah merubah mengubah",
  lacak: "track tracking melacak",
  program: "programme programmes programs programnya",
  pakai: "used using pake menggunakan gunakan memakai nganggo",
  otp: "",
  perintis: "",
  laserku: "",
  lansia: "elderly sepuh",
  difabel: "disabilitas cacat disabled",
};

/** The word that stands for every greeting. */
export const GREETING = "halo";

/** Words that add nothing to what a message asks. */
export const FILLERS = new Set(
  "pak bu mas mbak min kak dik bos gan sis lur dulur mohon maaf tlg toloong dong donk deh sih ya yo ye nggih inggih to tho toh lho loh kan yang di ke dan atau the a an of in on at please sorry lah pun ugi dengan pada para sama kalau klo kalo nek menawi kami kita and".split(
    " ",
  ),
);

/** Verbs of a message that only announces a question ("mbah mau tanya nak"), and words that may stand beside them. */
export const ASKS_TO_ASK = new Set("tanya nanya bertanya takon tanglet tanya2 nanya2 ask".split(" "));
export const BESIDE_ASKING = new Set(
  "mau mo ingin pengen pengin kepingin arep ape badhe bade ajeng numpang izin ijin ikut boleh bisa saya sy aku kulo kula mbah nenek kakek eyang nak cu bude pakde om tante anu sebentar bentar dulu wr wb sesuatu question want to i".split(
    " ",
  ),
);

/** Fillers that carry meaning after certain words: "sama" is "with", but "tidak sama" is "not the same". */
const MEANT_AFTER: Readonly<Record<string, readonly string[]>> = { sama: ["tidak", "belum"] };

/** Returns the words that add something to what a message asks. */
export const withoutFillers = (words: readonly string[]): string[] =>
  words.filter((word, at) => !FILLERS.has(word) || MEANT_AFTER[word]?.includes(words[at - 1] ?? ""));

/** For every form, the word that it is read as. */
export const READ_AS: ReadonlyMap<string, string> = new Map(
  Object.entries(READINGS).flatMap(([word, forms]) => [
    [word, word] as const,
    ...forms
      .split(" ")
      .filter(Boolean)
      .map((form) => [form, word] as const),
  ]),
);
