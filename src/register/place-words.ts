/** What a word such as "desa" says of the name behind it; no list holds hamlets. */
export type PlaceKind = "village" | "kecamatan" | "hamlet" | "regency";

export const KIND_WORDS: ReadonlyMap<string, PlaceKind> = new Map<string, PlaceKind>([
  ...["desa", "ds", "dsa", "deso", "ndeso", "kelurahan", "kel", "klurahan"].map((word) => [word, "village"] as const),
  ...["kecamatan", "kec", "kecam", "kcmtn", "kcamatan"].map((word) => [word, "kecamatan"] as const),
  ...["dusun", "dsn", "dukuh", "dkh"].map((word) => [word, "hamlet"] as const),
  ...["kabupaten", "kab", "kota"].map((word) => [word, "regency"] as const),
]);

/** Words that stand before a place. */
export const BEFORE_PLACE: ReadonlySet<string> = new Set(
  "di ke dari dr nang teng ning ing in warga wong asal asli saking wonten".split(" "),
);

/** Words that may stand around an address without being part of it. */
export const AROUND_PLACE: ReadonlySet<string> = new Set([
  ...BEFORE_PLACE,
  ...(
    "saya aku kulo kula rumah alamat tinggal daerah wilayah tempat tempatnya pak bu bapak ibu mas mbak min kak ya iya nggih " +
    "nggeh yaitu kejadiannya kejadian lokasi lokasinya rt rw jawa timur tengah jatim jateng"
  ).split(" "),
]);

const TIME_WORDS: ReadonlySet<string> = new Set(
  (
    "kemarin kemaren wingi tadi mau sekarang saiki hari bulan wulan tahun taun minggu tanggal tgl pagi siang sore malam lalu " +
    "kepungkur sejak mulai sekitar kira pas waktu awal akhir pertengahan senin selasa rabu kamis jumat sabtu ahad januari " +
    "februari pebruari maret april mei juni juli agustus september oktober november nopember desember jan feb mar apr jun " +
    "jul agu sep okt nov des ini itu yang"
  ).split(" "),
);

/** Whether a word says when, and not where. */
export const isTimeWord = (word: string): boolean => TIME_WORDS.has(word);

/** Names that are everyday words too: a place only after "desa" or "kecamatan". */
export const EVERYDAY = new Set(
  "lembor surabayan jombatan gambiran sambangan badas bandung bangkok banyak bareng barong bendet bendungan beru besur blimbing brambang bronjong bugel bulu centini cupak dagan dapur dateng deket dukuh gabus gading gajah gambuhan gamer gedangan geger gelap gembong german girik glagah godog godong gondek grogol guci gudo jabon jarak jati jenggot jetis jombang kabuh kacangan kademangan kalen kali karang karangan kauman kayangan keben kemantren kembang kendal kentong kepatihan keras keting klego kramat kranji kudu labuhan lamongan laren lawak lembung made maduran mantup mayangan mayong medalem meluntur miru mlati modo mojo moro ngimbang ngumpul pajangan paji pakel palangan paloh panggang pasar pasi payaman pelang perak pesanggrahan pesantren plandi plumpang pucuk pule puter rejo rumpuk sambi sari sawiji sawo sekaran sembung sengon sentul setono siman sogo soko sukun sumber sumur taji tambak tambar tanggungan tanjung tapen tebel tejo tengah tiki tikung tirto titik tritunggal tugu tunggul turi wajik wates weru windu wonokerto wuluh".split(
    " ",
  ),
);
