import { useEffect, useState } from 'react';
import type { NumberReading } from './recipients';

interface Phone extends NumberReading {
  readonly displayNumber: (digits: string) => string;
}

/** The numbering plans are heavy and not needed for the first paint. */
export async function loadPhone(): Promise<Phone> {
  const [{ parseNumber, displayNumber }, { splitNumbers }] = await Promise.all([
    import('../../app/phone/fax-number'),
    import('../../app/phone/split'),
  ]);
  return { parseNumber, displayNumber, splitNumbers };
}

/** How a number is shown; bare digits until the numbering plans are loaded. */
export function useDisplayNumber(): (digits: string) => string {
  const [phone, setPhone] = useState<Phone | null>(null);
  useEffect(() => {
    let here = true;
    const idle = requestIdleCallback(() => {
      void loadPhone().then((loaded) => {
        if (here) setPhone(loaded);
      });
    });
    return () => {
      here = false;
      cancelIdleCallback(idle);
    };
  }, []);
  return (digits) => (phone ? phone.displayNumber(digits) : digits);
}
