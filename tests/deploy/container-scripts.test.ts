import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { Redis } from "ioredis";
import mongoose from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { freePort } from "../support/process.ts";

const root = join(import.meta.dirname, "../..");
const script = (name: string): string => join(root, "deploy/containers", name);
const PASSWORDS = ["a@b:c/d#e%f$g h", 'it\'s "so" \\ `x` $(y)', " -blanks; ", "pässwörd-€", "*?[]{}<>|&!~"];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-containers-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const secretOf = (password: string): string => {
  const path = join(directory, "password");
  writeFileSync(path, `${password}\r\n`);
  return path;
};

describe("Redis", () => {
  it.each(PASSWORDS)("takes the password %j from a file, and shows it in no list of processes", async (password) => {
    const port = await freePort();
    const env = { PATH: process.env.PATH, REDIS_PASSWORD_FILE: secretOf(password), REDIS_PORT: String(port) };
    const words = [script("redis-start.sh"), "--port", String(port), "--bind", "127.0.0.1", "--dir", directory];
    const child = spawn("sh", words, { env, stdio: "ignore" });
    const redis = new Redis(port, "127.0.0.1", { password, maxRetriesPerRequest: null });
    redis.on("error", () => undefined); // Redis is not up yet
    expect(await redis.ping()).toBe("PONG");
    redis.disconnect();
    const listed = readFileSync(`/proc/${child.pid}/cmdline`, "utf8");
    expect(listed).toMatch(/^redis-server/);
    expect(listed).not.toContain(password);
    const health = () => spawnSync("sh", [script("redis-health.sh")], { env }).status;
    expect(health()).toBe(0);
    writeFileSync(env.REDIS_PASSWORD_FILE, "another");
    expect(health()).not.toBe(0);
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  it("does not start with an empty password", () => {
    const env = { PATH: process.env.PATH, REDIS_PASSWORD_FILE: secretOf("") };
    const { status, stderr } = spawnSync("sh", [script("redis-start.sh")], { env, encoding: "utf8" });
    expect([status, stderr]).toEqual([2, "redis_password: the file is empty\n"]);
  });
});

describe("MongoDB", () => {
  it.each(PASSWORDS)("is asked for its health with the password %j, and its set is started once", (password) => {
    const asked: object[] = [];
    let code = 0;
    let known = "";
    const admin = {
      adminCommand(command: object) {
        asked.push(command);
        if ("replSetGetStatus" in command) throw new Error("no replset config has been received");
        return { isWritablePrimary: false };
      },
    };
    runInNewContext(readFileSync(script("mongo-health.js"), "utf8"), {
      require: () => ({ readFileSync: () => `${password}\n` }),
      connect: (url: string) => {
        known = new mongoose.mongo.MongoClient(url).options.credentials?.password ?? "";
        return admin;
      },
      quit: (status: number) => {
        code = status;
      },
    });
    expect(known).toBe(password);
    expect(asked.map((command) => Object.keys(command)[0])).toEqual(["replSetGetStatus", "replSetInitiate", "hello"]);
    expect(code).toBe(1);
  });

  it.each(PASSWORDS)(
    "is copied with the password %j, which is in no argument and in no file afterwards",
    (password) => {
      for (const program of ["mongodump", "mongorestore"]) {
        const path = join(directory, program);
        writeFileSync(
          path,
          '#!/bin/sh\necho "$0 $*"\nfor word; do case $word in --config=*) cat "$(echo $word | cut -d= -f2)";; esac; done\n',
        );
        chmodSync(path, 0o755);
      }
      const env = {
        PATH: `${directory}:${process.env.PATH}`,
        TMPDIR: directory,
        MONGO_PASSWORD_FILE: secretOf(password),
      };
      const before = readdirSync(directory);
      for (const [act, program] of [
        ["dump", "mongodump"],
        ["restore", "mongorestore"],
      ] as const) {
        const { status, stdout } = spawnSync("sh", [script("mongo-copy.sh"), act], { env, encoding: "utf8" });
        const [line = "", ...settings] = stdout.split("\n");
        expect([status, line.includes(program), line.includes(password)]).toEqual([0, true, false]);
        expect(parse(settings.join("\n"))).toEqual({ password });
      }
      expect(readdirSync(directory)).toEqual(before);
      expect(spawnSync("sh", [script("mongo-copy.sh"), "erase"], { env }).status).toBe(2);
    },
  );
});

describe("prepare.sh", () => {
  const prepare = (sapa = "echo-keys") => {
    const path = join(directory, "echo-keys");
    writeFileSync(path, "#!/bin/sh\necho SEAL_KEYS=1:abc=\necho INDEX_KEY=def=\n", { mode: 0o755 });
    const env = { PATH: `${directory}:${process.env.PATH}`, SAPA: sapa };
    return spawnSync("sh", [script("prepare.sh")], { cwd: directory, env, encoding: "utf8" });
  };
  const secret = (name: string): string => readFileSync(join(directory, "secrets", name), "utf8");

  it("makes every secret of docker-compose.yml in a folder for its owner alone", () => {
    expect(prepare()).toMatchObject({ status: 0, stderr: "" });
    const { secrets } = parse(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true }) as {
      secrets: Record<string, { file: string }>;
    };
    for (const { file } of Object.values(secrets)) expect(existsSync(join(directory, file)), file).toBe(true);
    expect(statSync(join(directory, "secrets")).mode & 0o777).toBe(0o700);
    expect([secret("seal_keys"), secret("index_key")]).toEqual(["1:abc=\n", "def=\n"]);
    expect(secret("api_token")).toMatch(/^[A-Za-z0-9]{32}$/);
    expect(secret("mongo_password")).not.toBe(secret("redis_password"));
  });

  it("changes no existing secret", () => {
    prepare();
    const before = ["seal_keys", "index_key", "mongo_password", "channels/whatsapp_web"].map(secret);
    expect(prepare("false")).toMatchObject({ status: 0, stdout: "" });
    expect(["seal_keys", "index_key", "mongo_password", "channels/whatsapp_web"].map(secret)).toEqual(before);
  });

  it("adds no key if there is a key", () => {
    prepare();
    rmSync(join(directory, "secrets/index_key"));
    const { status, stderr } = prepare();
    expect(status).toBe(2);
    expect(stderr).toBe("secrets/: one of seal_keys and index_key is missing; bring it back from your copy\n");
    expect(existsSync(join(directory, "secrets/index_key"))).toBe(false);
  });

  it("leaves no incomplete file if no keys come", () => {
    expect(prepare("false").status).not.toBe(0);
    expect(existsSync(join(directory, "secrets/seal_keys"))).toBe(false);
  });
});
