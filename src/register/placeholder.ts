/**
 * A NIK or a family card on more rows of a list is a placeholder that somebody typed into many rows. A placeholder
 * belongs to no person, so it finds nobody and proves nothing.
 */
export const MOST_ROWS_OF_NUMBER = 500;
