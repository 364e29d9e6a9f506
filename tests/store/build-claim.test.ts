import { randomBytes } from "node:crypto";
import mongoose, { mongo } from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimBuild } from "../../src/store/mongo/build-claim.ts";
import type { GenerationDoc } from "../../src/store/mongo/collections.ts";
import { toAppError } from "../../src/store/mongo/errors.ts";
import { buildPatiently } from "../../src/store/mongo/generation.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";

const LIST = "register lamongan";
const POINTER = { id: "a", asOf: "2026-11-01", rows: 1, importedAt: 1 };
const QUICK = { beat: 10, look: 5, gone: 300 };
/** A killed import never renews its claim. */
const SILENT = { ...QUICK, beat: 3_600_000 };

if (mongoUrl) {
  describe("the claim to build a list over MongoDB", () => {
    let connection: mongoose.Connection;
    let at: mongo.Collection<GenerationDoc>;
    let drop: () => Promise<void>;
    beforeEach(async () => {
      const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
      drop = database.drop;
      connection = await mongoose.createConnection(database.url).asPromise();
      at = connection.collection("generation") as unknown as mongo.Collection<GenerationDoc>;
    });
    afterEach(async () => {
      await connection.close();
      await drop();
    });

    it("is refused while its holder works, and is free afterwards", async () => {
      const one = await claimBuild(at, LIST, "a", QUICK);
      await expect(claimBuild(at, LIST, "b", { ...QUICK, gone: 60_000 })).rejects.toThrow(/another import .* at work/);
      await one.publish(POINTER);
      const two = await claimBuild(at, LIST, "b", QUICK);
      await two.release();
      expect(await at.findOne({ _id: LIST })).toEqual({ _id: LIST, ...POINTER });
    });

    it("of a first import that gives the claim back leaves no document", async () => {
      const one = await claimBuild(at, LIST, "a", QUICK);
      await one.release();
      expect(await at.findOne({ _id: LIST })).toBeNull();
    });

    it("of a killed import is taken over, and the killed import can no longer publish", async () => {
      const killed = await claimBuild(at, LIST, "a", SILENT);
      const next = await claimBuild(at, LIST, "b", SILENT);
      await expect(killed.publish(POINTER)).rejects.toThrow(/was quicker/);
      await killed.release();
      await next.publish({ ...POINTER, id: "b" });
      expect(await at.findOne({ _id: LIST })).toMatchObject({ id: "b" });
    });

    it("goes to one of four imports that ask at the same time", async () => {
      const asked = ["a", "b", "c", "d"].map((id) => claimBuild(at, LIST, id, { ...QUICK, gone: 60_000 }));
      const ended = await Promise.allSettled(asked);
      const taken = ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      expect(taken).toHaveLength(1);
      await taken[0]?.release();
    });
  });
}

it("the error for a full disk of the server says so", () => {
  const full = new mongo.MongoServerError({ code: 14_031, message: "OutOfDiskSpace" });
  expect(toAppError(full)).toMatchObject({ code: "STORE_UNAVAILABLE", message: "MongoDB: the server's disk is full" });
});

describe("buildPatiently", () => {
  const silent = () => new mongo.MongoNetworkTimeoutError("no answer in time");

  it("repeats the statement until the index exists", async () => {
    let asked = 0;
    await buildPatiently(async () => {
      asked += 1;
      if (asked < 4) throw silent();
    });
    expect(asked).toBe(4);
  });

  it.each([
    ["a server that is gone", new mongo.MongoNetworkError("closed")],
    ["a server that refuses it", new mongo.MongoServerError({ code: 13, message: "no" })],
  ])("does not repeat the statement after an error of %s", async (_, error) => {
    let asked = 0;
    const built = buildPatiently(async () => {
      asked += 1;
      throw error;
    });
    await expect(built).rejects.toBe(error);
    expect(asked).toBe(1);
  });
});
