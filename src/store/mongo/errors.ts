import { mongo } from "mongoose";
import { AppError } from "../../vocabulary/errors.ts";

const DUPLICATE = 11_000;
/** The server's codes for a wrong statement: BadValue, FailedToParse, TypeMismatch, document too large. */
const STATEMENT_ERRORS = new Set<unknown>([2, 9, 14, 10_334]);
const NO_ROOM = 14_031;

export async function insertOnce(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === DUPLICATE) return false;
    throw error;
  }
}

/** Returns the positions of documents that existed before. Rejects if an insert failed for another reason. */
export async function findDuplicates(insert: Promise<unknown>): Promise<Set<number>> {
  try {
    await insert;
    return new Set();
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failed = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
    if (failed.length === 0 || failed.some(({ code }) => code !== DUPLICATE)) throw error;
    return new Set(failed.map(({ index }) => index));
  }
}

/** Turns a failure of the server or the network into STORE_UNAVAILABLE. */
export function toAppError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !isOfMongo(error)) return error;
  if (error instanceof mongo.MongoServerError && STATEMENT_ERRORS.has(error.code)) return error;
  const said = (error as { code?: unknown }).code === NO_ROOM ? "the server's disk is full" : error.name;
  return new AppError("STORE_UNAVAILABLE", `MongoDB: ${said}`, { cause: error });
}

/** The driver may pass on one of Node's socket errors. */
const isOfMongo = (error: Error): boolean => {
  const { code } = error as { code?: unknown };
  const isSocket = typeof code === "string" && /^(E(?!RR_)|ERR_STREAM_|ERR_SOCKET_)/.test(code);
  return error instanceof mongo.MongoError || /^Mongo/.test(error.name) || isSocket;
};
