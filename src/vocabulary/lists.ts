import { z } from "zod";

/**
 * The closed lists that the domain, the API and the console share. What a word means stands beside the code that acts on
 * it: the clock of a category in the table of its kind in `casework/kinds/`, the meaning of a reason in a district's pack.
 */

/** What a ticket is: a complaint, a repair of data, a request for an officer, a right under UU PDP 27/2022, or somebody in danger. */
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

/** Where a ticket stands: one that ended with a repair is told apart from one that was closed with words. */
export const STEPS = ["new", "working", "waiting", "repaired", "closed"] as const;
export type Step = (typeof STEPS)[number];

/** The phases that the steps of every kind share. */
export type Phase = "new" | "working" | "waiting" | "solved" | "closed";

/** Everything that can happen to a ticket; most are acts, and are called as the act is. */
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

/** The rungs of the routing ladder, the nearest to the citizen first; a companion's tickets are given by hand. */
export const RUNGS = ["village", "companion", "tksk", "dinsos", "disdukcapil"] as const;
export type Rung = (typeof RUNGS)[number];

/** The offices that can have a part of a ticket; the officers of each are the rung of that name. */
export const OFFICES = ["dinsos", "disdukcapil"] as const satisfies readonly Rung[];
export type Office = (typeof OFFICES)[number];

/** How an office says that its part ends: what was asked is done, it cannot be done, it is another office's business. */
export const PART_ANSWERS = ["done", "not-possible", "not-ours"] as const;
/**
 * How a part ended: by the office's answer, by a supervisor, because its citizen withdrew the report, or because the
 * ticket went where the office may not read it.
 */
export const PART_OUTCOMES = [...PART_ANSWERS, "ended", "withdrawn", "out-of-sight"] as const;
export type PartOutcome = (typeof PART_OUTCOMES)[number];

/** Where a part stands: nobody of its office has written yet, somebody has, what was asked is done, ended otherwise. */
export const PART_PHASES = ["new", "working", "solved", "closed"] as const satisfies readonly Phase[];

/** What an officer of the Dinsos is marked with to be called when somebody is in danger, or to read of violence. */
export const MARKS = ["urgent", "survivor"] as const;
export type Mark = (typeof MARKS)[number];

export const MEDIA_KINDS = ["image", "document", "audio", "voice", "video", "sticker"] as const;

/** What became of a citizen's file: named by its platform, kept here, not kept, or kept no longer. */
export const FILE_STATES = ["pending", "kept", "refused", "erased"] as const;

/**
 * Why a file was not kept: too large, not what it says it is, of a kind we do not take, more pixels than any photo, gone
 * from its platform, a PDF that acts by itself or is locked, too many of its chat today, too many of its district today,
 * taken back by its sender.
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

/** The two numbers of a person that words can mention. */
export const NUMBER_LABELS = ["nik", "kk"] as const;

/** How far a message to a citizen has come. */
const OUTBOUND_STATES = ["pending", "sending", "waiting", "sent", "delivered", "read", "failed", "unknown"] as const;
export type OutboundState = (typeof OUTBOUND_STATES)[number];

/** The same of an officer's words: `no-chat` reaches nobody's chat, `expired` was sent so long ago that the message itself is gone. */
export const DELIVERY_STATES = [...OUTBOUND_STATES, "no-chat", "expired"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a recipient's data is not valid. Meaning, owner and papers are data of the district's pack. */
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
  "TIDAK_DIKETAHUI",
] as const;
export const Reason = z.enum(REASONS);
export type Reason = z.infer<typeof Reason>;

/** Where a payment of a programme to one person stands. */
export const AID_STATES = ["DIRENCANAKAN", "SIAP_SALUR", "TERSALUR", "GAGAL_SALUR", "DIHENTIKAN"] as const;

export const PROGRAMME_KINDS = ["cash", "food", "health", "school", "event"] as const;

export const OFFICE_KINDS = ["dinsos", "disdukcapil", "kecamatan", "puskesos", "mpp", "other"] as const;

/** What a check of the service finds; `unknown`: it could not be found out, which is no fault. */
export const VERDICTS = ["ok", "warning", "fault", "unknown"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What citizens ask that knowledge answers; each has a text of its own. */
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

/** The time zones of Indonesia, by the names of the IANA database. */
export const TIME_ZONES = ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"] as const;
export type TimeZone = (typeof TIME_ZONES)[number];
