import type { Category, Reason } from "../../vocabulary/lists.ts";
import type { Intent } from "./intents.ts";
import { any, either, near, type Pattern } from "./word-pattern.ts";

/**
 * A sign of an intent in normalised words. A `weight` below 0 speaks against the intent. A rule may also tell the
 * category or the reason.
 */
export type Rule = Pattern & { intent: Intent; weight: number; category?: Category; reason?: Reason };

const AID = "bantuan|pkh|bpnt|bst|blt|beras|bpjs|perintis|laserku|uang";
const PROGRAMME = "pkh|bpnt|bst|blt|bpjs|perintis|laserku";
/** People about whom a citizen may ask instead of about themselves. */
export const PERSON = "ibu|bapak|nenek|suami|istri|anak|tetangga|orang|warga|saudara|adik|kakak";
const NOT = "tidak|belum";
/** People who may ask for money, or take it. */
const OFFICIAL = "petugas|ketua|rt|rw|lurah|kades|agen";
const MONEY = "uang|bayar|rp|ribu|ongkos|imbalan|jatah|rokok|sekian|\\d+(?:rb|ribu|k|jt)";

const rule = (
  intent: Intent,
  weight: number,
  pattern: Pattern | RegExp,
  more: { category?: Category; reason?: Reason } = {},
): Rule => ({
  intent,
  weight,
  ...(pattern instanceof RegExp ? { pattern, needs: [] } : pattern),
  ...more,
});
const complaint = (category: Category, weight: number, pattern: Pattern | RegExp): Rule =>
  rule("complaint", weight, pattern, { category });
const repair = (reason: Reason, weight: number, pattern: Pattern): Rule => rule("repair", weight, pattern, { reason });

