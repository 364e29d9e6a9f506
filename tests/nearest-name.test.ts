import { expect, it } from "vitest";
import { similarName } from "../src/nearest-name.ts";

it.each([
  ["PHK", ["PIP", "PKH", "BPNT"], "PKH"],
  ["ofice", ["office", "reason"], "office"],
  ["neus", ["news", "desil"], "news"],
  ["how-to-regsiter", ["how-to-leave", "how-to-register"], "how-to-register"],
  ["qqqqqqqq", ["office", "reason"], undefined],
  ["PKH", ["PIP"], undefined],
  ["ab", ["abc"], undefined],
  ["", ["abc"], undefined],
  ["abc", [], undefined],
])("%s among %s is perhaps %s", (name, names, nearest) => {
  expect(similarName(name, names)).toBe(nearest);
});
