import type { Page } from 'playwright-core';

/** A list of cards has a stop for each: by now it is known how it goes on. */
const MOST_STOPS = 120;

/** One stop of the focus, as the page tells it. */
interface Stop {
  /** Null where the focus has left the page. */
  readonly name: string | null;
  /** Faults of this stop, and of the one before it now that the focus has left it. */
  readonly faults: readonly string[];
}

/** Walks through a page by Tab alone from its top, until the focus leaves it. Gives what is wrong with it, nothing where all is well. */
export async function walkByKeyboard(page: Page): Promise<string[]> {
  await page.evaluate(beginWalk);
  const faults: string[] = [];
  for (let stops = 0; ; stops += 1) {
    if (stops > MOST_STOPS) return faults;
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(atStop);
    faults.push(...stop.faults);
    if (stop.name === null) break;
  }
  return [...faults, ...(await page.evaluate(endWalk))];
}

interface Walk {
  readonly seen: Element[];
  last: { readonly element: Element; readonly look: string } | null;
}
type WalkedWindow = typeof globalThis & { walk: Walk };

// The functions below run in the page: each must stand by itself.

function beginWalk(): void {
  (document.activeElement as HTMLElement | null)?.blur();
  window.getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  (globalThis as WalkedWindow).walk = { seen: [], last: null };
}

function atStop(): Stop {
  const { walk } = globalThis as WalkedWindow;
  const nameOf = (element: Element): string => `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`;
  /** How an element and what it stands in are outlined: some draw the ring around the whole field. */
  const lookOf = (element: Element): string => {
    const look: string[] = [];
    for (let at: Element | null = element; at !== null && look.length < 4; at = at.parentElement) {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(at);
      look.push(outlineStyle === 'none' ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`, boxShadow);
    }
    return look.join('|');
  };
  const faults: string[] = [];
  if (walk.last !== null && walk.last.element.isConnected && lookOf(walk.last.element) === walk.last.look) faults.push(`the focus is not to be seen on ${nameOf(walk.last.element)}`);
  const element = document.activeElement;
  if (element === null || element === document.body) return { name: null, faults };
  const before = walk.last?.element;
  if (walk.seen.includes(element)) faults.push(`trapped: ${nameOf(element)} comes a second time`);
  if (before?.isConnected && (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) faults.push(`${nameOf(element)} comes after ${nameOf(before)}, but stands before it`);
  // Some part of it must lie open: neither outside the window nor under what sticks to its edge.
  const isOpenAt = (x: number, y: number): boolean => {
    const top = document.elementFromPoint(x, y);
    return top !== null && [element, element.closest('label')].some((part) => part !== null && part.contains(top));
  };
  const box = (element.closest('label') ?? element).getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [upper, lower] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const parts = [0.05, 0.25, 0.5, 0.75, 0.95];
  if (!parts.some((down) => parts.some((along) => isOpenAt(left + (right - left) * along, upper + (lower - upper) * down)))) faults.push(`${nameOf(element)} has the focus and is covered or out of sight`);
  walk.seen.push(element);
  walk.last = { element, look: lookOf(element) };
  return { name: nameOf(element), faults };
}

/** What can be reached by pointer and was not by Tab. Cells of a grid are reached by arrows from its one stop. */
function endWalk(): string[] {
  const { seen } = (globalThis as WalkedWindow).walk;
  const isReachable = (element: HTMLElement): boolean => {
    if (element.closest('[inert], details:not([open]) > :not(summary), [role=grid]') !== null || element.tabIndex < 0) return false;
    if (element instanceof HTMLInputElement && element.type === 'radio') return false;
    return element.checkVisibility({ visibilityProperty: true }) && !(element as HTMLButtonElement).disabled;
  };
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(isReachable);
  // One stop for a group of which one is chosen; arrows go on from there.
  const isInSeenGroup = (element: Element): boolean => {
    const group = element.closest('[role=radiogroup], [role=toolbar], [role=tablist], [role=listbox]');
    return group !== null && seen.some((other) => group.contains(other));
  };
  const missed = all.filter((element) => !seen.includes(element) && !isInSeenGroup(element));
  const strays = [...document.querySelectorAll<HTMLElement>('[tabindex]')].filter((element) => element.tabIndex > 0);
  return [
    ...(seen.length === 0 ? ['nothing can be reached by Tab'] : []),
    ...missed.map((element) => `not reached by Tab: ${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`),
    ...strays.map((element) => `has an order of its own: ${element.tagName.toLowerCase()}`),
    ...[...document.querySelectorAll('[role=grid]')].filter((grid) => !seen.some((element) => grid.contains(element))).map(() => 'a grid has no stop'),
  ];
}
