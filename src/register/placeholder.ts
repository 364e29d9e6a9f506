/** A NIK or KK number on more rows of a list is a placeholder. It finds no person and proves nothing. */
export const MOST_ROWS_OF_NUMBER = 500;
