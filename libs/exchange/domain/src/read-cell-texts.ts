import type { DateReading } from './date-text.js';
import { readDate } from './date-text.js';
import type { GridCell } from './grid.js';
import type { LevelReading } from './level-text.js';
import { readLevel } from './level-text.js';
import type { PersonsReading } from './person-cell.js';
import { readPersons } from './person-cell.js';
import type { PersonDirectory } from './person-directory.js';
import type { PortalContext, TargetsReading } from './portal-cell.js';
import { readTargets, withProvider } from './portal-cell.js';
import { remember } from './remember.js';
import type { StatedStatus } from './status-text.js';
import { readRightStatus } from './status-text.js';

/** What the texts of a list of rights say. Each is a function of its text alone within one file, so that what was read once is known. */
export interface ReadCellTexts {
  level(text: string): LevelReading;
  date(cell: GridCell | null): DateReading;
  persons(text: string): PersonsReading;
  status(text: string): StatedStatus;
  /** The services of a cell; the provider is what its own column says, or nothing. */
  targets(services: string, provider: string): TargetsReading;
}

/** Starts without a memory, for one file. */
export function readCellTexts({ directory, ...portals }: PortalContext & { readonly directory: PersonDirectory }): ReadCellTexts {
  const dates = remember((text) => readDate({ kind: 'text', text }));
  const targets = remember((text) => readTargets(text, portals));
  const together = remember((provider) => remember((services) => withProvider(targets(services), provider, portals.matcher)));
  return {
    level: remember(readLevel),
    date: (cell) => (cell?.kind === 'text' ? dates(cell.text) : readDate(cell)),
    persons: remember((text) => readPersons(text, directory)),
    status: remember(readRightStatus),
    targets: (services, provider) => (provider === '' ? targets(services) : together(provider)(services)),
  };
}
