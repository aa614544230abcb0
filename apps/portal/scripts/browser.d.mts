import type { Browser } from 'playwright-core';

/** Unpacks the browser beside the other temporary files, once per version, and gives its folder. */
export function unpackBrowser(): Promise<string>;
/** Starts the browser; CHROMIUM_PATH names another one, which any system but Linux on x64 needs. */
export function launchBrowser(): Promise<Browser>;
