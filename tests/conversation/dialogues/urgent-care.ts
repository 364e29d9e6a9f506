import { type Case, cases, type Dialogue } from "./cases.ts";

const PLACE = "urgent.place";

/** A citizen without active health insurance asks for the next step. */
export const careDialogues: Dialogue[] = cases(
  { from: [["KIS anak saya mati padahal besok harus kontrol jantung", PLACE, "surat butuh layanan"]] },
  ...(
    [
      [
        "jadi dinas sosialnya di jalan apa, buka jam berapa? boleh diwakilkan suami?",
        "loket BPJS",
        "165",
        "boleh membawakan",
      ],
      ["suratnya minta ke dokter apa ke bagian pendaftaran ya bu?", "dokter yang memeriksa"],
      ["suratnya dari RS sudah dapat, terus?", "surat pengaktifan kembali"],
      ["surat apa yang harus saya bawa besok", "Bawa KTP, KK"],
      ["apa saya harus bayar dulu besok?", "tidak boleh meminta uang muka"],
      ["RS nya bilang bayar umum, saya gak punya uang", "loket BPJS"],
      ["kalau dinas sosialnya tutup bagaimana?", "165"],
      ["cara minta surat rujukan gimana", "puskesmas atau klinik, bukan dari desa"],
      ["apa boleh puskesmas Tirto yang buat suratnya?", "Puskesmas juga boleh"],
      ["dinas sosial lamongan dimana alamatnya", "165"],
      ["surate njaluk nang sopo", "dokter yang memeriksa"],
    ] as const
  ).map(
    ([said, ...contains]): Case => ({
      label: `care, next step: ${said}`,
      steps: [[said, PLACE, ...contains, "not:belum bisa kami jawab", "not:musyawarah"]],
    }),
  ),
);
