import { type Connection, type mongo, Schema } from "mongoose";
import type { Collections } from "./collections.ts";

const schemaFor = (collection: string, definition: Record<string, unknown> = {}) =>
  new Schema({ _id: String, ...definition }, { collection, autoIndex: false, versionKey: false, strict: false });

const SCHEMAS = {
  conversation: schemaFor("conversation", { due: { at: Number } })
    .index({ "due.at": 1 }, { partialFilterExpression: { "due.at": { $exists: true } } })
    .index({ channel: 1, account: 1 }, { partialFilterExpression: { rests: true } })
    .index({ stripAt: 1 }, { partialFilterExpression: { stripAt: { $gte: 0 } } })
    .index({ forgetAt: 1 }, { partialFilterExpression: { forgetAt: { $gt: 0 } } }),
  identity: schemaFor("identity"),
  inbound: schemaFor("inbound", { conversation: String, state: String, order: Number, recordedAt: Number })
    .index({ conversation: 1, order: 1, recordedAt: 1 }, { partialFilterExpression: { state: "pending" } })
    .index({ state: 1, notBefore: 1, recordedAt: 1 })
    .index({ conversation: 1, recordedAt: 1 }, { partialFilterExpression: { live: true } }),
  outbound: schemaFor("outbound", { conversation: String, endedAt: Number })
    .index({ conversation: 1, createdAt: 1 }, { partialFilterExpression: { live: true } })
    .index({ endedAt: 1 }),
  ticket: schemaFor("ticket", { district: String, open: Boolean, openedAt: Number })
    .index({ conversation: 1, openedAt: 1 })
    .index({ person: 1 })
    .index({ keys: 1, open: 1, openedAt: 1, _id: 1 })
    .index({ keys: 1, open: 1, lateAt: 1, _id: 1 }, { partialFilterExpression: { lateAt: { $gt: 0 } } })
    .index({ terms: 1, openedAt: 1, _id: 1 })
    .index(
      { district: 1, "parts.office": 1, "parts.dueAt": 1 },
      { partialFilterExpression: { "parts.dueAt": { $gt: 0 } } },
    )
    .index({ openedAt: 1, files: 1 }, { partialFilterExpression: { files: true } })
    .index({ remindAt: 1 }, { partialFilterExpression: { remindAt: { $gt: 0 } } })
    .index({ eraseAt: 1 }, { partialFilterExpression: { eraseAt: { $gt: 0 } } })
    .index({ openedAt: 1 }, { partialFilterExpression: { news: true } })
    .index({ conversation: 1 }, { partialFilterExpression: { askedAt: { $gt: 0 } } })
    .index({ "unsent.at": 1 }, { sparse: true })
    .index({ "unlogged.at": 1 }, { sparse: true }),
  entry: schemaFor("entry", { key: String }).index({ key: 1 }, { sparse: true }),
  change: schemaFor("change", { _id: Number, ticket: String, version: Number, at: Number })
    .index({ ticket: 1, version: 1 }, { unique: true })
    .index({ at: 1 }),
  file: schemaFor("file"),
  generation: schemaFor("generation"),
  counter: schemaFor("counter", { until: Number }).index({ until: 1 }),
  held: schemaFor("held", { code: String, conversation: String, until: Number })
    .index({ code: 1 })
    .index({ conversation: 1 })
    .index({ until: 1 }),
  candidate: schemaFor("candidate", { conversation: String, at: Number })
    .index({ conversation: 1, at: 1 })
    .index({ at: 1 }),
  serial: schemaFor("serial"),
  reserved: schemaFor("reserved", { reservedAt: Number }).index({ reservedAt: 1 }),
  officer: schemaFor("officer", { token: String }).index({ token: 1 }),
  audit: schemaFor("audit", { _id: Number }),
  meta: schemaFor("meta"),
} as const;

export function collectionsOf(connection: Connection, db: mongo.Db): Collections {
  const collections: Partial<Record<keyof Collections, mongo.Collection>> = {};
  for (const [name, schema] of Object.entries(SCHEMAS) as [keyof Collections, Schema][]) {
    connection.model(name, schema);
    collections[name] = db.collection(name);
  }
  return collections as unknown as Collections;
}

export async function createIndexes(at: Collections): Promise<void> {
  await Promise.all(
    Object.entries(SCHEMAS).map(async ([name, schema]) => {
      const indexes = schema.indexes().map(([key, options]) => ({ key: key as Record<string, 1>, ...options }));
      if (indexes.length > 0) await at[name as keyof Collections].createIndexes(indexes as mongo.IndexDescription[]);
    }),
  );
}
