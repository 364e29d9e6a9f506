import type { mongo } from "mongoose";
import type { Collections } from "./collections.ts";

type Doc = Record<string, unknown>;

/** `filter` matches the document while the value is unchanged. */
export type SealedValue = {
  sealed: Uint8Array;
  about: string;
  filter: Doc;
  set: string;
};

export type SealedPlace = { place: string; collection: mongo.Collection };

const ROWS = /^rows\.(register|aid)\.([^.]+)\.(\w+)$/;

export async function sealedPlaces(at: Collections, db: mongo.Db): Promise<SealedPlace[]> {
  const own = (
    ["conversation", "inbound", "outbound", "ticket", "entry", "officer", "file", "held", "candidate"] as const
  ).map((place) => ({
    place,
    collection: at[place] as unknown as mongo.Collection,
  }));
  const live = new Set(
    (await at.generation.find().toArray()).map(({ _id, id }) => `rows.${_id.replace(" ", ".")}.${id}`),
  );
  const lists = (await db.listCollections({}, { nameOnly: true }).toArray()).flatMap(({ name }) => {
    const [, kind, district] = ROWS.exec(name) ?? [];
    return kind && district && live.has(name)
      ? [{ place: `${kind} ${district}`, collection: db.collection(name) }]
      : [];
  });
  return [...own, ...lists];
}

const ABOUT: Record<string, string> = {
  inbound: "inbound",
  outbound: "outbound",
  ticket: "ticket",
  entry: "entry",
  officer: "officer",
  file: "file",
  held: "held",
  candidate: "candidate",
};

export function sealedIn(place: string, doc: Doc): SealedValue[] {
  const { _id } = doc;
  const field = (name: string, about: string): SealedValue[] => {
    const sealed = bytesOf(doc[name]);
    return sealed ? [{ sealed, about, filter: { _id, [name]: doc[name] }, set: name }] : [];
  };
  const list = (name: string, key: string, about: string): SealedValue[] =>
    ((doc[name] ?? []) as Doc[]).flatMap((one) => {
      const sealed = bytesOf(one.sealed);
      const match = { [key]: one[key], sealed: one.sealed };
      return sealed
        ? [
            {
              sealed,
              about: `${about} ${one[key]}`,
              filter: { _id, [name]: { $elemMatch: match } },
              set: `${name}.$.sealed`,
            },
          ]
        : [];
    });
  if (place === "conversation") {
    return [
      ...field("contact", `contact ${_id}`),
      ...field("session", `session ${_id}`),
      ...list("handled", "key", "inbound"),
      ...list("effects", "id", "effect"),
      ...list("out", "id", "outbound"),
      ...list("waiting", "id", "outbound"),
    ];
  }
  const about = ABOUT[place];
  if (about === undefined) return field("s", place);
  return [
    ...field("sealed", `${about} ${_id}`),
    ...(place === "ticket"
      ? [
          ...list("unsent", "id", "outbound"),
          ...list("arriving", "name", "entry"),
          ...list("entries", "name", "entry"), // tickets whose thread has not been moved yet
        ]
      : []),
  ];
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  const { buffer } = (value ?? {}) as { buffer?: unknown };
  return buffer instanceof Uint8Array ? buffer : undefined;
}
