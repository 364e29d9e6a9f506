import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Copy } from "./dockerfile.ts";

/** Folders of the machine that stand for the base image's: programs and libraries of a Debian. */
const SYSTEM = ["bin", "sbin", "lib", "lib64"];
const DEVICES = ["null", "zero", "urandom", "random"];

const mount = (...words: string[]) => execFileSync("mount", words, { stdio: ["ignore", "ignore", "pipe"] });

/** Mounts a folder or a file of the machine at `to`, which nobody can then write. */
function bind(from: string, to: string): void {
  if (lstatSync(from).isDirectory()) mkdirSync(to, { recursive: true });
  else {
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, "");
  }
  mount("--bind", from, to);
  mount("-o", "remount,bind,ro", to);
}

function layOutSystem(root: string): void {
  for (const name of SYSTEM.filter((one) => existsSync(`/${one}`))) {
    if (lstatSync(`/${name}`).isSymbolicLink()) symlinkSync(readlinkSync(`/${name}`), join(root, name));
    else bind(`/${name}`, join(root, name));
  }
  for (const name of readdirSync("/usr"))
    if (name !== "local" && lstatSync(`/usr/${name}`).isDirectory()) bind(`/usr/${name}`, join(root, "usr", name));
  for (const name of DEVICES) {
    const device = join(root, "dev", name);
    mkdirSync(dirname(device), { recursive: true });
    writeFileSync(device, "");
    mount("--bind", `/dev/${name}`, device);
  }
  mkdirSync(join(root, "proc"));
  mount("--bind", "/proc", join(root, "proc"));
  mkdirSync(join(root, "etc"));
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n");
  writeFileSync(join(root, "etc/hosts"), "127.0.0.1 localhost\n");
}

export type Layout = {
  /** The folder of the release. */
  release: string;
  /** What `COPY` takes from it. */
  copies: readonly Copy[];
  nodeModules: string;
  /** Packages of `node_modules` that the image leaves out. */
  without: readonly string[];
  /** Mounted where Compose mounts its secrets. */
  secrets: string;
  /** Folders of tmpfs and volumes, which alone can be written. */
  writable: readonly string[];
};

/**
 * Lays out in `root` what a container of the image holds, and makes it read-only but for its volumes and tmpfs. Called in
 * a mount namespace of its own: nothing of it is seen outside, and all of it ends with the process.
 */
export function layOutImage(root: string, { release, copies, nodeModules, without, secrets, writable }: Layout): void {
  mount("-t", "tmpfs", "-o", "mode=755,size=64m", "tmpfs", root);
  layOutSystem(root);
  bind(process.execPath, join(root, "usr/local/bin/node"));
  for (const { sources, to } of copies) {
    for (const source of sources) {
      const path = join(release, source);
      const target = to.endsWith("/") ? join(root, "app", to, source) : join(root, to.startsWith("/") ? "" : "app", to);
      if (lstatSync(path).isDirectory()) bind(path, target);
      else {
        mkdirSync(dirname(target), { recursive: true });
        cpSync(path, target);
      }
    }
  }
  bind(nodeModules, join(root, "app/node_modules"));
  for (const name of without) {
    const path = join(root, "app/node_modules", name);
    if (existsSync(path)) mount("-t", "tmpfs", "-o", "ro", "tmpfs", path);
  }
  cpSync(secrets, join(root, "run/secrets"), { recursive: true }); // each file is mounted by itself: so with its own mode
  chmodSync(join(root, "run/secrets"), 0o755);
  for (const path of writable) {
    const at = join(root, path);
    mkdirSync(at, { recursive: true });
    mount("-t", "tmpfs", "-o", "uid=1000,gid=1000,mode=0700,size=256m", "tmpfs", at);
  }
  mount("-o", "remount,ro", root);
}
