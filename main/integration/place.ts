import type { IntegrationId } from '../../app/integration';

/** A file as it is to lie on the disk. */
export interface PlacedFile {
  readonly path: string;
  readonly content: string | { readonly copyOf: string };
  /** A script, or a menu that its desktop trusts only so. */
  readonly isExecutable?: boolean;
}

/** One place that can offer "Send as fax". */
export interface Place {
  readonly id: IntegrationId;
  /** Where it stands and falls: there is such a place if this path is there, and removing this removes it. */
  readonly root: string;
  readonly files: readonly PlacedFile[];
}

/** A comment that says whose a script or a desktop entry is, and what it starts. */
export const signature = ([program = '']: readonly string[]): string => `# Faksla: ${JSON.stringify(program)}\n`;

/** The program that a signed text starts. */
export function signedProgram(text: string): string | null {
  const [, written] = /^# Faksla: (".*")$/m.exec(text) ?? [];
  return written === undefined ? null : (JSON.parse(written) as string);
}

/** What the places are made of. */
export interface PlaceParts {
  /** The user's home folder. */
  readonly home: string;
  /** `XDG_DATA_HOME`, or what stands for it. */
  readonly dataHome: string;
  /** The words that start the program. */
  readonly command: readonly string[];
  /** A picture of the program, where there is one. */
  readonly icon: string | null;
  /** "Send as fax" in the user's language. */
  readonly verb: string;
}
