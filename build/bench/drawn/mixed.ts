import { drawText, paper } from './text';

export const STEPS = 32;

/** Letter in points: the shape of the fax page, so that nothing is scaled but by resolution. */
export const sheet = { width: 612, height: 792 } as const;

/** Where the wedge's steps lie on the sheet, in points: two rows, from black to white. */
export function stepBox(step: number): { x: number; y: number; width: number; height: number } {
  const perRow = STEPS / 2;
  const width = 440 / perRow;
  return { x: 86 + (step % perRow) * width, y: 400 + Math.floor(step / perRow) * 60, width, height: 60 };
}

const grey = (step: number): string => {
  const level = Math.round((step / (STEPS - 1)) * 255);
  return `rgb(${level},${level},${level})`;
};

/** A page with small print above, and a picture below that carries a step wedge; and the small print. */
export function drawMixed(): { svg: string; text: string } {
  const { svg, text } = drawText({ face: 'Liberation Serif', points: 8, seed: 91 });
  const lines = text.split('\n').slice(0, 26);
  const letters = lines.map((line, index) => `<text x="57" y="${60 + index * 10.8}">${line}</text>`).join('');
  const steps = Array.from({ length: STEPS }, (_, step) => {
    const { x, y, width, height } = stepBox(step);
    return `<rect x="${x}" y="${y}" width="${width + 0.2}" height="${height + 0.2}" fill="${grey(step)}"/>`;
  });
  const picture = `<defs><radialGradient id="sun"><stop offset="0" stop-color="#f4f0d0"/><stop offset="1" stop-color="#38506a"/></radialGradient><filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence baseFrequency="0.03" numOctaves="4" seed="5"/><feColorMatrix values="0.5 0 0 0 0.2 0.5 0 0 0 0.2 0.5 0 0 0 0.2 0 0 0 0 1"/></filter></defs><rect x="86" y="360" width="440" height="360" fill="url(#sun)"/><rect x="86" y="560" width="440" height="160" filter="url(#grain)"/>`;
  const head = svg.slice(0, svg.indexOf('>') + 1);
  const page = head
    .replace(`width="${paper.width}" height="${paper.height}"`, `width="${sheet.width}" height="${sheet.height}"`)
    .replace(`0 0 ${paper.width} ${paper.height}`, `0 0 ${sheet.width} ${sheet.height}`);
  return {
    svg: `${page}<rect width="100%" height="100%" fill="#fff"/>${letters}${picture}${steps.join('')}</svg>`,
    text: lines.join('\n'),
  };
}
