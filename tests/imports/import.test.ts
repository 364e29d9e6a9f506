import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants, getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { CHILD_ENVIRONMENT, EVEN_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";
import { spreadsheet } from "../support/spreadsheet.ts";

const HEADER = "nik,no_kk,nama,tanggal_lahir,jenis_kelamin,kode_wilayah,alamat,status_data,alasan";
const KK = "3524010201199901";
const nik = (index: number): string => `352401120385${9_000 + index}`;
const row = (index: number, name = `WARGA ${index}`, more = "VALID,"): string =>
  `${nik(index)},${KK},${name},1985-03-12,L,3524012001,DUSUN KRAJAN,${more}`;
const lines = (...rows: string[]): string => `${[HEADER, ...rows].join("\n")}\n`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-import-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

type Ended = { code: number; out: string; errors: string; summary: Record<string, unknown> };

const env = () => ({
  ...KEY_SETTINGS,
  DATA_DIR: join(directory, "data"),
  DISTRICTS: "lamongan",
  LOG_LEVEL: "error",
});

function ended(code: number, out: string, errors: string): Ended {
  return { code, out, errors, summary: code === 0 && out.startsWith("{") ? JSON.parse(out) : {} };
}

function start(args: string[], environment = EVEN_ENVIRONMENT) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../src/cli/sapa.ts"), "import", ...args], {
    cwd: directory,
    env: { ...environment, ...env() },
  });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  return { child, ended: once(child, "close").then(([code]) => ended(code, out, errors)) };
}

async function run(
  content: string | Buffer,
  { kind = "register", name = "list.csv", args = [] as string[], json = true } = {},
): Promise<Ended> {
  const path = join(directory, name);
  writeFileSync(path, content);
  const given = ["import", kind, path, "--district", "lamongan", ...(json ? ["--json"] : []), ...args];
  const { status, out, errors } = await sapaHere(given, { cwd: directory, env: env() });
  return ended(status, out, errors);
}

async function people(...indexes: number[]) {
  const store = await openSqlite(`sqlite:${join(directory, "data/sapa.db")}`, storeOptions());
  const found = await Promise.all(indexes.map((index) => store.recipientsByNik("lamongan", nik(index))));
  await store.close();
  return found;
}

it("the live list keeps the count and the first of its refused rows", async () => {
  const header = "nik,program,bulan,status";
  const aid = (index: number, status: string) => `${nik(index)},PKH,2026-10,${status}`;
  const given = [header, aid(1, "TERSALUR"), aid(2, "SUDAH"), aid(3, "TERSALUR"), aid(4, "LUNAS"), ""].join("\n");
  await run(given, { kind: "aid", args: ["--allow-refused"] });
  const store = await openSqlite(`sqlite:${join(directory, "data/sapa.db")}`, storeOptions());
  expect((await store.generation("aid", "lamongan"))?.refused).toEqual({ count: 2, rows: [3, 5] });
  await store.close();
});

it("the live aid list keeps the programmes that the district does not know, if some families have them", async () => {
  const aid = (index: number, programme: string) => `${nik(index)},${programme},2026-10,TERSALUR`;
  const blt = Array.from({ length: 5 }, (_, at) => aid(at, "BLT"));
  await run(["nik,program,bulan,status", ...blt, aid(6, "PKH"), aid(7, "SITI AMINAH"), ""].join("\n"), { kind: "aid" });
  const store = await openSqlite(`sqlite:${join(directory, "data/sapa.db")}`, storeOptions());
  expect((await store.generation("aid", "lamongan"))?.programmes).toEqual(["BLT"]);
  await store.close();
});

it("rows that contradict each other about one payment are named", async () => {
  const aid = (index: number, month: string, rest: string) => `${nik(index)},PKH,4,${month},${rest}`;
  const given = [
    "nik,program,tahap,bulan,nominal,status",
    aid(1, "2026-10", "750000,TERSALUR"),
    aid(2, "2026-10", "750000,TERSALUR"),
    aid(1, "2026-10", "750000,GAGAL_SALUR"),
    aid(2, "2026-07", "500000,TERSALUR"),
    aid(3, "2026-10", "750000,TERSALUR"),
    aid(3, "2026-10", "500000,TERSALUR"),
    "",
  ];
  const { out } = await run(given.join("\n"), { kind: "aid", json: false });
  expect(out).toContain(
    "one payment to one person with two statuses or two amounts, shown as not certain: 4 rows (rows 2, 4, 6, 7)",
  );
  const listed = readFileSync(join(directory, "list.rejected.csv"), "utf8").split("\n").slice(1, -1);
  expect(listed.map((line) => line.split(",").slice(0, 2).join())).toEqual(
    [2, 4, 6, 7].map((at) => `${at},CONTRADICTED_PAYMENT`),
  );
});

