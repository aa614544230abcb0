import type { Language } from '@ketenregie/messages';
import type { Viewer } from '@ketenregie/platform/graphql';
import { type Role, isAction, mayDo } from '@ketenregie/tenants-domain';
import type { LogReader } from './words.js';

/** How the log is told to a viewer in a language. */
export function logReaderOf({ roles, scope }: Pick<Viewer, 'roles' | 'scope'>, language: Language): LogReader {
  return { language, hasAllClients: scope.hasAllClients, mayDo: (action) => isAction(action) && mayDo(roles as readonly Role[], action) };
}
