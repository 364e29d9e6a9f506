/** `rows` has the numbers of the first of these rows, as in a spreadsheet. */
export type RowCount = { count: number; rows: number[] };

export const describeRows = ({ count, rows }: RowCount): string =>
  `${count === 1 ? "row" : "rows"} ${rows.join(", ")}${count > rows.length ? " ..." : ""}`;
