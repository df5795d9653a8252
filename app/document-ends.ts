/** What is added to a looked-at document's address to get its ends alone: its first bytes, then its last. */
export const ENDS = '/ends';

/** How many of the answer are the first ones, and how many the whole has. */
export const endsHeaders = { beginning: 'faksla-beginning', total: 'faksla-total' } as const;
