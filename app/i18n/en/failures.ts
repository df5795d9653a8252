import type { failures as turkish } from '../tr/failures';
import type { Translated } from '../translated';

export const failures: Translated<typeof turkish> = {
  fileChanged: '“{{name}}” has changed since this fax was left unfinished. Look at its pages before you send.',
  fileNotFound: '“{{name}}” was not found. It may have been moved or deleted; choose the file again.',
  fileIsFolder: '“{{name}}” is a folder. Choose the files in it and add those.',
  fileUnreadable:
    '“{{name}}” could not be read. Another program may be using it, or you have no permission; close it and try again.',
  fileEmpty: '“{{name}}” is empty (0 bytes). Save the file again and add it.',
  fileTooLarge: '“{{name}}” is too large. The limit is {{limitMb}} MB; split it or make it smaller.',
  fileUnsupported: '“{{name}}” is not a document that can be faxed. Save it as PDF, TIFF, JPEG or PNG and add that.',
  imageDamaged: '“{{name}}” is damaged or incomplete and could not be opened. Get or scan the file again.',
  imageTooLarge:
    '“{{name}}” is too large to open ({{widthPx}} × {{heightPx}} pixels). Make the image smaller and add it again.',
  documentDamaged: '“{{name}}” is a damaged document and could not be opened. Get it again, or save it again as PDF.',
  documentTooHeavy:
    '“{{name}}” could not be opened: it is damaged, or needs too much memory. Print it to a simpler PDF and add that.',
  passwordNeeded: '“{{name}}” is locked with a password. Give its password, or save it without one.',
  passwordWrong: 'The password for “{{name}}” is wrong. Type it again.',
  tooManyPages: '“{{name}}” has too many pages. The limit is {{limit}}; split it into smaller files.',
  pageTooSlow: '“{{name}}” takes too long to open. Print it to a simpler PDF and add that.',
  fileNotWritable: '“{{name}}” could not be written. Check that the folder exists, your permission and the free space.',
  linkUnusable: 'There is no fax number in this link: “{{link}}”. Type the number yourself.',
  linkExtension:
    'The link also names extension {{extension}}, and a fax can’t dial extensions. Make sure the number answers as a fax.',
  pressBroken:
    'Something broke while the pages were made; nothing was sent. Try again; if it goes on, ask for support.',
  noPages: 'There is no page to send. Add at least one document.',
  noRecipient: 'There is no recipient. Type at least one fax number.',
  numberImpossible:
    '“{{input}}” can’t be a fax number. Type it with its area code, for example 0\u00a0212\u00a0320\u00a050\u00a072.',
  headerMissing: 'The sender header is empty. Type the name the recipient will see at the top of the page.',
  keyMissing: 'There is no API key. Enter your key in Settings, or use the demo account.',
  keyRefused: 'The exchange did not accept this API key. Copy the key again from the Santral Ayarlarım page.',
  keychainUnavailable:
    'No keychain can be used on this computer. The key can be kept for this session only; it is never written to a file.',
  notReachable: '{{host}} can’t be reached. Check your internet connection.',
  timedOut: '{{host}} did not answer in time. Try again in a while.',
  insecureUrl:
    '{{url}} is not secure (http). Your key would travel in the clear, so no connection was made; use an https address, or allow it in Settings.',
  urlUnusable:
    '“{{url}}” can’t be the address of an exchange. Correct the variable FAKSLA_API_URL, for example to https://api.bulutsantralim.com.',
  refused: 'The exchange refused the request ({{status}}): {{message}}',
  rateLimited: 'The exchange says it gets too many requests. Wait a while and try again.',
  serverFault: 'The exchange had an error ({{status}}). Try again in a while.',
  answerUnreadable:
    'The exchange’s answer could not be understood ({{call}}). Try again in a while; if it goes on, ask for support.',
  callNotFound: 'The exchange has no fax with the id {{callUuid}}.',
  documentEmpty:
    'The exchange gave an empty document for this fax (0 bytes). Try again later; if it goes on, ask for support.',
  documentTooLarge:
    'The document of this fax is larger than {{limitMb}} MB and was not fetched. Get it from the exchange’s own page.',
  documentWrongType:
    'What the exchange gave as the document is neither PDF nor TIFF. Try again later; if it goes on, ask for support.',
  documentCut: 'The document of this fax arrived incomplete. Try again later.',
  documentInsecure:
    'The address the service gave for the document of this fax is not secure (not https); it was not fetched. If this goes on, ask for support.',
  documentLinkExpired:
    'The exchange’s link to the document of this fax has run out, and a new one did not work either. Try again in a while; if it goes on, ask for support.',
  unconfirmed:
    'Nobody knows yet whether the fax to {{recipient}} was accepted. It was not sent again, so that it does not arrive twice; the records are being checked. If it turns out that it was not, Faksla sends it again while it is open.',
  sentBefore:
    'This fax has already been delivered to {{recipient}}, or is on its way. It was not sent, so that it does not arrive twice; confirm with “Send again” if you want it to.',
  documentLost: 'The document of this fax is missing or damaged. Add its pages again and send.',
  deliveryNotFound: 'This computer has no delivery with the id {{id}}. For the ids: faksla outbox --json',
  proofTooEarly: 'The outcome of this fax isn’t known yet. Its report can be made when it is.',
  nothingSent: 'This fax ended before anything was sent; there is no transmission to report.',
  recordsDamaged: 'The file of the records is damaged; Faksla is renewing it. Try again.',
  storageFailed: 'The data folder could not be written. Check that the disk has space and that you may write there.',
  outboxNotWritable:
    'The outbox can’t be written to the disk. Check that the disk has space and that you may write there; your faxes are kept, and sending goes on by itself as soon as it can be written.',
  unexpected:
    'This was not done: something unexpected went wrong. Try again; if it goes on, close Faksla and open it again. Your faxes are kept.',
  cancelled: 'Cancelled.',
};
