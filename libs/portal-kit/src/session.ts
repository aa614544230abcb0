import { sendJson } from './http.js';
import type { Fetch } from './http.js';

/** An office or group that the viewer belongs to. */
export interface ViewerTenant {
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  /** The calendar day it is there, by the server's clock. */
  readonly today: string;
}

/** Who is signed in. Holds no rights: each object says itself what the viewer can do with it. */
export interface Viewer {
  readonly name: string;
  readonly email: string;
  readonly tenants: readonly ViewerTenant[];
  /** What is mailed can be read here, at /mailbox. */
  readonly hasMailbox?: boolean;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** An account of the examples, for whoever looks around. */
export interface ExampleAccount {
  readonly email: string;
  readonly name: string;
  /** What he is where; `clients` null = sees all. */
  readonly places: readonly { readonly tenant: string; readonly roles: readonly string[]; readonly clients: number | null }[];
}

/** How one signs in to the examples of a demonstration. */
export interface Examples {
  readonly password: string;
  readonly accounts: readonly ExampleAccount[];
}

export interface SessionClient {
  /** Null where nobody is signed in. */
  readonly read: () => Promise<Viewer | null>;
  /** Throws `UNAUTHENTICATED` where they do not belong together, `TOO_MANY_ATTEMPTS` after too many. */
  readonly signIn: (credentials: Credentials) => Promise<Viewer>;
  readonly signOut: () => Promise<void>;
  /** Null everywhere but at a demonstration. */
  readonly examples: () => Promise<Examples | null>;
}

const ADDRESS = '/session';

/** Signing in and out. The session itself is a cookie that scripts cannot read. */
export function createSessionClient(send: Fetch): SessionClient {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return {
    read: async () => (await sendJson(send, ADDRESS, { method: 'GET', headers })) as Viewer | null,
    signIn: async (credentials) => (await sendJson(send, ADDRESS, { method: 'POST', headers, body: JSON.stringify(credentials) })) as Viewer,
    signOut: async () => {
      await sendJson(send, ADDRESS, { method: 'DELETE', headers });
    },
    examples: async () => (await sendJson(send, `${ADDRESS}/examples`, { method: 'GET', headers })) as Examples | null,
  };
}
