import { createServer } from 'node:net';
import { DomainError, unreachable } from '@ketenregie/kernel';
import { ConfigError } from '@ketenregie/platform/config';

type Outcome = { readonly kind: 'free'; readonly port: number } | { readonly kind: 'refused'; readonly code: string };

function tryPort(host: string, port: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const server = createServer().once('error', (error: NodeJS.ErrnoException) => resolve({ kind: 'refused', code: error.code ?? '' }));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve({ kind: 'free', port: typeof address === 'object' && address !== null ? address.port : port }));
    });
  });
}

function refusalOf(code: string, host: string, port: number): Error {
  switch (code) {
    case 'EADDRINUSE':
      return new DomainError('PORT_IN_USE', `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
    case 'EACCES':
      return new ConfigError('PORT', `${port} may not be used by this user; choose one above 1023`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError('HOST', 'is no address of this machine');
    default:
      return new Error(`Listening on ${host}:${port} failed: ${code}`);
  }
}

/** The port to serve on: the one asked for if it is free, or any free one for 0. Throws with what to do where it is taken. */
export async function portToServe(host: string, port: number): Promise<number> {
  const outcome = await tryPort(host, port);
  switch (outcome.kind) {
    case 'free':
      return outcome.port;
    case 'refused':
      throw refusalOf(outcome.code, host, port);
    default:
      return unreachable(outcome);
  }
}
