/** Citizens' files, sealed; ids are ours. */
export type Files = {
  /** The same id twice keeps the later. */
  keepFile(id: string, bytes: Buffer): Promise<void>;
  file(id: string): Promise<Buffer | undefined>;
  dropFile(id: string): Promise<void>;
};
