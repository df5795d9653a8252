/** A value of a property list. */
export type Plist = string | number | boolean | readonly Plist[] | { readonly [key: string]: Plist };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

/** An XML property list, as macOS reads it (`plist(5)`). */
export const writePlist = (value: Plist): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${element(value)}
</plist>
`;

function element(value: Plist): string {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number')
    return Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`;
  return Array.isArray(value) ? array(value as readonly Plist[]) : dict(value as Readonly<Record<string, Plist>>);
}

const array = (values: readonly Plist[]): string => `<array>${values.map(element).join('\n')}</array>`;

const dict = (entries: Readonly<Record<string, Plist>>): string =>
  `<dict>${Object.entries(entries)
    .map(([key, value]) => `<key>${escaped(key)}</key>${element(value)}`)
    .join('\n')}</dict>`;
