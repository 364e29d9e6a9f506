import { expect, it } from "vitest";
import { defined } from "../src/defined.ts";

it("defined keeps every value except undefined, in order", () => {
  const kept = defined({ none: undefined, zero: 0, empty: "", no: false, nothing: null, list: [undefined] });
  expect(kept).toEqual({ zero: 0, empty: "", no: false, nothing: null, list: [undefined] });
  expect(Object.keys(kept)).toEqual(["zero", "empty", "no", "nothing", "list"]);
});
