import { expect, it } from "vitest";
import { checkDistrict, listDistrictIds } from "../../src/districts/index.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";

it.each(listDistrictIds(DISTRICTS))("%s ships without a status word that takes one from a reason", (id) =>
  expect(checkDistrict(DISTRICTS, id).takenWords).toEqual([]),
);

const SOURCED = { source: "Surat contoh", checked_on: "2026-11-28", owner: "Dinas Sosial" };

it.each<[string, object, RegExp[]]>([
  ["a spelling of a reason", { invalid: ["TIDAK PADAN"] }, [/^"TIDAK PADAN" .* read as invalid .* TIDAK_PADAN/]],
  ["in another form", { unread: ["tidak-padan"] }, [/^"tidak-padan" .* read as unread .* TIDAK_PADAN/]],
  ["a word that the nation's list has taken", { valid: ["NON AKTIF"] }, []],
  ["a word of no reason", { valid: ["COCOK"], invalid: ["BELUM COCOK"] }, []],
])("an office's own status words: %s", (_, own, found) => {
  const root = ownPacks({ "lamongan/status-words.json": { valid: [], invalid: [], ...own, ...SOURCED } });
  const { problems, takenWords } = checkDistrict(root, "lamongan");
  expect(problems).toEqual([]);
  expect(takenWords.map(({ why }) => why)).toEqual(found.map((pattern) => expect.stringMatching(pattern)));
  for (const { at } of takenWords) expect(at).toMatch(/lamongan\/status-words\.json:\d+$/);
});
