import { app } from 'electron';

/** This program, as a proof names it. */
export const programName = (): string => `${app.getName()} ${app.getVersion()}`;