/** Everything that counts for an intent; the weights of one intent add up. */
export const rules: readonly Rule[] = [
  // am I on the list
  rule("check", 3, any("cek")),
  rule("check", 4, any("dtks|desil")),
  rule("check", 3, near("apa", "dapat|terima|penerima|terdaftar|termasuk")),
  rule("check", 3, either("dapat|terima|penerima|terdaftar|termasuk|masuk", "bantuan|pkh|bpnt|bst|blt|beras")),
  rule("check", 2, any("terdaftar|penerima")),
  rule("check", 2, either("status|lihat", "bantuan|penerima|nik|saya")),
  rule("check", 2, near("nama|nik|data", "terdaftar|masuk|ada")),
  rule("check", 1, near("saya", "dapat|terima")),
  rule("check", 8, near("benar", `saya|nama|${PERSON}`, "dapat|terima|terdaftar|penerima|masuk")), // "is it true that I get it"
  rule("check", 1, any("bantuan")),
  rule("check", 1, near(PERSON, "dapat|terima|terdaftar")),
  rule("check", 4, near(NOT, "hafal|ingat", "nik|nomor")),
  rule("check", 3, near(PERSON, "bagaimana")),
  rule("check", 5, near("pakai|lewat|cuma|hanya", "kk")),

  // when is it paid
  rule("payment", 4, either("kapan", "cair|terima|dapat|bantuan")),
  rule("payment", 4, either("kapan", PROGRAMME)),
  rule("payment", 3, near("sudah", "cair")),
  rule("payment", 3, near("apa", "cair")),
  rule("payment", 3, either("jadwal|tanggal|tahap|termin", "cair|bantuan|pkh|bpnt|beras|bst")),
  rule("payment", 2, either("berapa", "bantuan|pkh|bpnt|bst|uang|cair|dapat|terima|jumlah|nominal")),
  rule("payment", 4, either("dimana", "ambil|cair|mengambil")),
  rule("payment", 3, near("berapa", "dapat|terima|jumlah|nominal")),
  rule("payment", 1, any("cair|jadwal")),
  rule("payment", 5, either("kapan|batas|terakhir", "ambil|pengambilan")),
  rule("payment", 4, either("cair", "bank|pos")),
  rule("payment", 6, any("hangus")),
  rule("payment", 2, near("cair", "bulan|tahun|tahap|kapan")),

  // data that are not valid
  rule(
    "repair",
    3,
    either("nik|ktp|kk|data|dukcapil|nama|tanggal|alamat", "invalid|salah|berbeda|beda|bermasalah|masalah|ganda|dobel"),
  ),
  repair("TIDAK_PADAN", 4, near(NOT, "padan|valid")),
  repair("TIDAK_PADAN", 4, any("invalid|tidakpadan")),
  repair("TIDAK_PADAN", 3, either("padan", "dukcapil|nik|data")),
  repair("EKTP_BELUM_AKTIF", 5, near("ektp|ktp|nik", NOT, "aktif")),
  repair("EKTP_BELUM_AKTIF", 4, near("aktif", "ektp|ktp")),
  repair("KTP_LAMA", 5, either("ktp|ektp", "lama|jadul|kuning|manual")),
  repair("KTP_LAMA", 5, near(NOT, "rekam|punya|ada|untuk|bikin|have", "ektp|ktp")),
  repair("KTP_LAMA", 5, near("ektp|ktp", NOT, "rekam|jadi|punya|ada|untuk")),
  repair("KTP_LAMA", 4, near(NOT, "rekam")),
  repair("KTP_LAMA", 6, either("rekam", "ektp|ktp|dimana")),
  repair("NAMA_BEDA", 4, near("nama", "beda|berbeda|salah")),
  repair("NAMA_BEDA", 5, near("nama", "salah|beda", "terdaftar|daftar")),
  repair("KK_BERBEDA", 4, either("kk", "beda|berbeda|ubah|ganti|lama")),
  repair("REKENING_BERMASALAH", 8, either("rekening", "blokir|tutup|salah|bermasalah|masalah")),
  repair("NIK_GANDA", 8, near("nik|ktp|data", "pakai|disalahgunakan", "orang|lain|siapa|untuk")),
  rule("repair", 9, near("nik|data|ktp|kk", "ditolak|gagal")),
  repair("GAGAL_SALUR", 9, near("gagal", "cair")),
  repair("GAGAL_SALUR", 7, any("omspan")),
  repair("REKENING_BERMASALAH", 9, near("gagal", "rekening")),
  rule("repair", 6, near("nik|data|nama", NOT, "ditemukan|bicara|muncul|terbaca|dikenal")), // "ketemu" is read as "bicara"
  repair("KK_BERBEDA", 6, either("kk", "pindah|cerai|pisah|pecah")),
  repair("PINDAH", 5, either("pindah", "alamat|data|bantuan|rumah|domisili")),
  rule("repair", 3, either("perbaiki|ganti|ubah", "nik|ktp|ektp|kk|data|nama|alamat")),
  rule("repair", 2, any("perbaiki")),
  rule("repair", 3, near("bagaimana", "perbaiki|padan|aktif|rekam|ektp|ktp|nik")),
  rule("repair", 2, either("pindah|menikah|cerai|nikah", "kk|data|ktp")),
  rule("repair", 3, either("ktp|kk|ektp", "hilang|rusak")),
  rule("repair", 6, any("anomali")),
  rule("repair", 5, near(NOT, "punya|ada", "nik")),
  rule("repair", 8, near("kk|data|alamat", NOT, "update|diperbarui|ubah|ganti")),
  rule("repair", 4, near("nama|tanggal|alamat|nik", "salah|beda", "dtks|daftar|cek")),

  // complaints
  complaint("not-paid", 5, near("belum", "cair|masuk|terima|dapat")),
  complaint("not-paid", 4, near("tidak", "cair|masuk|kunjung")),
  complaint("not-paid", 4, near(NOT, "cair|terima|dapat|masuk", "sudah", "bulan|tahun|minggu")),
  complaint("not-paid", 3, near("bantuan|uang|saldo", NOT, "cair|masuk")),
  complaint("not-paid", 8, near("bantuan|uang|saldo", NOT, "ada", "bulan|sekarang|tahun")),
  complaint("not-paid", 4, either("terlambat", AID)),
  complaint("not-paid", 3, near("bulan|minggu|tahun", NOT, "dapat|terima|cair")),
  complaint("not-paid", 7, near("saldo", "nol|kosong|0")),
  complaint("not-paid", 8, near("kartu|saldo", `${NOT}|kosong`, "isi|isinya")),
  complaint("not-paid", 6, near(NOT, "undangan")),
  complaint("not-paid", 3, near(NOT, "sampai", "sekarang|saiki|hari")),
  complaint("not-paid", 4, near("sampai", "sekarang|saiki|hari", NOT)),
  complaint("cut", 6, any("potong|pungli")),
  complaint("cut", 5, near("minta", MONEY)),
  complaint("cut", 14, near(`${OFFICIAL}|desa|orang|ada`, "minta", MONEY)), // also "for the registration"
  complaint("cut", 8, near("terima|dapat|dikasih|diberi|cair", "harusnya|seharusnya")),
  complaint("cut", 9, near("tanda tangan|ttd", "uang|bantuan|beras", NOT)),
  complaint("cut", 5, either("suruh|disuruh|harus|wajib|dikenai|kena", "bayar|membayar|pungli|biaya|nyumbang")),
  complaint("cut", 8, near("bantuan|uang|beras", "ambil|diambil", "petugas|ketua|rt|rw|lurah|kades|agen")),
  complaint("cut", 4, near("cuma|hanya|kurang|mung|only", "terima|dapat|dikasih|diberi")),
  complaint(
    "cut",
    4,
    near("terima|dapat|dikasih|diberi|cair", "cuma|hanya|kurang|mung|only|tidak utuh|setengah|separuh"),
  ),
  complaint("card", 8, either("kartu", "hilang|rusak|ditahan|blokir|simpan|kadaluarsa|expired|tidak dapat")),
  complaint("card", 6, either("pin", "lupa|blokir|salah")),
  complaint("card", 12, either("kartu|rekening", "ditahan")),
  complaint("card", 18, near(OFFICIAL, "minta", "kartu")),
  complaint("card", 18, near("kartu", "minta", OFFICIAL)),
  complaint("card", 4, either("kartu", "ketua|rt|lurah|petugas|agen|kades")),
  complaint("wrong-recipient", 6, near("salah|tepat", "sasaran")),
  complaint("wrong-recipient", 5, near("kaya|pns|polisi|punya", "dapat|terima|penerima|bantuan")),
  complaint("wrong-recipient", 5, near("dapat|terima|penerima", "padahal|malah|tapi", "kaya|pns|rumah|punya")),
  complaint("wrong-recipient", 5, near("kaya", "malah|kenapa|juga|dapat|terima")),
  complaint(
    "wrong-recipient",
    10,
    /\b(?:anak|saudara|istri|keluarga|adik|kakak) (?:kades|lurah|petugas|rt|rw|desa)\b(?! \d)(?: \S+){0,4}? \b(?:dapat|terima)\b/,
  ),
  complaint("wrong-recipient", 7, any("pura pura|pura2")),
  complaint(
    "not-listed",
    5,
    near(NOT, "terdaftar|pernah|masuk", "bantuan|dapat|terima|penerima|terdaftar|daftar|padahal|pkh|bpnt|bst"),
  ),
  complaint("not-listed", 4, near("padahal|tetangga|miskin|susah|janda", NOT, "dapat|terima|terdaftar|pernah")),
  complaint("not-listed", 8, near(NOT, "dapat|terima|pernah", "apa apa|sekali|anything|apapun")),
  complaint("not-listed", 8, near("sudah", "daftar|usul", NOT, "dapat|terima|masuk|terdaftar")),
  complaint("not-listed", 8, near("tetangga|orang", "dapat|terima", "saya", NOT)),
  complaint("not-listed", 7, near(NOT, "kaya", "dapat|terima|bantuan|kenapa")),
  complaint("not-listed", 4, near("kenapa", "saya", NOT, "dapat|terima|terdaftar")),
  complaint("not-listed", 3, near(NOT, "dapat|terima", "bantuan|pkh|bpnt|bst|beras")),
  complaint("not-listed", 3, near(NOT, "pernah", "dapat|terima")),
  complaint("data-wrong", 2, near("nama|data|alamat|tanggal", "salah|beda|tertukar")),
  complaint("dead-receiving", 14, near("sudah|orang", "meninggal", "dapat|terima|penerima|cair|ambil|diambil|bantuan")),
  complaint(
    "dead-receiving",
    12,
    near("meninggal", "masih|tetap|kenapa", "dapat|terima|penerima|cair|terdaftar|bantuan"),
  ),
  complaint("other", 8, near("bantuan|uang|beras|jatah", "dialihkan|ambil|diambil", "orang|lain|tetangga|rt")),
  complaint("other", 8, near("harus|dipaksa|wajib|suruh|disuruh", "beli|ambil", "beras")), // an e-warung may not force one
  complaint("quality", 6, either("beras|daging|ayam|ikan", "busuk")),
  complaint("quality", 4, any("busuk")),
  complaint("officer-conduct", 9, either("petugas|desa|rt|rw|lurah|kades|agen", "kasar")),
  complaint("officer-conduct", 4, any("kasar")),
  complaint("officer-conduct", 4, either("petugas|kades|lurah|rt", "lapor")),
  complaint("pbi-jk", 12, either("bpjs", `henti|blokir|${NOT} aktif|${NOT} dapat|ditolak|meninggal`)),
  complaint("pbi-jk", 5, near("bpjs", NOT)),
  rule("complaint", 4, near("mau|saya|bagaimana", "lapor")),
  rule("complaint", 2, any("lapor|kecewa|protes")),

  // death
  rule("death-report", 6, near(`${PERSON}|saya|kepala|penerima`, "sudah", "meninggal")),
  rule("death-report", 8, near(PERSON, "meninggal")),
  rule("death-report", 4, either("lapor", "meninggal")),
  rule("death-report", 16, /\bmeninggal\b(?: \S+){0,3}? \b(?:apa|saya|dapat)\b(?: \S+){0,2}? \b(?:masih|tetap)\b/), // "do I still get it?"
  rule("death-report", 4, near("meninggal", PERSON)),
  rule("death-report", 5, near("sudah|kemarin|tadi", "meninggal")),
  rule("listed-dead", 12, near("meninggal", "padahal|tapi|tetapi|masih", "hidup|ada|sehat")),
  rule(
    "listed-dead",
    16,
    near(
      "dibilang|dikatakan|dikabarkan|disebut|dianggap|dinyatakan|dikira|ditulis|tertulis|status|data|kata|jare|ketok",
      "meninggal",
    ),
  ),
  rule("listed-dead", 25, /(?<!\bmasih(?: \S+){0,2} )\bterdaftar\b(?: \S+){0,4}? \bmeninggal\b/), // not of the dead who are "still listed"
  rule("listed-dead", 11, near("masih", "hidup")),
  rule("listed-dead", 9, near("saya", "meninggal", "hidup|terdaftar")),

  // dropped
  rule("sanction", 6, either("kenapa", "henti|graduasi")),
  rule("sanction", 5, either(`${AID}|saya|nama`, "henti|graduasi")),
  rule("sanction", 6, near("tidak", "dapat|terima|cair", "lagi")),
  rule(
    "sanction",
    6,
    near("dulu|biasanya|sebelumnya|tahun lalu|kemarin", "dapat|terima", "sekarang|saiki|tidak|kenapa"),
  ),
  // the verb's voice matters: "dihapus" tells of something that was done, "hapus" asks for it
  rule("sanction", 12, near("kenapa|siapa", "terhapus")),
  rule("sanction", 12, either("terhapus", "dtks|daftar|terdaftar|penerima|bantuan|pkh|bpnt|nama")),
  rule("sanction", 5, near("kenapa", "hilang|hapus", "daftar|data|bantuan|nama")),
  rule("sanction", 5, near("kenapa", "nama|bantuan", "hilang|hapus")),
  rule("sanction", 6, near("hilang|hapus", "penerima|daftar|terdaftar")),
  rule("sanction", 8, near("kenapa", PROGRAMME, "hilang")),
  rule("sanction", 6, any("graduasi|exclude")),
  rule("sanction", 3, any("henti")),

  // one's reports
  rule("track", 8, any("nomortiket")),
  rule(
    "track",
    6,
    either(
      "lapor",
      "sampai|kabar|dimana|perbaiki|diproses|proses|jawab|ditanggapi|hasil|selesai|status|respon|tanggapan|bagaimana saya",
    ),
  ),
  rule("track", 5, near("status|cek|lihat", "lapor")),
  rule("track", 7, any("lacak")),
  rule("track", 6, either("lacak", "lapor")),
  rule("track", 9, either("batal|keterangan", "lapor")),
  rule("track", 12, near("nomor", "lapor", "hilang|lupa")),
  rule("track", 12, near("hilang|lupa", "nomor|lapor", "lapor|nomor")),
  rule("track", 14, near("tambah|nambah|tambahkan|menambah|menambahkan|susulan", "keterangan|bukti|foto|lapor")),
  rule("track", 8, near("bagaimana", "lapor", "saya|kemarin")),
  rule("track", 4, near("sampai", "dimana")),
  rule("track", 6, near("lapor", NOT, "kabar|jawab|dijawab|tanggapan|proses|ada")),
  rule("track", 4, near("lapor", "saya", "kemarin|bagaimana|dimana|apa|belum")),

  // programmes, applying, offices
  rule("programmes", 5, near("apa", "itu", `${PROGRAMME}|beras|bantuan`)),
  rule("programmes", 5, near(`${PROGRAMME}|beras`, "apa|itu", "itu|apa|program")),
  rule("programmes", 4, either("info|syarat|jenis|macam|program", `${PROGRAMME}|bantuan|beras|lansia|difabel|apa`)),
  rule("programmes", 5, new RegExp(`^apa(?: apa)? (?:${PROGRAMME})$`)),
  rule("programmes", 2, any(PROGRAMME)),
  rule("programmes", 6, near("hamil|balita", "dapat", "apa")),
  rule("programmes", 6, either("lansia|difabel|yatim", "bantuan|ada")),
  rule("programmes", 3, near(PROGRAMME, "masih|ada")),
  rule("programmes", 3, near("beda|perbedaan|bedanya", PROGRAMME)),
  rule("programmes", 2, any("program|syarat")),
  rule("apply", 6, either("bagaimana|mau|syarat|dimana|untuk|tolong", "daftar|usul")),
  rule("apply", 5, any("daftar|usul")),
  rule("apply", 5, near("bagaimana", "dapat|terima", "bantuan|pkh|bpnt|bst")),
  rule("apply", 4, near("supaya|agar|ben|biar", "dapat|terdaftar|masuk")),
  rule("apply", 3, near("mau", "dapat", "bantuan")),
  rule("apply", 12, either("umur|usia", "berapa")),
  rule(
    "apply",
    11,
    near("saya|suami|istri", "pns|polisi|tentara|pensiunan|kerja|karyawan", "apa|boleh|tetap", "dapat"),
  ),
  rule("offices", 6, either("dimana|alamat|jam", "kantor|dinsos|dukcapil|kecamatan|puskesos|mpp")),
  rule("offices", 5, either("telepon|nomor", "dinsos|dukcapil|kantor|kecamatan")),
  rule("offices", 4, any("kantor")),
  rule("offices", 2, any("alamat")),
  rule("offices", 4, near("dinsos|dukcapil|kantor", "jam|libur|tutup")),
  rule("offices", 4, either("sabtu|minggu|senin|selasa|rabu|kamis|jumat|besok|libur", "jam")), // "buka" is read as "jam"
  rule("offices", 2, any("dinsos|dukcapil")),
  rule("officer", 6, either("bicara|telepon|sambung|hubungkan|konsultasi", "petugas|orang")),
  rule("officer", 5, near("telepon", "saya")),
  rule("officer", 5, near("ada", "petugas")),
  rule("officer", 3, any("petugas|konsultasi")),
  rule("officer", 4, near("nomor|telepon", "petugas")),
  rule("officer", 9, near(NOT, "dapat|kuat", "kantor|dukcapil|dinsos|kecamatan|datang|jalan|bangun")), // an officer helps a citizen who cannot come
  rule("officer", 14, /\b(?:bagaimana|mau)(?: \S+){0,3}? cair dari\b/), // "keluar dari" a programme: "keluar" is read as "cair"
  rule("officer", 6, any("survei|survey|verifikasi|verval|ground cek|groundcheck|stiker|burekol|sanggah|sanggahan")),
  rule("officer", 6, any("merantau|perantauan|luar negeri|diwakilkan|wakilkan|mewakili")),
  rule("officer", 12, any("waris|warisan|diwariskan")),
  rule("officer", 8, near("kembalikan|mengembalikan", "bantuan|pkh|kartu")),
  rule("officer", 5, near(NOT, "punya|ada", "kk")),
  rule("officer", 5, /\b(?:numpang|nunut|ikut) kk\b/),
  // programmes of other offices, and aid for which citizens must ask
  rule("officer", 6, any("pip|kip|bsu|umkm|rtlh|bedah rumah|layak huni|kursi roda|alat bantu")),
  rule("officer", 12, any("buta huruf")),
  rule("officer", 12, near(NOT, "dapat", "baca|moco|membaca|nulis|menulis")),
  rule("officer", 14, near("saya", "sudah", "kaya")),
  rule("officer", 14, any("undur|mundur|mengundurkan")), // from a programme: a person sees to it

  // news, trust
  rule("subscribe", 6, any("kabari")),
  rule("unsubscribe", 9, near("henti|batal|tidak", "kabari|mau", "kabari|pesan|info")),
  rule("unsubscribe", 9, near("henti|batal", "kabari")),
  rule("unsubscribe", 7, near("tidak|jangan|henti", "kirim|kirimi", "pesan|kabar|info|sms")),
  rule("official", 7, near("apa|ini|itu|bot|layanan|nomor", "resmi|penipuan|benar")),
  rule("official", 5, any("resmi")),
  rule("official", 9, near("benar", "nomor|layanan|bicara|ini", "dinsos|pemerintah|dinas")),
  rule("official", 8, near("kamu|ini", "robot|bot|mesin")),
  rule("official", 7, near("apa|ini|layanan", "gratis")),
  rule("official", 8, /\b(?:apa|harus)(?: \S+)? bayar\b.*\btidak\b/),
  rule("official", 7, either("biaya", "berapa|ktp|kk|daftar")),
  rule("official", 4, any("penipuan")),
  rule("official", 4, near("ini", "dari", "dinsos|pemerintah|dinas")),
  rule("official", 6, either("siapa", "ini|kamu|bot")),
  rule("hoax", 12, either("link|broadcast", "bantuan|daftar|kirim|isi|dapat|resmi|penipuan|uang")),
  rule("hoax", 6, any("broadcast")),
  rule("hoax", 8, any("otp")),
  rule("hoax", 12, near("kode", "verifikasi")),
  rule("hoax", 14, either("otp|sandi|password", "minta|kirim|kasih|telepon|sms|resmi")),
  rule("hoax", 14, near("petugas|orang|ada|agen|bank|dinsos|telepon", "minta", "pin")),
  rule("hoax", 5, any("link")),
  rule("hoax", 10, either("situs", "penipuan|otp|pin|hadiah")),
  rule("hoax", 10, near("menang|dapat", "undian|hadiah|kuis")),
  rule("hoax", 12, near("telepon|sms|pesan|grup", "suruh|disuruh", "isi|kirim")),
  rule("hoax", 16, near("ngaku|mengaku|mengatasnamakan", "petugas|dinsos|kemensos|pemerintah|dinas")),
  rule("hoax", 7, either("penipuan", "pesan|sms|bantuan|link|daftar|undian|menang|hadiah")),

  // one's data here
  rule("privacy", 7, either("data|nomor|nik|bicara|pesan", "simpan|privasi|aman|bocor|disalahgunakan")),
  rule("privacy", 6, any("privasi")),
  rule("privacy", 14, near("siapa", "lihat|baca|membaca|tahu", "lapor|data|nik|bicara|pesan")),
  rule("privacy", 9, near("nik|data|nomor", "lihat|diketahui|ketahuan", "orang|lain")),
  rule("privacy", 7, near("untuk", "apa", "data|nik|nomor")),
  rule("privacy", 8, near("kenapa", "minta|harus", "nik|kk|nomor|data")),
  rule("privacy", 4, near("aman|simpan", "data|nik|tidak")),
  rule("data-copy", 9, /^data saya$/),
  rule("data-copy", 8, near("minta|mau|salinan|kirim|lihat", "salinan|data saya|data privasi|semua data")),
  rule("data-copy", 6, any("salinan")),
  rule("data-correct", 9, /^perbaiki$/),
  rule("data-correct", 8, near("perbaiki", "data saya|data", "bicara|sini|privasi")),
  rule("data-delete", 9, /^hapus$/),
  rule("data-delete", 12, near("minta|tolong|mau", "terhapus")),
  rule("data-delete", -30, near("jangan|tidak|kenapa|siapa", "hapus|terhapus")),
  rule("data-delete", -30, near("terhapus", "dtks|daftar|terdaftar|penerima")),
  rule("consent-withdraw", -30, near("jangan|kenapa|siapa", "batal", "setuju")),
  rule("data-delete", 8, near("hapus", "data|akun|bicara|nomor|riwayat|semua")),
  rule("data-delete", 6, near("hapus", "nomor|bicara")),
  rule("data-delete", 8, near("data", "saya", "hapus")),
  rule("consent-withdraw", 12, near("batal", "setuju")),
  rule("consent-withdraw", 7, near("tidak", "setuju", "data|simpan|lagi")),

  // small words
  rule("language", 7, either("bahasa", "inggris|jawa|indonesia|english|ganti|lain|ubah")),
  rule("language", 5, any("inggris|english")),
  rule("language", 5, near("tidak", "mengerti|paham|dapat", "bahasa|indonesia")),
  rule("help", 5, either("bagaimana", "pakai")),
  rule("help", 4, any("bingung")),
  rule("help", 4, near("tidak", "mengerti|paham|ngerti")),
  rule("menu", 5, any("menu")),
  rule("thanks", 4, any("terimakasih")),
  rule("thanks", 4, near("terima", "kasih")),
  rule("thanks", 3, /^(?:oke?|baik|sip|siap|alhamdulillah|ok)(?: \S+)?$/),
  rule("insult", 6, any("bodoh")),
];

/** Words that speak against a death that a message tells of, or that tell it as somebody else's word. */
export const DOUBTS_DEATH =
  /\b(?:hidup|sehat|masih|padahal|kata|katanya|bilang|dibilang|dianggap|anggap|dikira|dinyatakan|disebut|ditulis|tertulis|tercatat|dicatat|terdaftar|data|status|salah|keliru|bukan|belum|tidak|kok|tapi|tetapi|alive|listed|recorded)\b/;

/** Intents that need a higher score than the others. */
export const WEIGHTY: ReadonlySet<Intent> = new Set(["complaint", "death-report", "listed-dead", "sanction"]);

/** Intents that count only if the message says nothing else. */
export const COURTESY: ReadonlySet<Intent> = new Set(["greeting", "thanks", "menu", "help"]);
