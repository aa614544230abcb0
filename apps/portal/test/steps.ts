import { fileURLToPath } from 'node:url';
import type { Visitor } from './visitor.js';

const PICTURES = fileURLToPath(new URL('../../../tmp/browser/', import.meta.url));

/**
 * Tests that stand on those before them in their group: once one failed, the rest say so at once and wait for nothing. What the visitor
 * saw at a failure is kept as a picture in `tmp/browser`.
 */
export function stepsInOrder(visitorOf: () => Visitor): (name: string, step: () => Promise<void>) => void {
  let failed: string | null = null;
  return (name, step) =>
    it(name, async () => {
      if (failed !== null) throw new Error(`Not reached: "${failed}" failed.`);
      failed = name;
      await step().catch(async (error: unknown) => {
        const { page, language } = visitorOf();
        await page.screenshot({ path: `${PICTURES}${name.replace(/\W+/g, '-').slice(0, 60)}-${language}.png` });
        throw error;
      });
      failed = null;
    });
}
