/** Citizens' files, which are stored sealed under ids of ours. */
export type Files = {
  /** Stores a file; a second file with the same id replaces the first. */
  keepFile(id: string, bytes: Buffer): Promise<void>;
  file(id: string): Promise<Buffer | undefined>;
  dropFile(id: string): Promise<void>;
};
