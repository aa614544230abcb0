import type { Locator, Page } from 'playwright-core';

/** More stops than any page has before what it is about. */
const MOST_STOPS = 150;

/** Goes on by Tab alone until the focus is on or in something; fails where Tab never comes there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  // Held by itself: the open list of a box on the way hides everything else from who looks by role.
  const element = await target.elementHandle();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await page.evaluate((wanted) => wanted?.contains(document.activeElement) === true, element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(target)}`);
}

/** Waits until something has the focus: after a press the page may need a moment. */
export async function untilFocused(target: Locator): Promise<void> {
  await target.waitFor();
  const element = await target.elementHandle();
  await target.page().waitForFunction((wanted) => wanted?.contains(document.activeElement) === true, element);
}

/** Comes to something by Tab and presses Enter on it. */
export async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
