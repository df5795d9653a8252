import { useEffect, useState } from 'react';
import type { NumberReading } from './recipients';

interface Phone extends NumberReading {
  readonly displayNumber: (digits: string) => string;
}

const asDigits = (digits: string): string => digits;

let phone: Phone | null = null;
const shown = new Map<string, string>();

/** The numbering plans are heavy and not needed for the first paint. */
export async function loadPhone(): Promise<Phone> {
  const [{ parseNumber, displayNumber }, { readNamedNumbers }] = await Promise.all([
    import('../../app/phone/fax-number'),
    import('../../app/phone/named-numbers'),
  ]);
  phone ??= {
    parseNumber,
    readNamedNumbers,
    // Lists ask again and again for the same numbers.
    displayNumber(digits) {
      const known = shown.get(digits) ?? displayNumber(digits);
      shown.set(digits, known);
      return known;
    },
  };
  return phone;
}

/** Works out how numbers are shown that a list is about to show, so that no frame of a scroll has to. */
export function prepareNumbers(numbers: Iterable<string>): void {
  for (const digits of numbers) phone?.displayNumber(digits);
}

/** How a number is shown; bare digits until the numbering plans are loaded. */
export function useDisplayNumber(): (digits: string) => string {
  const [loaded, setLoaded] = useState(phone);
  useEffect(() => {
    let here = true;
    const idle = requestIdleCallback(() => {
      void loadPhone().then((now) => {
        if (here) setLoaded(now);
      });
    });
    return () => {
      here = false;
      cancelIdleCallback(idle);
    };
  }, []);
  return loaded ? loaded.displayNumber : asDigits;
}
