import { attributeIn, columnOf, decodeEntities, elementsIn, readPart } from "./check-workbook.ts";

/** `row` and `column` count from 0. `text`: the result, or the formula if the file has no result. */
export type FormulaCell = { row: number; column: number; text: string };

const CELL = /<(?:\w+:)?c\s([^>/]*)>([\s\S]*?)<\/(?:\w+:)?c>/g;
const FORMULA = /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const HAS_RESULT = /<(?:\w+:)?v(?:\s[^>]*)?>[^<]/;
const EMPTY_RESULT = /<(?:\w+:)?v(?:\s[^>]*)?(?:\/>|><)/;
const IS_TEXT = /\bt\s*=\s*["']str["']/;
const LITERAL = /^"((?:[^"]|"")*)"$/s;

/** Finds formulas that are only a text (`="3524..."`), and formulas without a stored result. */
export function findFormulaCells(bytes: Buffer, sheet: string): FormulaCell[] {
  const part = readSheetPart(bytes, sheet).toString("latin1");
  if (!/<(?:\w+:)?f[\s>/]/.test(part)) return [];
  const found: FormulaCell[] = [];
  for (const [, attributes = "", inside = ""] of part.matchAll(CELL)) {
    const formula = FORMULA.exec(inside);
    const address = /\br\s*=\s*["']([A-Za-z]+)(\d+)["']/.exec(attributes);
    if (!formula || !address) continue;
    const written = decodeEntities(Buffer.from(formula[1] ?? "", "latin1").toString("utf8")).trim();
    const literal = LITERAL.exec(written)?.[1];
    const isEmpty = IS_TEXT.test(attributes) && EMPTY_RESULT.test(inside);
    if (literal === undefined && (isEmpty || HAS_RESULT.test(inside))) continue;
    // If several cells share a formula, only the first of these cells contains it.
    const text = literal === undefined ? `=${written || "SHARED()"}` : literal.replaceAll('""', '"');
    found.push({ row: Number(address[2]) - 1, column: columnOf(address[1] ?? "") - 1, text });
  }
  return found;
}

function readSheetPart(bytes: Buffer, sheet: string): Buffer {
  const book = readPart(bytes, "xl/workbook.xml").toString("utf8");
  const links = readPart(bytes, "xl/_rels/workbook.xml.rels").toString("utf8");
  const entry = elementsIn(book, "sheet").find((one) => decodeEntities(attributeIn(one, "name")) === sheet) ?? "";
  const link = elementsIn(links, "Relationship").find(
    (one) => attributeIn(one, "Id") === attributeIn(entry, "\\w+:id"),
  );
  const target = attributeIn(link ?? "", "Target");
  return readPart(bytes, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
}
