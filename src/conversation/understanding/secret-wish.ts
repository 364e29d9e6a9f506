import { plainText } from "./normalise.ts";

const SECRET =
  /\b(?:jangan|jgn|ojo|ampun|don t|dont|do not)\b(?: \S+){0,4}? (?:bilang|bilangin|kasih|kasi|beritahu|beri|ngomong|omong|omongkan|cerita|crito|ceritakan|tahu|tau|ngerti|ngertos|weruh|disampaikan|sampaikan|sampai|sampek|matur|sebut|sebutkan|sebar|sebarkan|bocor|bocorkan|tell)\b|\b(?:rahasiakan|dirahasiakan|rahasiain|keep (?:it|this) (?:secret|from)|mohon rahasia|tolong rahasia)\b/;
/** About aid or data, not about who reads. */
const ELSEWHERE = /\b(?:cair|bantuan|bansos|pkh|bpnt|bpjs|kapan|dapat|terdaftar|daftar|nik|kk|penerima|desil)\b/;

/** Words of such a wish that tell nothing beside it: from whom, for whom, and courtesy. */
const OF_THE_WISH = new Set(
  "ya yo nggih lho loh dong deh sih kok to pak bapak bu ibu mas mbak min kak tolong mohon minta maaf saya sy aku kulo nama namaku ini itu soal tentang laporan laporanku lapor melapor ngadu cerita desa kades lurah kepala kelurahan perangkat petugas pendamping rt rw dusun kasun carik siapa siapapun siapa2 sopo sinten orang lain tetangga warga ke kepada sama karo dengan kalau nek bahwa yang dari di nanti kulo mawon wae aja saja please anyone anybody village the this about my report it to from ok oke baik terima kasih suwun".split(
    " ",
  ),
);

export const isAboutAid = (plain: string): boolean => ELSEWHERE.test(plain);

/** Whether these words wish that somebody does not hear of it: "jangan bilang desa". */
export function wishesSecrecy(text: string): boolean {
  const plain = plainText(text);
  return SECRET.test(plain) && !isAboutAid(plain);
}

/** Whether they say anything beside the wish. */
export const saysMore = (text: string): boolean =>
  plainText(text)
    .replace(SECRET, " ")
    .split(" ")
    .some((word) => word !== "" && !OF_THE_WISH.has(word));
