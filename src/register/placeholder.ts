/**
 * The most rows of a list that one NIK or one family card can be on. A number on more rows is a placeholder that
 * somebody typed into many rows. A placeholder belongs to no person, so it finds nobody and proves nothing. The limit
 * also bounds what a look-up reads.
 */
export const MOST_ROWS_OF_NUMBER = 500;
