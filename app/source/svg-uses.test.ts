import { describe, expect, it } from 'vitest';
import { repeatsMoreThan } from './svg-uses';

/** Groups each of which uses the one before ten times, around one dot. */
function tenfold(levels: number, use = (id: string) => `<use href="#${id}"/>`): string {
  const groups = Array.from({ length: levels }, (_, i) => `<g id="g${i + 1}">${use(`g${i}`).repeat(10)}</g>`);
  return `<svg><defs><g id="g0"><rect/></g>${groups.join('')}</defs>${use(`g${levels}`)}</svg>`;
}

describe('what an SVG repeats', () => {
  it('is counted, within what is repeated too', () => {
    const svg = '<svg><g id="a"><path/><path/></g><g id="b"><use href="#a"/></g><use href="#b"/></svg>';
    // The first use repeats three elements, the second two and those three.
    expect(repeatsMoreThan(svg, 7)).toBe(true);
    expect(repeatsMoreThan(svg, 8)).toBe(false);
  });

  it.each([
    ['plainly', tenfold(8)],
    ['by its older name', tenfold(8, (id) => `<use xlink:href='#${id}'></use>`)],
    ['with a prefix', tenfold(8, (id) => `<s:use\n href = "#${id}" />`)],
    ['after a value that holds a sign', tenfold(8, (id) => `<use title="a>b" href="#${id}"/>`)],
    ['in an entity', '<!DOCTYPE svg [<!ENTITY u "<use href=\'#a\'/>">]><svg>&u;</svg>'],
    ['itself', '<svg><g id="a"><use href="#a"/></g></svg>'],
  ])('without end in sight is told: %s', (_, svg) => {
    expect(repeatsMoreThan(svg, 100_000)).toBe(true);
  });

  it.each([
    ['nothing', '<svg><rect id="a"/></svg>'],
    ['what is in a comment or in text', `<svg><!--${tenfold(8)}--><style><![CDATA[${tenfold(8)}]]></style></svg>`],
    ['another file', '<svg><g id="a"/><use href="b.svg#a"/></svg>'],
    ['what is not there', '<svg><use href="#a"/></svg>'],
    ['a little of much', tenfold(3)],
    ['in a file that is cut', '<svg><use href="#a'],
  ])('is little: %s', (_, svg) => {
    expect(repeatsMoreThan(svg, 100_000)).toBe(false);
  });
});
