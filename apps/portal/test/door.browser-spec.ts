import type { Browser } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.mjs';
import { findings, overflowOf } from '../scripts/look-at.mjs';
import { pressOn } from './by-keys.js';
import { walkByKeyboard } from './keyboard-walk.js';
import { Product } from './product.js';
import { Visitor } from './visitor.js';

const SIZES = [{ width: 1280, height: 900 }, { width: 320, height: 256 }] as const;
const LOOKS = [{ colorScheme: 'light', forcedColors: 'none' }, { colorScheme: 'dark', forcedColors: 'none' }, { colorScheme: 'light', forcedColors: 'active' }] as const;

let demonstration: Product;
let real: Product;
let browser: Browser;

beforeAll(async () => {
  [demonstration, real, browser] = await Promise.all([Product.start({ isDemo: true }), Product.start(), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([demonstration?.stop(), real?.stop()]);
});

const DOORS = [['of a demonstration', () => demonstration, '/inloggen'], ['of an installation', () => real, '/inloggen'], ['and an address that leads nowhere', () => real, '/er/is/hier/niets']] as const;

describe.each(DOORS)('the door %s', (_, productOf, address) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive(browser, { address: productOf().address });
    await visitor.openPage(address);
  });
  afterAll(() => visitor.context.close());

  it('has no fault for axe and never scrolls sideways: light, dark and forced colours, wide and at 400 %', async () => {
    for (const size of SIZES) {
      await visitor.page.setViewportSize(size);
      for (const look of LOOKS) {
        await visitor.page.emulateMedia(look);
        expect([size.width, look, await overflowOf(visitor.page)]).toEqual([size.width, look, []]);
        // Forced colours are the viewer's own: axe cannot tell their contrast.
        if (look.forcedColors === 'none') expect([size.width, look, await findings(visitor.page)]).toEqual([size.width, look, []]);
      }
    }
  });

  it('is walked through by Tab, the focus in sight at every stop, also in forced colours', async () => {
    for (const size of SIZES) {
      await visitor.page.setViewportSize(size);
      for (const look of LOOKS) {
        await visitor.page.emulateMedia(look);
        await visitor.openPage(address);
        expect([size.width, look, await walkByKeyboard(visitor.page)]).toEqual([size.width, look, []]);
      }
    }
  });
});

describe('the accounts at the door', () => {
  it('are offered by a demonstration, and one press of Enter signs in: an employee comes to what is his', async () => {
    const visitor = await Visitor.arrive(browser, { address: demonstration.address });
    await visitor.openPage('/inloggen');
    await visitor.page.getByRole('heading', { name: visitor.text('signIn.demo') }).waitFor();
    await pressOn(visitor.page, visitor.page.getByRole('button', { name: /^Tom Brandsma/ }));
    await visitor.page.waitForURL(/\/noorderlicht\/mijn$/);
    await visitor.heading('own.title').waitFor();
    await visitor.page.getByRole('grid').waitFor();
    expect(await findings(visitor.page)).toEqual([]);
    expect(visitor.takeComplaints()).toEqual([]);
    await visitor.context.close();
  });

  it('are not there in an installation', async () => {
    const visitor = await Visitor.arrive(browser, { address: real.address });
    const asked = visitor.page.waitForResponse(/\/session\/examples$/);
    await visitor.openPage('/inloggen');
    expect((await asked).status()).toBe(204);
    expect(await visitor.page.getByText(visitor.text('signIn.demo')).count()).toBe(0);
    expect(visitor.takeComplaints()).toEqual([]);
    await visitor.context.close();
  });
});

describe('in forced colours', () => {
  it('a status keeps its icon and its edge', async () => {
    const visitor = await Visitor.arrive(browser, { address: demonstration.address, forcedColors: 'active' });
    await visitor.openPage('/inloggen');
    await pressOn(visitor.page, visitor.page.getByRole('button', { name: /^Sanne Wiersma/ }));
    await visitor.page.waitForURL(/\/vandaag$/);
    await visitor.openPage('/noorderlicht/toegang');
    const chips = visitor.page.locator('.k-chip');
    await chips.first().waitFor();
    const seen = await chips.evaluateAll((all) =>
      all.map((chip) => {
        const icon = chip.querySelector('svg:not(.k-dot)');
        const { borderStyle, borderColor, backgroundColor } = getComputedStyle(chip);
        const stroke = icon === null ? '' : getComputedStyle(icon).stroke || getComputedStyle(icon).color;
        return { hasIcon: (icon?.getBoundingClientRect().width ?? 0) > 8, hasEdge: borderStyle !== 'none' && borderColor !== backgroundColor, isDrawn: stroke !== 'none' && stroke !== backgroundColor };
      }),
    );
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter(({ hasIcon, hasEdge, isDrawn }) => !(hasIcon && hasEdge && isDrawn))).toEqual([]);
    await visitor.context.close();
  });
});
