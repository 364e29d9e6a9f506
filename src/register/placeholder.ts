/**
 * The most rows of one list that one NIK, or one family card, can have. A number on more rows is a placeholder that
 * somebody typed everywhere: it is nobody's, finds nobody and proves nothing. This bounds what a look-up reads, too.
 */
export const MOST_ROWS_OF_NUMBER = 500;
