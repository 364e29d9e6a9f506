import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../vocabulary/errors.ts";
import type { CallerAddress } from "./caller-address.ts";

const KIB = 1_024;
const MIB = 1_024 * KIB;
/** In bytes. Large bodies cannot use up the budget for the first `SMALL` bytes of each body. */
const SMALL = 64 * KIB;
const BUDGET = { small: 16 * MIB, large: 24 * MIB };
const AT_ONCE = 64;
const AGAIN = 5_000;
const FIRST_PIECE = 4 * KIB;
const WITH_BODY = new Set(["POST", "PUT", "PATCH", "DELETE"]);

const busyError = () => new AppError("BUSY", "too many bodies at once", { details: { retryAfter: AGAIN } });
const tooLargeError = () => new AppError("TOO_LARGE", "body too large");

export type BodyLimits = { small?: number; large?: number; atOnce?: number };

export type Bodies = {
  /** Rejects with TOO_LARGE or BUSY, or BAD_REQUEST for a body that was cut off. */
  read(request: FastifyRequest, payload: IncomingMessage): Promise<Buffer>;
};

type Share = { small: number; large: number };

export function openBodies(
  app: FastifyInstance,
  callerAddress: CallerAddress,
  { small = BUDGET.small, large = BUDGET.large, atOnce = AT_ONCE }: BodyLimits = {},
): Bodies {
  const left = { small, large };
  const shares = new WeakMap<IncomingMessage, Share>();
  const reading = new Map<string, number>();

  app.addHook("onRequest", (request, reply, done) => {
    if (WITH_BODY.has(request.method)) {
      const share: Share = { small: 0, large: 0 };
      shares.set(request.raw, share);
      reply.raw.once("close", () => {
        left.small += share.small;
        left.large += share.large;
      });
    }
    done();
  });

  function takeShare(share: Share, capacity: number): boolean {
    const more = { small: Math.min(capacity, SMALL) - share.small, large: Math.max(capacity - SMALL, 0) - share.large };
    if (more.small > left.small || more.large > left.large) return false;
    left.small -= more.small;
    left.large -= more.large;
    share.small += more.small;
    share.large += more.large;
    return true;
  }

  function countBody(address: string): () => void {
    const others = reading.get(address) ?? 0;
    if (others >= atOnce) throw busyError();
    reading.set(address, others + 1);
    return () => {
      const now = (reading.get(address) ?? 1) - 1;
      if (now > 0) reading.set(address, now);
      else reading.delete(address);
    };
  }

  return {
    async read(request, payload) {
      const { bodyLimit } = request.routeOptions;
      const declared = Number(request.headers["content-length"] ?? Number.NaN);
      const share = shares.get(request.raw);
      if (declared > bodyLimit) throw tooLargeError();
      if (!share) throw new AppError("INTERNAL", "a body outside its budget");
      const release = countBody(callerAddress(request));
      try {
        return await collectBody(payload, bodyLimit, declared, (capacity) => takeShare(share, capacity));
      } finally {
        release();
      }
    },
  };
}

/** A list of small pieces would cost hundreds of bytes for each piece. */
function collectBody(
  payload: IncomingMessage,
  most: number,
  declared: number,
  draw: (capacity: number) => boolean,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let whole = Buffer.alloc(0);
    let length = 0;

    function take(piece: Buffer): void {
      const end = length + piece.length;
      if (end > most) {
        stop(tooLargeError());
        return;
      }
      if (end > whole.length) {
        const capacity = end === declared ? end : Math.min(Math.max(2 * whole.length, end, FIRST_PIECE), most);
        if (!draw(capacity)) {
          stop(busyError());
          return;
        }
        const grown = Buffer.allocUnsafeSlow(capacity);
        whole.copy(grown, 0, 0, length);
        whole = grown;
      }
      piece.copy(whole, length);
      length = end;
    }

    function stop(error?: AppError): void {
      payload.off("data", take).off("end", end).off("error", cut).off("close", cut);
      if (error) reject(error);
      else resolve(whole.subarray(0, length));
    }

    const end = () => stop();
    const cut = () => stop(new AppError("BAD_REQUEST", "the body was cut off"));
    payload.on("data", take).on("end", end).on("error", cut).on("close", cut);
    payload.resume();
  });
}
