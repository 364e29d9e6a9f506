import { deflateSync } from "node:zlib";

export const pdf = (catalog = "", objects = ""): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R ${catalog}>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
    "latin1",
  );

export function packed(objects: string, head = "/Type/ObjStm/Filter/FlateDecode"): string {
  const data = deflateSync(Buffer.from(objects));
  return `3 0 obj<<${head}/N 1/First 4/Length ${data.length}>>stream\n${data.toString("latin1")}\nendstream endobj`;
}
