import type { Browser } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.mjs';
import { findings, overflowOf } from '../scripts/look-at.mjs';
import { PAGES } from '../src/signed-in/page-list.js';
import { walkByKeyboard } from './keyboard-walk.js';
import { Product } from './product.js';
import { type FurnishedOffice, furnishOffice, type Objects, objectsOf, VISITS } from './visits.js';
import { Visitor } from './visitor.js';

const DESKTOP = { width: 1280, height: 900 };
/** A phone, and what 400 % zoom leaves of a window of 1280 by 1024. */
const NARROW = { width: 320, height: 256 };

let product: Product;
let browser: Browser;
let office: FurnishedOffice;
let objects: Objects;
let visitor: Visitor;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
  office = await furnishOffice(product, 'kantoor');
  visitor = await Visitor.arrive(browser, { address: product.address });
  await visitor.signIn(office.owner);
  objects = await objectsOf(visitor, office);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
afterEach(() => expect(visitor.takeComplaints()).toEqual([]));

const addressOf = (path: string): string => `/${office.slug}/${VISITS[path]?.(objects) ?? 'geen'}`;

/** The page in every look, one after the other without loading it anew: what is wrong in each. */
async function faultsInEveryLook(): Promise<Record<string, string[]>> {
  const { page } = visitor;
  const faults: Record<string, string[]> = {};
  for (const size of [DESKTOP, NARROW]) {
    await page.setViewportSize(size);
    // A part that measures itself follows the window some frames later. What still stands out after that is a fault.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, undefined, { timeout: 3_000 }).catch(() => undefined);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: 'none' });
      // The dark look differs in its colours alone.
      faults[`${colorScheme} ${size.width}`] = [...(await overflowOf(page)), ...(await (colorScheme === 'light' ? findings(page) : findings(page, ['color-contrast'])))];
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    faults[`forced ${size.width}`] = await overflowOf(page);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize(DESKTOP);
  return Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0));
}

it('visits every signed-in page', () => {
  expect(Object.keys(VISITS).sort()).toEqual(PAGES.map(({ path }) => path).sort());
});

describe.each(PAGES.map(({ path }) => [path] as const))('the page %s', (path) => {
  it('has no fault for axe and never scrolls sideways: light, dark and forced colours, wide and at 400 %', async () => {
    await visitor.openPage(addressOf(path));
    expect(visitor.path().split('?')[0]).toBe(addressOf(path));
    expect(await faultsInEveryLook()).toEqual({});
  });

  it.each([['wide', DESKTOP], ['at 400 %', NARROW]] as const)('is walked through by Tab, the focus in sight at every stop: %s', async (_, size) => {
    await visitor.page.setViewportSize(size);
    await visitor.openPage(addressOf(path));
    expect(await walkByKeyboard(visitor.page)).toEqual([]);
  });
});
