/** Citizens' files, stored sealed under our own ids. */
export type Files = {
  /** Stores a file. A second file with the same id replaces the first. */
  keepFile(id: string, bytes: Buffer): Promise<void>;
  file(id: string): Promise<Buffer | undefined>;
  dropFile(id: string): Promise<void>;
};
