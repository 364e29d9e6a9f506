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
  payments: Record<string, number>;
  livePayments?: readonly ProgrammeCount[];
  /** How many people have a desil: the welfare rank of a family, in tenths of all families. */
  desils: number;
  /** `unknown`: rows whose status has no mapping. */
  unknown: number;
  unknownStatuses: Record<string, number>;
  /** `doubted`: rows with a valid status and an unmapped reason. */
  doubted: number;
  doubts: Record<string, number>;
  /** `held`: rows with a status that the office wants to look at. */
  held: number;
  heldStatuses: Record<string, number>;
  /** Rows that another row of the same person contradicts. */
  contradicted: number;
  nikFaults: Partial<Record<NikFault, number>>;
  numbers: NumbersSeen;
  /** People without a readable family card, for each fault. */
  kkFaults: Partial<Record<KkFault, number>>;
  findings: Findings;
  /** The number of the last row, if the file may have been cut off there. */
  cutAt?: number;
  aboutNobody: number;
  headerRow: number;
  sheet?: string;
  ignoredColumns: string[];
  takenWords: TakenWords[];
  absentColumns: AbsentColumn[];
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
