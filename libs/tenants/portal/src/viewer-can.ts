import { createContext, useContext } from 'react';

/** What the viewer may do in the office or group, by the server; null while that is not known. */
export const ViewerCanContext = createContext<readonly string[] | null>(null);

/** Whether to offer an action of docs/roles.md. While it is not known it is offered: the server refuses what may not be. */
export function useMay(action: string): boolean {
  return useContext(ViewerCanContext)?.includes(action) ?? true;
}
