import { z } from "zod";

export const LANGUAGES = ["id", "en", "jv"] as const;
export type Language = (typeof LANGUAGES)[number];

/** In all other languages, a native reader checks the words. */
export const SIGNED_LANGUAGES: readonly Language[] = ["id", "en"];

/**
 * - `request`: a citizen asks for an officer.
 * - `data`: the citizen uses a right under UU PDP 27/2022.
 */
export const KINDS = ["complaint", "repair", "request", "data", "urgent"] as const;
export type Kind = (typeof KINDS)[number];

export const Category = z.enum([
  "not-paid",
  "cut",
  "card",
  "wrong-recipient",
  "not-listed",
  "data-wrong",
  "dead-receiving",
  "listed-dead",
  "quality",
  "officer-conduct",
  "pbi-jk",
  "other",
  "objection",
  "repair-data",
  "repair-number",
  "family-change",
  "death-report",
  "officer",
  "call-back",
  "urgent",
  "urgent-private",
  "violence",
  "data-copy",
  "data-correct",
  "data-delete",
  "consent-withdraw",
]);
export type Category = z.infer<typeof Category>;

export const TICKET_STATES = ["new", "working", "waiting", "closed"] as const;

/** `repaired`: the step of a closed ticket that ended with a repair. */
export const STEPS = ["new", "working", "waiting", "repaired", "closed"] as const;
export type Step = (typeof STEPS)[number];

export type Phase = "new" | "working" | "waiting" | "solved" | "closed";

export const EVENT_TYPES = [
  "add",
  "dispute",
  "amend",
  "withhold",
  "erase",
  "note",
  "answer",
  "ask",
  "repair",
  "close",
  "assign",
  "tell",
  "put-off",
  "fetch",
  "remind",
  "nudge",
  "take-back",
  "confide",
  "proceed",
  "share",
  "end-part",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** The nearest to the citizen first. */
export const RUNGS = ["village", "companion", "tksk", "dinsos", "disdukcapil"] as const;
export type Rung = (typeof RUNGS)[number];

/** The officers of an office have the rung of the same name. */
export const OFFICES = ["dinsos", "disdukcapil"] as const satisfies readonly Rung[];
export type Office = (typeof OFFICES)[number];

/**
 * How an office ends its part:
 * - `not-possible`: the work cannot be done.
 * - `not-ours`: the work belongs to another office.
 */
export const PART_ANSWERS = ["done", "not-possible", "not-ours"] as const;
/**
 * - `ended`: a supervisor ended the part.
 * - `out-of-sight`: the office may not read the ticket any more.
 */
export const PART_OUTCOMES = [...PART_ANSWERS, "ended", "withdrawn", "out-of-sight"] as const;
export type PartOutcome = (typeof PART_OUTCOMES)[number];

/**
 * - `new`: no officer of the office has written on the ticket.
 * - `solved`: the work is done.
 */
export const PART_PHASES = ["new", "working", "solved", "closed"] as const satisfies readonly Phase[];

/**
 * Marks of officers of the Dinsos:
 * - `urgent`: the service calls the officer if a person is in danger.
 * - `survivor`: the officer may read of violence.
 */
export const MARKS = ["urgent", "survivor"] as const;
export type Mark = (typeof MARKS)[number];

export const MEDIA_KINDS = ["image", "document", "audio", "voice", "video", "sticker"] as const;

export const FILE_STATES = ["pending", "kept", "refused", "erased"] as const;

/**
 * Why the service did not keep a file:
 * - `not-as-said`: the content is of another type than the sender's platform says.
 * - `active-pdf`: the PDF acts by itself or is locked.
 * - `too-many`: the chat has sent too many files today.
 * - `busy-day`: the district has received too many files today.
 */
export const REFUSALS = [
  "too-large",
  "not-as-said",
  "unwanted",
  "too-many-pixels",
  "gone",
  "active-pdf",
  "too-many",
  "busy-day",
  "taken-back",
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const NUMBER_LABELS = ["nik", "kk"] as const;

const OUTBOUND_STATES = ["pending", "sending", "waiting", "sent", "delivered", "read", "failed", "unknown"] as const;
export type OutboundState = (typeof OUTBOUND_STATES)[number];

/** `expired`: the store has removed the old message. */
export const DELIVERY_STATES = [...OUTBOUND_STATES, "no-chat", "expired"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const REASONS = [
  "KTP_LAMA",
  "EKTP_BELUM_AKTIF",
  "MENINGGAL",
  "TIDAK_PADAN",
  "NIK_GANDA",
  "PINDAH",
  "NAMA_BEDA",
  "KK_BERBEDA",
  "DI_BAWAH_17",
  "SUDAH_PROGRAM_LAIN",
  "PEKERJAAN_DIKECUALIKAN",
  "DESIL_DI_ATAS_BATAS",
  "GAGAL_SALUR",
  "REKENING_BERMASALAH",
  "KARTU_BERMASALAH",
  "GRADUASI",
  "TIDAK_DITEMUKAN",
  "KELUARGA_DIKECUALIKAN",
  "TERINDIKASI_TRANSAKSI",
  "REKENING_BELUM_DIBUKA",
  "TIDAK_DIKETAHUI",
] as const;
export const Reason = z.enum(REASONS);
export type Reason = z.infer<typeof Reason>;

export const AID_STATES = ["DIRENCANAKAN", "SIAP_SALUR", "TERSALUR", "GAGAL_SALUR", "DIHENTIKAN"] as const;

export const PROGRAMME_KINDS = ["cash", "food", "health", "school", "event"] as const;

export const OFFICE_KINDS = [
  "dinsos",
  "disdukcapil",
  "kecamatan",
  "puskesos",
  "mpp",
  "tksk",
  "companion",
  "pillar",
  "institution",
  "other",
] as const;

export const PERLINSOS_STATES = ["unknown", "none", "pilot", "live"] as const;

/** `unknown`: the check got no answer, which is no fault. */
export const VERDICTS = ["ok", "warning", "fault", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const TOPICS = [
  "app-help",
  "proposal-status",
  "pip",
  "pbi-jk",
  "other-purpose",
  "components",
  "house-repair",
  "other-agency",
  "dukcapil",
  "family-member",
  "moved",
  "neglected",
  "undo-withdrawal",
  "leave-list",
  "change-of-recipient",
  "desil",
  "why-not-me",
  "collect",
  "identity-misuse",
  "status-words",
  "disability-aids",
  "death-benefit",
  "feedback",
  "institutions",
  "pillars",
  "puskesos",
  "perlinsos",
  "statistics",
  "other-programme",
  "letters",
  "data-source",
  "schedule",
  "account",
  "complaint-how",
] as const;
export type Topic = (typeof TOPICS)[number];
export const isTopic = (name: string): name is Topic => (TOPICS as readonly string[]).includes(name);

export const TIME_ZONES = ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"] as const;
export type TimeZone = (typeof TIME_ZONES)[number];
