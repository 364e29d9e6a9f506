/** A value is sealed to `about`, a space and `name`. */
export type SealedColumn = {
  table: string;
  column: string;
  order: "seq" | "key" | "id" | "number" | "page";
  name: string;
  about: string;
};

/** A test fails if a column of sealed values is missing here. */
export const SEALED_COLUMNS: Readonly<Record<string, SealedColumn>> = {
  contacts: { table: "conversation", column: "contact", order: "id", name: "id", about: "contact" },
  sessions: { table: "conversation", column: "session", order: "id", name: "id", about: "session" },
  inbound: { table: "inbound", column: "sealed", order: "seq", name: "key", about: "inbound" },
  outbound: { table: "outbound", column: "sealed", order: "seq", name: "id", about: "outbound" },
  tickets: { table: "ticket", column: "sealed", order: "number", name: "number", about: "ticket" },
  entries: { table: "entry", column: "sealed", order: "seq", name: "ticket || '/' || no", about: "entry" },
  officers: { table: "officer", column: "sealed", order: "id", name: "id", about: "officer" },
  held: { table: "held", column: "sealed", order: "page", name: "page", about: "held" },
  candidates: { table: "candidate", column: "sealed", order: "seq", name: "id", about: "candidate" },
};
