/** Larger files are not read into memory: no page a fax is made of comes in one. */
export const LARGEST_FILE_MB = 100;

export const LARGEST_FILE_BYTES = LARGEST_FILE_MB * 1_000_000;
