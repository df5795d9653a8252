import { onTestFinished } from 'vitest';
import { demoKey, type Exchange, type ExchangeOptions, startExchange } from '../../main/exchange';

export interface TestExchange extends Exchange {
  readonly key: string;
  /** The environment that leads the app to it. */
  readonly env: { readonly FAKSLA_API_URL: string };
}

const fast = { waitMs: 200, dialMs: 300, pageMs: 100, recordDelayMs: 0 };

/** An exchange of the test's own, with a key that exists nowhere else. */
export async function openExchange(options: Partial<ExchangeOptions> = {}): Promise<TestExchange> {
  const key = demoKey();
  const exchange = await startExchange({ pace: fast, key, ...options });
  onTestFinished(() => exchange.close());
  return { ...exchange, key, env: { FAKSLA_API_URL: exchange.url } };
}
