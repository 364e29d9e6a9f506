import mongoose, { type Connection, type mongo } from "mongoose";
import { AppError } from "../../vocabulary/errors.ts";

/** In ms. */
const FIND_SERVER = 2_000;
const CONNECT = 2_000;
const ANSWER = 10_000;
const DATABASE = "sapa";

/** Rejects with SETTINGS_INVALID; the message does not contain the password. */
export async function connect(url: string): Promise<{ connection: Connection; db: mongo.Db }> {
  try {
    const connection = mongoose.createConnection(url, {
      serverSelectionTimeoutMS: FIND_SERVER,
      connectTimeoutMS: CONNECT,
      socketTimeoutMS: ANSWER,
      waitQueueTimeoutMS: ANSWER,
      writeConcern: { w: "majority", journal: true },
      readPreference: "primary",
      promoteBuffers: true,
      bufferCommands: false,
      autoCreate: false,
      autoIndex: false,
      minPoolSize: 4,
      maxPoolSize: 64,
      appName: "sapa-bansos",
      ...(namesDatabase(url) ? {} : { dbName: DATABASE }),
    });
    await connection.asPromise();
    const db = connection.getClient().db(connection.name);
    return { connection, db: db as unknown as mongo.Db };
  } catch (error) {
    throw new AppError("SETTINGS_INVALID", `STORE_URL: ${describeFault(error)}`, { cause: error });
  }
}

/** The class URL refuses the URL of a replica set with several hosts. */
const namesDatabase = (url: string): boolean => /^[a-z+]+:\/\/[^/?#]+\/[^?#]/.test(url);

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return "cannot be opened";
  const { code } = error as { code?: unknown };
  if (code === 18 || code === 8000) return "MongoDB refuses this user and password";
  if (/ServerSelection|Network/.test(error.name)) {
    return `no MongoDB can be reached there (${error.message.replace(/\/\/[^@/\s]*@/g, "//")}); start it, or mend the address`;
  }
  return `not a URL that MongoDB's driver takes (${error.name}); a password of any characters goes into STORE_PASSWORD`;
}
