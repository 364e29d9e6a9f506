/**
 * A NIK or family card on more rows of a list is a placeholder that somebody typed. It belongs to no person, so it
 * finds nobody and proves nothing.
 */
export const MOST_ROWS_OF_NUMBER = 500;
