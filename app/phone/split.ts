/** The numbers of a pasted list, as they were written: one a line, or apart by commas, semicolons or tabs. */
export function splitNumbers(text: string): string[] {
  return text
    .split(/[\n\r\t,;\u2028\u2029]+/)
    .map((number) => number.trim())
    .filter((number) => number !== '');
}
