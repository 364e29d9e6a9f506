import type { District } from "../register/district.ts";
import type { ProgrammeCount, RowKind } from "../register/recipient.ts";
import { findTakenWords, type TakenWords } from "../register/status-words.ts";
import type { Changes } from "../store/ports/register.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { Findings } from "./findings.ts";
import type { ImportOptions } from "./import.ts";
import type { AbsentColumn } from "./rows/absent-columns.ts";
import type { NumbersSeen } from "./rows/numbers-seen.ts";
import type { KkFault, NikFault, Rejection } from "./rows/row-findings.ts";
import type { UnusedMapping } from "./rows/unused-mappings.ts";

export type ImportSummary = {
  kind: RowKind;
  district: string;
  asOf: string;
  live: boolean;
  read: number;
  taken: number;
  repeated: number;
  rejected: number;
  firstRejected: { row: number; code: Rejection }[];
  valid: number;
  invalid: Partial<Record<Reason, number>>;
  unmapped: Record<string, number>;
  unread: number;
  /**
   * How many payments each programme has: in the aid list, and in the live list (absent if its import did not count).
   */
  payments: Record<string, number>;
  livePayments?: readonly ProgrammeCount[];
  /** How many people have a desil: the welfare rank of a family, in tenths of all families. */
  desils: number;
  /** `unknown`: the rows whose status has no mapping. `unknownStatuses`: how often each of these statuses occurs. */
  unknown: number;
  unknownStatuses: Record<string, number>;
  /**
   * `doubted`: the rows whose status means valid, but whose reason has no mapping. `doubts`: how often each reason
   * occurs.
   */
  doubted: number;
  doubts: Record<string, number>;
  /** `held`: the rows with a status that the office wants to look at. `heldStatuses`: how often each status occurs. */
  held: number;
  heldStatuses: Record<string, number>;
  /** Rows whose judgement was removed, because another row of the same person contradicts them. */
  contradicted: number;
  /** For each fault of the NIK: how many people, or payments, no NIK finds. */
  nikFaults: Partial<Record<NikFault, number>>;
  numbers: NumbersSeen;
  /**
   * For each fault: how many people have no readable family card. In the chat, these people read less about their data.
   */
  kkFaults: Partial<Record<KkFault, number>>;
  findings: Findings;
  /** The file's last row, if it has too few or too many columns: the file may have been cut off there. */
  cutAt?: number;
  aboutNobody: number;
  headerRow: number;
  sheet?: string;
  ignoredColumns: string[];
  takenWords: TakenWords[];
  absentColumns: AbsentColumn[];
  /** Names of the operator's mapping that the file does not have. The file has these columns under other names. */
  unusedMappings: UnusedMapping[];
  unusedLayout?: string;
  /** In a dry run: a sentence for each guard that would stop the import. */
  stops: string[];
  changes: Changes;
};

const takenWordsIn = ({ statusWords: [nation, ...own], reasons }: District): TakenWords[] =>
  own.flatMap((list) => findTakenWords(list, nation ? [nation] : [], Object.values(reasons)));

export const emptySummary = ({ kind, district, asOf }: ImportOptions): ImportSummary => ({
  kind,
  district: district.id,
  asOf,
  live: false,
  read: 0,
  taken: 0,
  repeated: 0,
  rejected: 0,
  firstRejected: [],
  valid: 0,
  invalid: {},
  unmapped: {},
  unread: 0,
  payments: {},
  desils: 0,
  unknown: 0,
  unknownStatuses: {},
  doubted: 0,
  doubts: {},
  held: 0,
  heldStatuses: {},
  contradicted: 0,
  nikFaults: {},
  numbers: { read: 0, elsewhere: 0, endingIn0: 0 },
  kkFaults: {},
  findings: {},
  aboutNobody: 0,
  headerRow: 1,
  ignoredColumns: [],
  takenWords: kind === "register" ? takenWordsIn(district) : [],
  absentColumns: [],
  unusedMappings: [],
  stops: [],
  changes: { rows: 0, added: 0, removed: 0, changed: 0, unchanged: 0, people: 0, peopleGone: 0 },
});
