import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose breaking never ends the process. A pool listens to its idle connections alone: one that is ended between two
 * statements of a snapshot, or in the moment it is handed out, would emit an error nobody hears. The next statement on it fails anyway.
 */
export class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
