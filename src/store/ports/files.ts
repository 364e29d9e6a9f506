export type Files = {
  /** A second file with the same id replaces the first. */
  keepFile(id: string, bytes: Buffer): Promise<void>;
  file(id: string): Promise<Buffer | undefined>;
  dropFile(id: string): Promise<void>;
};
