import { describe, expect, it } from 'vitest';
import { expectFirstPage } from './first-page';

function expecting(isAny: boolean) {
  const alarms: (() => void)[] = [];
  let isShown = false;
  const { shown, onShown, onWindowReady } = expectFirstPage(isAny, (_ms, action) => alarms.push(action));
  void shown.then(() => (isShown = true));
  const turn = () => new Promise(setImmediate);
  return {
    onShown,
    onWindowReady,
    alarm: () => alarms.forEach((ring) => ring()),
    isShown: () => turn().then(() => isShown),
  };
}

describe('the first page of what a start brings', () => {
  it('is waited for until it is shown and had time to be painted', async () => {
    const { isShown, onShown, alarm } = expecting(true);
    onShown();
    expect(await isShown()).toBe(false);
    alarm();
    expect(await isShown()).toBe(true);
  });

  it('is not waited for without end', async () => {
    const { isShown, alarm, onWindowReady } = expecting(true);
    alarm();
    expect(await isShown()).toBe(false);
    onWindowReady();
    alarm();
    expect(await isShown()).toBe(true);
  });

  it('is not waited for where nothing is on its way', async () => {
    expect(await expecting(false).isShown()).toBe(true);
  });
});
