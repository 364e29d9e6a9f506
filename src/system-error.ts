const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "this user may not open it",
  EPERM: "this user may not open it",
  EEXIST: "it is there already",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of it is no folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk may only be read",
};

/** SQLite's reasons by primary code. */
const SQLITE: Readonly<Record<number, string>> = {
  5: "another process holds it",
  8: "the disk may only be read",
  10: "the disk refused to read or write",
  11: "the file is damaged",
  13: "the disk is full",
  14: "the file cannot be opened",
  26: "the file is no database of ours",
};

const WRITING = new Set(["mkdir", "mkdtemp", "rename", "unlink", "rmdir", "link", "symlink", "copyfile"]);

export function describeRefusal(error: unknown): string {
  const { code = "unknown error" } = error as NodeJS.ErrnoException;
  return refusalOf(error) ?? code;
}

function refusalOf(error: unknown): string | undefined {
  const { code = "", syscall = "" } = error as NodeJS.ErrnoException;
  if ((code === "EACCES" || code === "EPERM") && WRITING.has(syscall)) return "this user may not write there";
  return Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
}

export function describeSystemError(error: unknown): string | undefined {
  const { code, address, hostname, port, path } = error as NodeJS.ErrnoException & {
    address?: string;
    hostname?: string;
    port?: number;
  };
  if (code === "EADDRINUSE") return `PORT: ${port} is taken; change PORT, or stop who holds it`;
  if (code === "EACCES" && port !== undefined) return `PORT: ${port} may not be used by this user; take one above 1023`;
  if (code === "EADDRNOTAVAIL") return `HOST: ${address} is no address of this machine`;
  if ((code === "ENOTFOUND" || code === "EAI_AGAIN") && hostname)
    return `${hostname}: no machine of this name is known`;
  if (code === "ERR_SQLITE_ERROR") {
    const said = SQLITE[((error as { errcode?: number }).errcode ?? 0) & 0xff];
    return said && `the database: ${said}`;
  }
  const refusal = refusalOf(error);
  if (refusal === undefined) return undefined;
  return path ? `${path}: ${refusal}` : refusal;
}