describe("files that offices have", () => {
  it.each([
    ["plain", lines(row(1), row(2))],
    ["a byte order mark and CRLF", `\ufeff${lines(row(1), row(2)).replaceAll("\n", "\r\n")}`],
    ["semicolons", lines(row(1), row(2)).replaceAll(",", ";")],
    ["tabs", lines(row(1), row(2)).replaceAll(",", "\t")],
    ["everything quoted", lines(row(1), row(2)).replace(/[^,\n]+/g, '"$&"')],
    ["empty lines", lines(row(1), "", row(2), "")],
    ["no line end at the last row", lines(row(1), row(2)).trimEnd()],
    ["an additional column", lines(row(1), row(2)).replace(/$/gm, ",x").replace(/\n,x$/, "\n")],
  ])("%s", async (_, text) => {
    const { code, summary } = await run(text);
    expect({ code, summary }).toMatchObject({
      code: 0,
      summary: { read: 2, taken: 2, rejected: 0, valid: 2, live: true },
    });
    expect((await people(1, 2)).map(([one]) => one?.name)).toEqual(["WARGA 1", "WARGA 2"]);
  });

  it("line breaks, commas and quotes in a cell are read", async () => {
    await run(lines(row(1, '"SITI ""AMI"", H"').replace("DUSUN KRAJAN", '"JL. RAYA 1\nDUSUN"')));
    const one = (await people(1))[0]?.[0];
    expect(one).toMatchObject({ name: 'SITI "AMI", H', address: "JL. RAYA 1\nDUSUN" });
  });

  it("a spreadsheet is read, and a NIK in a numeric cell is refused as damaged", async () => {
    const cells = (index: number, number: string | number) => [
      number,
      KK,
      `WARGA ${index}`,
      "1985-03-12",
      "L",
      "3524012001",
      "KRAJAN",
      "VALID",
      "",
    ];
    const { code, summary } = await run(spreadsheet([HEADER.split(","), cells(1, nik(1)), cells(2, Number(nik(2)))]), {
      name: "list.xlsx",
      args: ["--allow-refused"],
    });
    expect({ code, summary }).toMatchObject({ code: 0, summary: { read: 2, taken: 1, rejected: 1 } });
  });

  it("other column names are read by a mapping", async () => {
    writeFileSync(join(directory, "map.json"), JSON.stringify({ "Nomor Induk": "nik" }));
    const { summary } = await run(lines(row(1)).replace("nik,", "NOMOR INDUK,"), {
      args: ["--mapping", join(directory, "map.json")],
    });
    expect(summary).toMatchObject({ taken: 1 });
  });

  it("an aid list is imported", async () => {
    await run(lines(row(1)));
    const text = `nik,program,tahap,bulan,nominal,penyalur,status,keterangan\n${nik(1)},PKH,4,2026-10,750000,PT Pos,TERSALUR,\n${nik(1)},BST,1,?,1,PT Pos,TERSALUR,\n`;
    expect((await run(text, { kind: "aid", name: "aid.csv", args: ["--allow-refused"] })).summary).toMatchObject({
      kind: "aid",
      taken: 1,
      rejected: 1,
    });
  });
});

describe("a file that cannot be read is refused with the reason, and changes nothing", () => {
  it.each([
    ["empty", "", /empty/],
    ["a header alone", `${HEADER}\n`, /no row/],
    ["another header", "a,b\n1,2\n", /missing columns: nik/],
    ["Windows-1252", Buffer.from(lines(row(1, "JOS\u00c9")), "latin1"), /not UTF-8 between lines 1 and 3/],
    ["an open quote", lines(`"${row(1)}`), /in row 2/],
    [
      "formulas without results",
      lines(row(1).replace(nik(1), "=A9"), row(2).replace(nik(2), "=A9")),
      /all 2 were refused \(a cell of the row is a formula.*open and save it in Excel.*: rows 2, 3\)/,
    ],
  ])("%s", async (_, content, message) => {
    await run(lines(row(1)));
    const { code, errors, out } = await run(content);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(errors).toMatch(message);
    expect((await people(1))[0]).toHaveLength(1);
  });

  it("a file with a spreadsheet's name is read by its content", async () => {
    expect(await run("x", { name: "list.xlsx" })).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/missing columns/),
    });
  });

  it.each([
    ["no file", ["register", "--district", "lamongan"]],
    ["no district", ["register", "list.csv"]],
    ["another district", ["register", "list.csv", "--district", "gresik"]],
    ["another kind", ["people", "list.csv"]],
  ])("wrong use, exit code 2: %s", async (_, args) => {
    writeFileSync(join(directory, "list.csv"), lines(row(1)));
    expect((await start(args).ended).code).toBe(2);
  });
});

