import { createContext, useContext } from 'react';
import type { KeyStatus } from '../app/contract';
import type { Language, Settings } from '../app/settings';
import type { Client } from './bridge';
import type { Beginning } from './beginning';
import type { Press } from './compose/press';

/** What the composition root gives to the interface. */
export interface Services {
  readonly client: Client;
  readonly beginning: Beginning;
  /** Its workers are started when first needed. */
  readonly openPress: () => Promise<Press>;
  readonly language: Language;
}

/** What main knows and the interface shows; `null` until main has answered. */
export interface Known {
  readonly settings: Settings | null;
  readonly keyStatus: KeyStatus | null;
  readonly changeSettings: (change: Partial<Settings>) => void;
  readonly setKeyStatus: (status: KeyStatus) => void;
}

export const ServicesContext = createContext<Services | null>(null);
export const KnownContext = createContext<Known | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices is called outside ServicesContext.');
  return services;
}

export function useKnown(): Known {
  const known = useContext(KnownContext);
  if (!known) throw new Error('useKnown is called outside KnownContext.');
  return known;
}

/** Whether a fax can be sent at all: there is a key, or the demo account is used. */
export const hasKey = (status: KeyStatus | null): boolean => status === null || status.kept !== 'none';
