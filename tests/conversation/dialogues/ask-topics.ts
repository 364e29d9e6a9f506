import { type Case, cases, type Dialogue } from "./cases.ts";

/** Questions of citizens, with the words of the answer that name the one right door. */
const asked = (said: string, ...contains: string[]): Case => ({
  label: `asks: ${said}`,
  steps: [[said, "ask.show", ...contains]],
});

/** A question of each topic, as people write it. */
export const askTopicsDialogues: Dialogue[] = cases(
  {},
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
  asked("kartu merah putih KKS ini kartu apa ya", "kartu bank untuk menerima bansos"),
  asked("kartu KKS itu untuk apa", "kartu bank untuk menerima bansos"),
  asked("Kks ketelan mesin", "diblokir", "tidak perlu dibawa"),
  asked("kartu ATM KKS saya ketelen mesin kemarin", "diblokir", "tidak perlu dibawa"),
);
