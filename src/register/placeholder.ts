/**
 * The most rows of one list that one NIK, or one family card, can have. A number on more rows is a placeholder that
 * somebody typed into many rows. A placeholder belongs to nobody, finds nobody and proves nothing. The limit also
 * bounds what a look-up reads.
 */
export const MOST_ROWS_OF_NUMBER = 500;
