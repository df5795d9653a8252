/** SQL: a revision greater than any delivery's. One for all rows of a statement. */
export const nextRevision = '(SELECT coalesce(max(revision), 0) + 1 FROM deliveries)';
