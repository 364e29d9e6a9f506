import { type Case, cases, type Dialogue } from "./cases.ts";

/** The chat files violence by a known person only after consent. */
const BURNS = [
  "suami siram bensin, rumah kebakaran",
  "suami banting kompor, rumah kebakaran, saya takut dia",
  "rumah terbakar gara gara suami ngamuk",
  "mantan suami lempar korek ke kasur, rumah kebakaran",
  "omahku kobong mergo bojoku nesu banting kompor",
  "bojoku nyiram bensin, omah kobong",
];
const CUTS = [
  "anak ngamuk bawa arit ngancam ibu di rumah, warga dipanggil",
  "kakak ngamuk bawa parang di rumah, warga takut",
  "kakak ipar ngejar adik perempuan pakai golok di kampung",
  "adikku ngamuk nggowo arit ning dalan, ibuku diancam",
  "pakdhe ngamuk nggowo golok nguber ponakan nang kampung",
  "tetangga ngejar suami saya pakai parang di jalan kampung",
  "tonggoku ngacungno clurit nang dalan",
];
const NOBODY_KNOWN = [
  "wong edan ngamuk nggowo arit nang dalan, warga wedi",
  "preman ngancam warga pakai celurit di pasar",
  "rumah tetangga kebakaran, anak saya di dalam",
  "rumah kebakaran, ibu bawa adik keluar",
  "omah kobong, anakku dolanan korek",
  "rumah kebakaran, suami saya luka bakar",
];

export const urgentKnownDoerDialogues: Dialogue[] = cases(
  {},
  ...BURNS.map(
    (said): Case => ({
      label: `a known person sets the fire: ${said}`,
      steps: [[said, "urgent.consent", "113", "112 SEKARANG", "110", "Boleh petugas khusus", "not:LMG-"]],
    }),
  ),
  ...CUTS.map(
    (said): Case => ({
      label: `a known person has a blade: ${said}`,
      steps: [[said, "urgent.consent", "110", "Boleh petugas khusus", "not:LMG-"]],
    }),
  ),
  ...NOBODY_KNOWN.map(
    (said): Case => ({
      label: `nobody known does it: ${said}`,
      steps: [[said, "urgent.place", "112", "Tercatat"]],
    }),
  ),
);
