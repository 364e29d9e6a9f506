/** Names that are common in East and Central Java. */
export const FEMALE_NAMES =
  "Siti Sri Sumiati Sulastri Suwarni Murni Kartini Aminah Fatimah Khotimah Nurhayati Wahyuni Lestari Rahayu Endang Partini Sutini Juminten Tumini Ponirah Karsini Ngatini Rukmini Sunarti Suprihatin Winarti Yuliani Rohmah Zubaidah Maimunah Musrifah Muslikah Umi Dewi Indah Ratna Eko Titik Yati Sholikah".split(
    " ",
  );
export const MALE_NAMES =
  "Slamet Sukardi Sutrisno Suyono Supardi Mulyono Kasiran Paimin Ngatimin Wagiman Suparman Sugeng Budi Agus Hadi Joko Bambang Heru Yanto Edi Rohmat Ahmad Mohammad Abdul Imam Nur Zainal Syaiful Mustofa Khoirul Anwar Hasan Husen Ali Umar Eko Dwi Tri Karno Tarmuji".split(
    " ",
  );
export const LAST_NAMES =
  "Wibowo Santoso Hidayat Prasetyo Susanto Setiawan Kurniawan Saputra Wijaya Utomo Handoko Purnomo Suryanto Hartono Haryanto Rohman Hakim Fauzi Maulana Ridwan Rahman Efendi Firmansyah Nugroho Subagyo Widodo Riyadi Sulistyo Cahyono Mahmudi".split(
    " ",
  );

/** The last entry is mapped to no reason. */
export const OFFICE_WORDS = [
  "KTP lama",
  "belum ber e-KTP",
  "belum rekam e-KTP",
  "belum aktivasi e-KTP",
  "NIK belum aktif",
  "meninggal dunia",
  "MENINGGAL",
  "belum padan dengan NIK capilduk",
  "tidak padan dukcapil",
  "NIK tidak valid",
  "NIK ganda",
  "pindah domisili",
  "nama tidak sesuai",
  "KK tidak valid",
  "gagal salur",
  "rekening tidak aktif",
  "KKS hilang",
  "perlu musdes ulang",
];
