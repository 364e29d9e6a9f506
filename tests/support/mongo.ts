import mongoose from "mongoose";
import { it } from "vitest";

export const mongoUrl = process.env.MONGODB_URL;

if (!mongoUrl) {
  it.skipIf(process.env.CI !== "true")("needs a MongoDB in MONGODB_URL", () => {
    throw new Error("MONGODB_URL is not set, and CI must not skip");
  });
}

function databaseUrl(name: string): string {
  const url = new URL(mongoUrl ?? "");
  url.pathname = `/${name}`;
  return url.href;
}

export async function emptyDatabase(name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const url = databaseUrl(name);
  return {
    url,
    async drop() {
      const connection = await mongoose.createConnection(url).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
