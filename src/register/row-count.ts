/** `rows`: the numbers of the first rows, as a spreadsheet counts them. */
export type RowCount = { count: number; rows: number[] };

export const describeRows = ({ count, rows }: RowCount): string =>
  `${count === 1 ? "row" : "rows"} ${rows.join(", ")}${count > rows.length ? " ..." : ""}`;
