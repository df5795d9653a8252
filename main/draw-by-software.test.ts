import type { CommandLine } from 'electron';
import { expect, it } from 'vitest';
import { drawBySoftware } from './draw-by-software';

/** Whether the program draws by software on a computer with these devices. */
function drawsBySoftware(platform: NodeJS.Platform, devices: readonly string[]): boolean {
  let isDisabled = false;
  const app = {
    disableHardwareAcceleration: () => {
      isDisabled = true;
    },
    commandLine: { appendSwitch: () => undefined } as unknown as CommandLine,
  };
  drawBySoftware(app, platform, (path) => devices.includes(path));
  return isDisabled;
}

it('draws by software where there is no graphics card', () => {
  expect(drawsBySoftware('linux', [])).toBe(true);
});

it.each([
  ['linux', '/dev/dri'],
  ['linux', '/dev/dxg'],
] as const)('leaves it to a graphics card: %s with %s', (platform, card) => {
  expect(drawsBySoftware(platform, [card])).toBe(false);
});

it('leaves it to Chromium where a card can’t be told by its device', () => {
  expect(drawsBySoftware('win32', [])).toBe(false);
  expect(drawsBySoftware('darwin', [])).toBe(false);
});
