/** Who holds an office in or near a village, in Indonesian and Javanese, as people write them. */
const OFFICIALS =
  /\b(?:pak|bu|bapak|ibu|oknum|mas|mbak)?\s*(?:kades|kepala\s+desa|lurah|perangkat(?:\s+desa)?|(?:ketua|pak|bu)\s+r[tw]|kasun|kadus|bayan|carik|sekdes|modin|kamituwo|camat|pendamping|operator\s+desa|tksk|petugas|e-?warong)\b/i;
/** Money or favours that somebody with an office may not take. */
const TAKING =
  /\b(?:pungli|pungutan|dipungut|dipotong|potongan|disunat|minta\s+(?:uang|duit|jatah|setoran)|diminta(?:i)?\s+(?:uang|duit|bayar)|suruh\s+bayar|disuruh\s+bayar|setor(?:an)?|suap|korupsi|dikorup|peras|diperas|ancam|diancam|nyunat|dijaluki\s+duit|njaluk\s+duit)\b/i;

/**
 * Whether a complaint's words accuse somebody in office, whatever category it was filed under. Better one too many: all
 * it costs is that the Dinsos reads it instead of the village.
 */
export const namesOfficial = (text: string): boolean => OFFICIALS.test(text) || TAKING.test(text);
