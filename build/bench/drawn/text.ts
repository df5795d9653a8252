import { randomNumbers } from '../random';

export interface TextStyle {
  readonly face: string;
  readonly points: number;
  readonly seed: number;
}

/** A4 in points. */
export const paper = { width: 595, height: 842 } as const;
const MARGIN = 57;

const words =
  `the of and to in is that it for was on are as with be at this have from or by one had not but what all were when we there can an your
  which their said if do will each about how up out them then many some so these would other into has more two like time could make than
  first been its who now people my made over did down only way find use may water long little very after called just where most know get
  through back much good new write our used me man too any day same right look think also around another came come work three word must
  because does part even place well such here take why help put different away again off went old number great tell men say small every
  found still between name should home give line set own under read last never city along while might close something seem next hard open
  example begin life always those both paper together got group often run important until children side feet car mile night walk white
  sea began grow took river four carry state once book hear stop without second later miss idea enough eat face watch far really almost
  let above girl sometimes mountain cut young talk soon list song being leave family invoice number delivery contract office received`.split(
    /\s+/,
  );

const letterWidth = 0.47;

/** Sentences that fill lines of about `letters` letters. */
function sentences(random: () => number, lineCount: number, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  let place = 0;
  while (lines.length < lineCount) {
    const word = words[Math.floor(random() * words.length)] ?? '';
    const isLast = place > 5 && random() < 0.15;
    const written = (place === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word) + (isLast ? '.' : '');
    place = isLast ? 0 : place + 1;
    if (line.length + written.length + 1 > letters) {
      lines.push(line);
      line = written;
    } else {
      line = line === '' ? written : `${line} ${written}`;
    }
  }
  return lines;
}

/** A page of text as SVG, and the text. */
export function drawText({ face, points, seed }: TextStyle): { svg: string; text: string } {
  const leading = points * 1.35;
  const count = Math.floor((paper.height - MARGIN * 2) / leading);
  const lines = sentences(
    randomNumbers(seed),
    count,
    Math.floor((paper.width - MARGIN * 2) / (points * letterWidth * 1.15)),
  );
  const drawn = lines.map((line, index) => `<text x="${MARGIN}" y="${MARGIN + (index + 1) * leading}">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${paper.width}" height="${paper.height}" viewBox="0 0 ${paper.width} ${paper.height}" font-family="${face}" font-size="${points}"><rect width="100%" height="100%" fill="#fff"/>${drawn.join('')}</svg>`;
  return { svg, text: lines.join('\n') };
}
