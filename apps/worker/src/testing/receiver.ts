import { startMailbox } from '@ketenregie/platform/mail';
import { runService } from '@ketenregie/platform/process';

/** A mail server of its own process: every delivery is a file in DATA_DIR before it is answered, a second one of the same message beside the first. */
await runService('worker', async ({ dataDir }, log) => startMailbox(dataDir, { onError: (error) => log.failure('mail.receiver', error) }));
