import type { Page } from 'playwright-core';

/** What axe finds on the page as it now is; `rules` names the rules or their groups, all unless said. */
export function findings(page: Page, rules?: readonly string[]): Promise<string[]>;
/** Whether the page is wider than its window. */
export function overflowOf(page: Page): Promise<string[]>;
