import { type Case, cases, type Dialogue } from "./cases.ts";

/** These citizens have already given a code, money or data, or opened an app. */
const GIVEN = [
  "barusan saya ditelpon katanya dari dinsos suruh kasih kode otp buat cairin bansos, sudah saya kasih",
  "ada yang minta kode dari sms katanya dinsos, udah saya kirim kodenya",
  "sudah saya klik, disuruh download apk",
  "saya sudah install aplikasi dari link bansos itu",
  "apk undangan bansos wis tak download",
  "ibu pencet apk kurir paket, saldo di tabungan tinggal nol",
  "anakku mbukak apk surat tilang, dhuwit pkh nang atm entek",
  "kulo buka apk undangan, arta teng rekening telas",
  "aku wis ngekekno kode sms e, saiki saldoku kosong",
];

export const harmGivenDialogues: Dialogue[] = [
  ...cases(
    {},
    ...GIVEN.map(
      (said): Case => ({
        label: `already given: ${said}`,
        steps: [
          [said, "ask.show", "Telepon bank SEKARANG", "Mode pesawat", "not:Jangan diberikan", "not:Jangan dibuka"],
        ],
      }),
    ),
    {
      label: "after a code was given, the next questions are about what is lost, not whether to give",
      steps: [
        ["saya sudah kasih kode otp ke orang ngaku dinsos", "ask.show", "Telepon bank SEKARANG"],
        ["nomor telpon bank brp", "ask.show", "nomor di kartu", "not:Maksud"],
        ["terus saya harus gimana biar aman", "ask.show", "blokir", "not:Jangan diberikan"],
        ["hp saya jadi aneh muncul sms otp terus", "ask.more", "Bukti untuk polisi", "not:Jangan diberikan"],
      ],
    },
    {
      label: "money that is still in the app is to be blocked",
      steps: [
        ["sudah saya klik, disuruh download apk", "ask.show"],
        ["uang di dana masih ada", "ask.more", "bank", "not:Maksud"],
      ],
    },
    {
      label: "only the NIK and a photo were given",
      steps: [
        ["ada link katanya daftar bansos 600rb isi nik sama foto ktp, saya sudah isi", "ask.show", "Telepon bank"],
        ["rekening saya kan gak saya kasih cuma nik sama foto ktp", "ask.show", "belum tentu hilang"],
        ["NIK saya bisa dipake pinjol?", "ask.show", "tagihan pinjaman"],
      ],
    },
    {
      label: "whoever only asks whether to give is told not to give",
      steps: [["ada yang minta kode otp, boleh saya kasih?", "ask.show", "Jangan diberikan"]],
    },
  ),
];
