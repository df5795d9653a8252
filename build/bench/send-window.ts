import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Place } from './place';
import { environment, type WatchedWindow, watchWindow } from './watched-window';

/** The app's window on the demo account, driven from outside. */
export interface SendWindow extends WatchedWindow {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

export async function openSendWindow(place: Place, home: string): Promise<SendWindow> {
  const env = environment(home);
  const electron = await _electron.launch({
    executablePath: place.electron,
    args: [...place.asRoot, place.app, '--demo'],
    env,
  });
  const page = await electron.firstWindow();
  await page.getByRole('main').waitFor();
  const pid = await electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
  const metrics = () =>
    electron.evaluate(({ app }, id) => {
      const found = app.getAppMetrics().find((one) => one.pid === id);
      return { bytes: (found?.memory.privateBytes ?? 0) * 1024, load: found?.cpu.percentCPUUsage ?? 0 };
    }, pid);
  return {
    electron,
    page,
    ...watchWindow(place, env, {
      pid,
      // Now and then the main process collects the answer as garbage before the driver has it.
      metrics: () => metrics().catch(metrics),
      evaluate: (script) => page.evaluate(script),
    }),
    close: () => electron.close(),
  };
}
