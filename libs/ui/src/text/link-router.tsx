import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';

export interface LinkRouterProps {
  /** Goes to an address of our own without a new page. */
  readonly navigate: (address: string) => void;
  readonly children: ReactNode;
}

/** Lets every link of the components below go through the router of the page. */
export function LinkRouter({ navigate, children }: LinkRouterProps) {
  return <RouterProvider navigate={navigate}>{children}</RouterProvider>;
}
