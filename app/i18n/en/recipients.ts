import type { recipients as turkish } from '../tr/recipients';
import type { Translated } from '../translated';

export const recipients: Translated<typeof turkish> = {
  hint: 'Type a number and press Enter, paste a list, or add from a file.',
  fromFile: 'Add from file…',
  merged: 'Repeated numbers merged: {{n}}.',
  more: 'and {{n}} more {{n, plural(one: entry; other: entries)}} could not be taken.',
  showAll: 'Show all',
  rejectedTitle: 'Entries that could not be taken',
  why: {
    noNumber: '“{{input}}” was not taken: no number.',
    shortened:
      '“{{input}}” was not taken: the spreadsheet has shortened the number. Format the column as “Text” and save it again.',
    letters: '“{{input}}” was not taken: letters inside the number.',
    tooShort: '“{{input}}” was not taken: too short.',
    noAreaCode:
      '“{{input}}” was not taken: no area code. Write it with one, for example 0\u00a0212\u00a0320\u00a050\u00a072.',
    tooLong: '“{{input}}” was not taken: too long.',
    impossible:
      '“{{input}}” can’t be a fax number. Write it with the area code, for example 0\u00a0212\u00a0320\u00a050\u00a072.',
    tooMany: '“{{input}}” was not taken: a fax goes to 1,000 recipients at most.',
  },
  file: {
    title: 'Add recipients from “{{name}}”',
    numberColumn: 'Number column',
    nameColumn: 'Name column',
    noName: 'No names',
    column: 'Column {{n}}',
    header: 'The first row is a heading',
    preview: 'Preview',
    added: 'To be added: {{n}}',
    repeated: 'Repeated, merged: {{n}}',
    rejected: 'Not taken: {{n}}',
    line: 'Line {{line}}: {{why}}',
    confirm: 'Add {{n}} {{n, plural(one: recipient; other: recipients)}}',
    empty: 'The file has no rows. In Excel use “Save as” CSV and choose that file.',
    notText: 'This file is not a text. In Excel use “Save as” CSV and choose that file.',
  },
};
