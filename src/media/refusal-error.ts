import { AppError } from "../vocabulary/errors.ts";

/** `field`: one of `REFUSALS`. */
export const refusalError = (field: string, cause?: unknown): AppError =>
  new AppError("FILE_REFUSED", "file not kept", { details: { field }, cause });
