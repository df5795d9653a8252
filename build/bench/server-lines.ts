import type { Resolution } from '../../app/fax/profile';

/** How a fax server turns a PDF into what it sends. */
export interface ServerLine {
  /** Whose line it is and where it is published. */
  readonly from: string;
  /** Ghostscript's arguments; the PDF and the TIFF are put in for `PDF` and `TIFF`. */
  readonly args: (resolution: Resolution) => readonly string[];
  /** The PDF comes on standard input. */
  readonly isPiped?: boolean;
}

const lines = (resolution: Resolution): 98 | 196 => (resolution === 'fine' ? 196 : 98);
const letter = (resolution: Resolution): string => `-g1728x${lines(resolution) * 11}`;
const dots = (resolution: Resolution): string => `-r204x${lines(resolution)}`;
const plain = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER'];
const threshold = ['-Ilib', 'stocht.ps', '-c', '{ .75 gt { 1 } { 0 } ifelse} settransfer'];

/** FusionPBX, app/fax/fax_send.php: pels by inches, cut down to whole ones. */
const fusionPbx = (resolution: Resolution, width: number, height: number): readonly string[] => [
  ...[
    '-q',
    dots(resolution),
    `-g${Math.floor(width * 204)}x${Math.floor(height * lines(resolution))}`,
    '-dBATCH',
    '-dPDFFitPage',
  ],
  ...['-dNOSAFER', '-dNOPAUSE', '-sOutputFile=TIFF', '-sDEVICE=tiffg4', ...threshold, '--', 'PDF', '-c', 'quit'],
];

/** HylaFAX, util/ps2fax.gs.sh. */
const hylaFax = (resolution: Resolution, paper: string): readonly string[] => [
  ...[
    '-q',
    '-sDEVICE=tiffg3',
    '-dNOPAUSE',
    '-dSAFER=true',
    `-sPAPERSIZE=${paper}`,
    dots(resolution),
    '-sOutputFile=TIFF',
    '-',
  ],
];

/** Twelve published command lines. Those that are published at one resolution only are given the other as well. */
export const serverLines: readonly ServerLine[] = [
  {
    from: 'FreeSWITCH, mod_spandsp documentation',
    args: (r) => [
      '-q',
      dots(r),
      letter(r),
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-sDEVICE=tiffg3',
      '-sOutputFile=TIFF',
      '--',
      'PDF',
    ],
  },
  {
    from: 'Kazoo, kazoo_convert/doc/fax_converter.md',
    args: (r) => [
      '-q',
      dots(r),
      letter(r),
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-sDEVICE=tiffg4',
      '-sOutputFile=TIFF',
      '--',
      'PDF',
    ],
  },
  {
    from: 'Kazoo, kazoo_convert/src/kz_fax_converter.hrl',
    args: () => [
      '-q',
      '-r200x200',
      '-g1728x2200',
      '-dPDFFitPage',
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-sDEVICE=tiffg4',
      '-sOutputFile=TIFF',
      '--',
      'PDF',
    ],
  },
  { from: 'FusionPBX, fax_send.php, letter (1734 pels)', args: (r) => fusionPbx(r, 8.5, 11) },
  { from: 'FusionPBX, fax_send.php, a4 (1693 pels)', args: (r) => fusionPbx(r, 8.3, 11.7) },
  {
    from: 'gofaxip’s web service, letter fitted',
    args: (r) => [
      '-q',
      dots(r),
      letter(r),
      '-dNOPAUSE',
      '-dBATCH',
      '-dSAFER',
      '-dPDFFitPage',
      '-sDEVICE=tiffg3',
      '-sOutputFile=TIFF',
      '--',
      'PDF',
    ],
  },
  { from: 'HylaFAX, ps2fax.gs.sh, a4', args: (r) => hylaFax(r, 'a4'), isPiped: true },
  { from: 'HylaFAX, ps2fax.gs.sh, letter', args: (r) => hylaFax(r, 'letter'), isPiped: true },
  {
    from: 'Roger Router, a4 fixed',
    args: (r) => [
      '-q',
      '-dNOPAUSE',
      '-dSAFER',
      '-dBATCH',
      '-sDEVICE=tiffg4',
      '-sPAPERSIZE=a4',
      '-dFIXEDMEDIA',
      dots(r),
      '-sOutputFile=TIFF',
      'PDF',
    ],
  },
  {
    from: 'faxmail for Asterisk, a4 fixed and fitted',
    args: (r) => [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-sDEVICE=tiffg3',
      '-sPAPERSIZE=a4',
      '-dFIXEDMEDIA',
      '-dPDFFitPage',
      dots(r),
      '-sOutputFile=TIFF',
      'PDF',
    ],
  },
  {
    from: 'Asterisk and FreeSWITCH guides, the device’s own size',
    args: () => ['-q', '-dNOPAUSE', '-sDEVICE=tiffg4', '-sOutputFile=TIFF', 'PDF', '-c', 'quit'],
  },
  { from: 'LMS, v_fax', args: (r) => [...plain, dots(r), '-sDEVICE=tiffg3', '-sOutputFile=TIFF', '-f', 'PDF'] },
];
