import { describe, expect, it } from "vitest";
import { newestDesil } from "../../src/register/desil.ts";
import { Recipient } from "../../src/register/recipient.ts";

describe("the rank of a person of whom there are several rows", () => {
  it.each<[string, Parameters<typeof newestDesil>[0], ReturnType<typeof newestDesil>]>([
    ["is that of the only row", [{ desil: 3 }], { desil: 3 }],
    [
      "is that of the newest quarter",
      [
        { desil: 3, period: "2026-2" },
        { desil: 6, period: "2026-3" },
      ],
      { desil: 6, period: "2026-3" },
    ],
    [
      "is that of a row with a quarter before one without",
      [{ desil: 3 }, { desil: 6, period: "2025-4" }],
      { desil: 6, period: "2025-4" },
    ],
    [
      "is none where rows of one quarter differ",
      [
        { desil: 3, period: "2026-3" },
        { desil: 4, period: "2026-3" },
      ],
      {},
    ],
    [
      "is that of the rows that have one",
      [{ period: "2026-4" }, { desil: 3, period: "2026-3" }, { desil: 3, period: "2026-3" }],
      { desil: 3, period: "2026-3" },
    ],
    ["is none where no row has one", [{}, { period: "2026-3" }], {}],
  ])("%s", (_, rows, rank) => expect(newestDesil(rows)).toEqual(rank));
});

it("a row of a release without ranks opens", () => {
  expect(Recipient.parse({ nik: "", name: "WARGA", valid: true, reasons: [] }).desil).toBeUndefined();
});
