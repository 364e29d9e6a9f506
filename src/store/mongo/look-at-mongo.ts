import type { Vault } from "../../privacy/vault.ts";
import { compareKeys, KEY_CHECK } from "../key-checks.ts";
import { connect } from "./connect.ts";
import { collectionsOf } from "./indexes.ts";
import { FORM } from "./migrations.ts";

export async function lookAtMongo(url: string, vault: Vault) {
  const { connection, db } = await connect(url);
  try {
    const { meta } = collectionsOf(connection, db);
    const hello = await db.command({ hello: 1 });
    const clock = Number(hello.localTime);
    const form = (await meta.findOne({ _id: "form" }))?.value;
    const docs = await meta.find({ _id: { $gte: KEY_CHECK, $lt: `${KEY_CHECK}~` } }).toArray();
    await compareKeys(vault, Object.fromEntries(docs.map(({ _id, value }) => [_id, String(value)])));
    const isAlone = hello.setName === undefined && hello.msg !== "isdbgrid";
    return {
      form: form === undefined ? undefined : Number(form),
      newest: FORM,
      ...(Number.isNaN(clock) ? {} : { clock }),
      ...(isAlone ? { alone: true as const } : {}),
    };
  } finally {
    await connection.close();
  }
}
