import type { cli as turkish } from '../tr/cli';
import type { Translated } from '../translated';

export const cli: Translated<typeof turkish> = {
  usage: `Faksla: sends faxes through Bulutsantralim.

Usage:
  faksla [FILE…]                             opens the send window with these pages
  faksla render FILE… --out fax.pdf          writes what would be sent, without sending
  faksla send FILE… --to NUMBER [--to …]     queues and sends; --wait until each delivery is final
  faksla outbox                              the deliveries on this computer
  faksla outbox pause|resume                 stops sending, goes on
  faksla pending                             the exchange’s pending orders (--limit, --page)
  faksla records                             fax records (--since, --until, --direction inbound|outbound|internal,
                                             --sender, --recipient, --success true|false, --limit, --page);
                                             --offline: those on this computer; --text WORDS: looks in them
  faksla sync [--since DATE]                 reads the records onto this computer
  faksla export --out FILE                   writes the records on this computer (--format csv|json, --text and
                                             the filters of records)
  faksla document CALL_UUID --out FILE       one fax’s document
  faksla proof ID --out proof.pdf            a delivery’s report and pages (delivery id or call uuid)
  faksla verify FILE                         checks such a report; exit 4 if it was changed
  faksla key set|status|delete               the API key (set reads standard input)

render and send:  --resolution fine|standard   --mode auto|text|photo   --header TEXT   --from NUMBER
send:             --at "2026-11-24 09:30"   --office-hours   --retry (with --wait: tries a busy line again)
Everywhere:       --json   --demo   --help
Date and time:   2026-11-24, "2026-11-24 09:30"; Türkiye time unless a zone (UTC, +02:00) follows

Exit: 0 done · 1 the service or the called side refused · 2 usage · 3 no key
      4 a file can’t be used · 5 not reachable · 6 unconfirmed`,
  problems: {
    noCommand: 'Type a command. For the commands: faksla --help',
    unknownCommand: 'There is no command “{{word}}”. For the commands: faksla --help',
    unknownOption: '{{option}} is not an option of this command. For the options: faksla --help',
    missingValue: '{{option}} needs a value; where the value begins with “-”, write {{option}}=…',
    unexpectedValue: '{{option}} takes no value.',
    badValue: '“{{value}}” can’t be used for {{option}}. Possible: {{allowed}}',
    missingArgument: '{{argument}} is missing. For the usage: faksla --help',
    spanReversed: '--until can’t be before --since.',
    sinceToCome: '“{{value}}” is still to come; --since must be a date in the past, for example 2025-01-31.',
    spanTooLong:
      'The exchange gives the records of at most {{days}} days at once. For more: first faksla sync, then the same command with --offline.',
    unexpectedArgument: '“{{word}}” was not expected here. For the usage: faksla --help',
  },
  rendered:
    '{{out}}: {{pages}} {{pages, plural(one: page; other: pages)}}, {{bytes}} bytes, about {{seconds}} s on the line.',
  pageOf: '{{source}}, page {{page}}: {{width}} × {{lines}}, {{bytes}} bytes, {{seconds}} s.',
  delivery: '{{to}}: {{state}}',
  bug: 'Faksla met an unexpected error and stopped. Your faxes are kept in the outbox: faksla outbox',
  interrupted: 'Interrupted. Faxes that the exchange has accepted go on; to see where they stand: faksla outbox',
  keptInOutbox: 'The fax stays in the outbox; it is sent when the network is back and the Faksla window is open.',
  keptWhenWritable:
    'The fax stays in the outbox; sending goes on once the outbox can be written and the Faksla window is open.',
  keptForLater: 'The fax is in the outbox; it is sent when its time comes and the Faksla window is open.',
  keptWhilePaused: 'The outbox is paused: the fax waits in it. To go on: faksla outbox resume',
  paused: 'Sending is stopped. What the exchange accepted is still followed. To go on: faksla outbox resume',
  resumed: 'Sending goes on.',
  sentBefore: 'Warning: this document was already sent to {{to}} in the last 24 hours ({{at}}). It is sent again.',
  momentToCome: 'a moment to come, for example 2026-11-24 09:30',
  synced:
    '{{added}} new {{added, plural(one: record; other: records)}} read; there {{records, plural(one: is; other: are)}} {{records}} on this computer.',
  unreadSpans:
    'The exchange listed {{n}} {{n, plural(one: span; other: spans)}} of time incompletely; the next faksla sync reads {{n, plural(one: it; other: them)}} again.',
  unusableEntries:
    '{{n}} {{n, plural(one: record; other: records)}} in the exchange’s answer had no id and could not be kept.',
  exported: '{{out}}: {{records}} {{records, plural(one: record; other: records)}}.',
  documentWritten: '{{out}}: {{bytes}} bytes.',
  proofWritten: '{{out}}: {{bytes}} bytes. To check it: faksla verify {{out}}',
  nothing: 'The list is empty.',
  page: 'Page {{page}} of {{totalPages}}, {{totalCount}} in all',
  keyKept: 'The exchange accepted the key; it is in the keychain now.',
  keyDeleted: 'The key is deleted.',
  keyFrom: {
    keychain: 'There is a key: in the keychain.',
    session: 'There is a key: for this session.',
    environment: 'There is a key: in the environment variable FAKSLA_API_KEY.',
    demo: 'The demo account is in use.',
    none: 'There is no key. To add one: faksla key set',
  },
};
