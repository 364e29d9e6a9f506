import type { mongo } from "mongoose";
import { Recipient } from "../../register/recipient.ts";
import { Contact, InboundMessage } from "../../vocabulary/message.ts";
import { KEY_CHECK, type KeyRecords, type Sample } from "../key-checks.ts";
import { contactName, inboundName } from "../record-names.ts";
import type { Context } from "./context.ts";
import { sealedIn, sealedPlaces } from "./sealed-places.ts";

const TRIED = 20;

export function mongoKeyRecords(context: Omit<Context, "clock" | "changeLog">, db: mongo.Db): KeyRecords {
  const { at, vault } = context;

  async function registerRows() {
    const places = (await sealedPlaces(at, db)).filter(({ place }) => place.startsWith("register "));
    const read = places.map(async ({ place, collection }) => {
      const rows = await collection.find({}).limit(TRIED).toArray();
      return rows.map(({ n, s }) => ({ n: String(n), person: Recipient.parse(vault.open(s as Uint8Array, place)) }));
    });
    return (await Promise.all(read)).flat().filter(({ person }) => person.nik !== "");
  }

  return {
    async all() {
      const docs = await at.meta.find({ _id: { $gte: KEY_CHECK, $lt: `${KEY_CHECK}~` } }).toArray();
      return Object.fromEntries(docs.map(({ _id, value }) => [_id, String(value)]));
    },
    async add(name, value) {
      await at.meta.updateOne({ _id: name }, { $setOnInsert: { value } }, { upsert: true });
    },
    async remove(name) {
      await at.meta.deleteOne({ _id: name });
    },
    async samples() {
      const found = new Map<string, Sample>();
      for (const { place, collection } of await sealedPlaces(at, db)) {
        for await (const doc of collection.find({})) {
          for (const { sealed, about } of sealedIn(place, doc)) {
            const version = sealed[0] ?? 0;
            const name = `${place} ${version}`;
            if (!found.has(name)) found.set(name, { version, sealed, about });
          }
        }
      }
      return [...found.values()];
    },
    async tryIndexKey() {
      const chats = await at.conversation
        .find({}, { projection: { contact: 1 } })
        .limit(TRIED)
        .toArray();
      const names = chats.map(({ _id, contact }) =>
        contactName(vault, Contact.parse(vault.open(contact, `contact ${_id}`))),
      );
      const byContact = await at.identity.countDocuments({ _id: { $in: names } });
      const messages = await at.inbound.find({}).sort({ state: 1, notBefore: 1, recordedAt: 1 }).limit(TRIED).toArray();
      const read = messages.flatMap(({ _id, sealed }) => {
        const message = InboundMessage.safeParse(vault.open(sealed, `inbound ${_id}`));
        return message.success ? [{ _id, message: message.data }] : []; // a dead letter may hold anything
      });
      const byKey = read.filter(({ _id, message }) => inboundName(vault, message.contact, message.id) === _id);
      const rows = await registerRows();
      const byNik = rows.filter(({ n, person }) => vault.index("nik", person.nik) === n);
      return {
        tried: chats.length + read.length + rows.length,
        found: byContact + byKey.length + byNik.length,
      };
    },
  };
}
