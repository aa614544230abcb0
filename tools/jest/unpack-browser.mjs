// Before the specs in a browser: it is unpacked once, so that two workers do not do so at the same time.
import { unpackBrowser } from '../../apps/portal/scripts/browser.mjs';

export default async function prepareBrowser() {
  await unpackBrowser();
}
