import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerTyped, meaningOf } from "../../src/conversation/understanding/bare-answer.ts";
import { anyCharacter } from "../support/any-character.ts";
import { words } from "../support/shipped-words.ts";

describe("a bare answer", () => {
  it.each([
    ["ya", "yes"],
    ["Iya pak", "yes"],
    ["Nggih bu, leres", "yes"],
    ["sudah", "yes"],
    ["sudah semua pak, terima kasih", "yes"],
    ["ya sudah", "yes"],
    ["Yes.", "yes"],
    ["ok", "agreed"],
    ["oke pak 👍", "agreed"],
    ["lanjut", "agreed"],
    ["kirim saja bu", "send"],
    ["iya tolong dikirim", "send"],
    ["tolong", undefined],
    ["jangan dikirim", undefined],
    ["gak usah dikirim", "cancel"],
    ["kirim ke desa", undefined],
    ["tidak", "no"],
    ["gak bu", "no"],
    ["belum pak", "no"],
    ["dereng mas", "no"],
    ["tidak benar", "no"],
    ["salah pak", "no"],
    ["not yet", "no"],
    ["embuh nak KK nya ndak ada", "none"],
    ["batal", "cancel"],
    ["batal setuju", undefined],
    ["tidak jadi", "cancel"],
    ["gak jadi pak", "cancel"],
    ["gak usah", "cancel"],
    ["gajadi", "cancel"],
    ["mboten sios", "cancel"],
    ["pak", undefined],
    ["", undefined],
    ["jadi", undefined],
    ["tidak tahu", "unknown"],
    ["mboten ngertos pak", "unknown"],
    ["saya lupa", "unknown"],
    ["lupa pak", "unknown"],
    ["gak hafal nomornya", "unknown"],
    ["kulo mboten gadhah KTP", "none"],
    ["gak punya kk pak", "none"],
    ["kk saya hilang", "none"],
    ["tidak ada", "none"],
    ["i dont have a card", "none"],
    ["I don't have a KTP", "none"],
    ["I don’t know", "unknown"],
    ["sorry, I can't remember", "unknown"],
    ["ma'af, ndak punya KK", "none"],
    ["KK nya dibawa suami ke malaysia", "none"],
    ["kk ketinggalan di rumah ibu", "none"],
    ["kartu kks saya dibawa ketua kelompok", undefined],
    ["bantuan saya dibawa pak rt", undefined],
    ["ktp tidak hilang", undefined],
    ["saya punya ktp", undefined],
    ["tidak ada yang benar", undefined],
    ["ktp saya salah", undefined],
    ["ya tapi kurang 50 ribu", undefined],
    ["sudah lama tidak dapat bantuan", undefined],
    ["ya ya ya ya ya ya", undefined],
    ["ya ".repeat(100_000), undefined],
  ])("%s: %s", (text, meaning) => {
    expect(meaningOf(text, words)).toBe(meaning);
  });

  it.each([
    ["yes", ["yes", "no"], 0],
    ["yes", ["agreed", "no", "cancel"], 0],
    ["ok", ["agreed", "no"], 0],
    ["ok", ["yes", "no"], undefined],
    ["tidak", ["agreed", "no", "cancel"], 1],
    ["batal", ["agreed", "no", "cancel"], 2],
    ["batal", ["agreed", "no"], 1],
    ["tidak", ["agreed"], undefined],
    ["ya", [undefined, undefined], undefined],
    ["tidak tahu", ["unknown"], 0],
    ["tidak tahu", ["none"], 0],
    ["tidak tahu", ["yes", "no"], undefined],
    ["tidak punya", ["none", "no"], 0],
    ["belum ada", ["yes", "no"], 1],
    ["ya", [undefined, "yes"], 1],
  ] as const)('"%s" chooses among %j the option %s', (text, offered, index) => {
    const options = offered.map((means) => (means ? { means } : {}));
    expect(answerTyped(text, options, words)).toBe(index);
  });

  it("meaningOf reads any text without an error", () => {
    fc.assert(fc.property(fc.string({ unit: anyCharacter }), (text) => meaningOf(text, words) !== null));
  });
});
