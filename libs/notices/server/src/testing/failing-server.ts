import { SMTPServer } from 'smtp-server';

/** What the server does to a message: takes it, says "later", refuses it, or cuts the connection before its content came, or before or after keeping it. */
export type Whim = 'take' | 'later' | 'refuse' | 'cut-early' | 'cut-before' | 'cut-after';

export interface FailingServer {
  readonly smtpUrl: string;
  /** The ids of all messages that were kept, in order, a second delivery of one id included. */
  readonly kept: string[];
  /** What is done from now on; called for each message. */
  setWhim(whim: (messageId: string) => Whim): void;
  close(): Promise<void>;
}

const idIn = (content: string): string => /^message-id:\s*<([^>]+)>/im.exec(content)?.[1] ?? '';
const reply = (responseCode: number): Error => Object.assign(new Error('as the spec wishes'), { responseCode });

/** A real mail server with whims: what a network and a bad day do, and can be asked afterwards what it kept. */
export async function startFailingServer(): Promise<FailingServer> {
  const kept: string[] = [];
  let whimOf: (messageId: string) => Whim = () => 'take';
  const sockets = new Set<{ destroy(): void }>();
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false,
    onRcptTo(_address, _session, answer) {
      // Whose message it is is not known yet: the whim of all.
      if (whimOf('') !== 'cut-early') return answer(null);
      for (const socket of sockets) socket.destroy();
      return undefined;
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const id = idIn(Buffer.concat(chunks).toString('utf8'));
        const whim = whimOf(id);
        if (whim === 'take' || whim === 'cut-after') kept.push(id);
        if (whim === 'later') answer(reply(451));
        else if (whim === 'refuse') answer(reply(554));
        else if (whim === 'take') answer(null);
        else for (const socket of sockets) socket.destroy();
        void session;
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    kept,
    setWhim: (whim) => void (whimOf = whim),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