it("an empty file is called empty, also with --sheet", async () => {
  const { code, errors } = await run("", { args: ["--sheet", "Data"] });
  expect(code).not.toBe(0);
  expect(errors).toContain("the file is empty");
});

describe("rows", () => {
  it("that are refused are in a file by number and reason, without data of the person", async () => {
    const { summary } = await run(lines(row(1), row(2).replace(nik(2), "3.52E+15"), `${row(3)},too,many`), {
      args: ["--allow-refused", "--allow-cut"],
    });
    expect(summary).toMatchObject({ taken: 1, rejected: 2 });
    const path = String(summary.rejects);
    expect(
      readFileSync(path, "utf8")
        .split("\n")
        .slice(0, 3)
        .map((line) => line.split(",").slice(0, 2).join(",")),
    ).toEqual(["row,code", "3,DAMAGED_NUMBER", "4,WRONG_COLUMNS"]);
    expect(readFileSync(path, "utf8")).not.toMatch(/\d{13}|WARGA/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("without a NIK, and repeated rows, are in that file in the list's order, and the summary counts them", async () => {
    const rows = [row(1), row(2), row(1), row(3).replace(nik(3), "TIDAK ADA"), row(4).replace(nik(4), nik(4).slice(1))];
    const all = lines(...rows, row(5), row(2), "", ...Array(1_500).fill(row(6)));
    const { code, out } = await run(all, { json: false });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("list.rejected.csv") });
    expect(out).toMatch(/^2 people without a readable NIK \(1 with too few or too many digits\)/m);
    const listed = readFileSync(join(directory, "list.rejected.csv"), "utf8").trim().split("\n").slice(1);
    expect(listed.slice(0, 4).map((line) => line.split(",").slice(0, 2))).toEqual([
      ["4", "REPEATED"],
      ["5", "NO_NIK"],
      ["6", "NIK_LENGTH"],
      ["8", "REPEATED"],
    ]);
    const numbers = listed.map((line) => Number.parseInt(line, 10));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(numbers).toHaveLength(4 + 1_499);
  });

  it("that are invalid are kept, with the office's reason", async () => {
    const { summary } = await run(
      lines(row(1, "A B", "TIDAK_VALID,KTP lama"), row(2, "C D", "TIDAK_VALID,entah"), row(3).replace(nik(3), "123")),
    );
    expect(summary).toMatchObject({
      taken: 3,
      valid: 0,
      invalid: { KTP_LAMA: 1, TIDAK_DIKETAHUI: 2 },
      unmapped: { entah: 1 },
    });
    expect((await people(1))[0]).toMatchObject([{ valid: false, reasons: ["KTP_LAMA"] }]);
  });

  it("that are wholly repeated count once, and only two people share a NIK", async () => {
    const { summary } = await run(
      lines(row(1), row(1), row(2, "SITI AMINAH"), row(2, "Siti Aminah"), row(3, "SLAMET"), row(3, "WAGIMAN")),
    );
    expect(summary).toMatchObject({ repeated: 1, taken: 5, invalid: { NIK_GANDA: 2 } });
    expect((await people(3))[0]?.map(({ valid, reasons }) => [valid, reasons])).toEqual([
      [false, ["NIK_GANDA"]],
      [false, ["NIK_GANDA"]],
    ]);
  });

  it("that repeat an earlier row change no figure and lift no guard", async () => {
    const dead = "TIDAK_VALID,MENINGGAL";
    const known = [1, 2, 3, 4].map((one) => row(one, undefined, one > 2 ? dead : undefined));
    const odd = row(5, undefined, "ENTAH,");
    const args = ["--allow-unknown"];
    const { summary: once } = await run(lines(...known, odd), { args: [...args, "--dry-run"] });
    const again = [...known.slice(0, 2), odd, ...known.slice(0, 2), known[3] ?? "", odd];
    const { summary } = await run(lines(...known, odd, ...again), { args });
    const figures = ["taken", "valid", "unread", "invalid", "unknownStatuses"] as const;
    for (const figure of figures) expect(summary[figure], figure).toEqual(once[figure]);
    expect(summary).toMatchObject({ valid: 2, unread: 1, invalid: { MENINGGAL: 2 }, repeated: again.length });
  });

  it("that call one person both valid and not valid lose their judgement, and are counted", async () => {
    const list = lines(
      row(1, "SITI"),
      row(1, "SITI", "TIDAK_VALID,MENINGGAL"),
      row(2),
      row(3, "TONO", "TIDAK_VALID,KTP lama"),
    );
    const { summary } = await run(list);
    expect(summary).toMatchObject({ valid: 1, unread: 2, contradicted: 2, stops: [] });
    expect(summary.invalid).toEqual({ KTP_LAMA: 1 });
    expect((await people(1))[0]).toMatchObject([
      { valid: false, unread: true, reasons: [] },
      { valid: false, unread: true, reasons: [] },
    ]);
  });

  it("print no number among an office's words", async () => {
    const { out } = await run(lines(row(1, "A", `TIDAK_VALID,dobel ${nik(5)}`)));
    expect(out).not.toMatch(/\d{13}/);
  });
});

describe("a new list", () => {
  it("replaces the old list and reports the changes", async () => {
    await run(lines(row(1), row(2), row(3), row(4), row(5)));
    const { summary } = await run(lines(row(1), row(2, "LAIN"), row(3), row(4), row(6)));
    expect(summary).toMatchObject({ changes: { added: 1, removed: 1, changed: 1, unchanged: 3 }, live: true });
    expect((await people(2, 5, 6)).map((found) => found.map(({ name }) => name))).toEqual([["LAIN"], [], ["WARGA 6"]]);
  });

  it("changes nothing in a dry run", async () => {
    await run(lines(row(1)));
    expect((await run(lines(row(2)), { args: ["--dry-run", "--allow-shrink"] })).summary).toMatchObject({
      live: false,
      changes: { added: 1, removed: 1 },
    });
    expect((await people(1, 2)).map((found) => found.length)).toEqual([1, 0]);
  });

  it("that drops more than a fifth is refused without --allow-shrink", async () => {
    await run(lines(row(1), row(2), row(3)));
    expect(await run(lines(row(1), row(2)))).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/33 %.*--allow-shrink/),
    });
    expect((await people(3))[0]).toHaveLength(1);
    expect((await run(lines(row(1), row(2)), { args: ["--allow-shrink"] })).code).toBe(0);
    expect((await people(3))[0]).toHaveLength(0);
  });

  it("that is killed in the middle leaves the old list live and nothing behind", { timeout: 60_000 }, async () => {
    await run(lines(row(1)));
    const many = Array.from({ length: 60_000 }, (_, index) => row(index % 1_000, `WARGA ${index}`));
    writeFileSync(join(directory, "many.csv"), lines(...many));
    const { child, ended } = start(["register", join(directory, "many.csv"), "--district", "lamongan", "--json"]);
    const files = () =>
      existsSync(join(directory, "data/register")) ? readdirSync(join(directory, "data/register")).length : 0;
    await expect.poll(files, { timeout: 40_000, interval: 5 }).toBeGreaterThan(1);
    child.kill("SIGKILL");
    await ended;
    expect((await people(1))[0]?.map(({ name }) => name)).toEqual(["WARGA 1"]);
    expect((await run(lines(row(1, "BARU")))).summary).toMatchObject({ live: true, taken: 1 });
    expect((await people(1))[0]?.map(({ name }) => name)).toEqual(["BARU"]);
    expect(readdirSync(join(directory, "data/register"))).toHaveLength(1);
  });

  it("comes from standard input, at low priority", async () => {
    const { child, ended } = start(["register", "-", "--district", "lamongan", "--json"], CHILD_ENVIRONMENT);
    const { PRIORITY_LOW } = constants.priority;
    await expect.poll(() => getPriority(child.pid), { timeout: 30_000 }).toBe(PRIORITY_LOW);
    child.stdin.end(lines(row(1)));
    expect((await ended).summary).toMatchObject({ taken: 1 });
  });
});
