import { screen } from '@testing-library/react';
import { CheckedSinceContext, LevelGlyph, SeenMark, STATUS_KINDS, StatusChip } from '../index.js';
import { axeFindings, renderUi } from '../testing/render.js';

const circles = (container: HTMLElement) => container.querySelectorAll('.k-dot').length;

describe('a status', () => {
  it.each(STATUS_KINDS)('is a word and an icon: %s', (kind) => {
    const { container } = renderUi(<StatusChip kind={kind} days={9} />);
    expect(container.querySelector('.k-chip-word')?.textContent).not.toBe('');
    expect(container.querySelector('svg.lucide')).not.toBeNull();
  });

  it.each([
    ['ending', 9, 'Verloopt over 9 dagen'],
    ['ending', 1, 'Verloopt over 1 dag'],
    ['ended', undefined, 'Verlopen'],
    ['ended', 3, 'Al 3 dagen verlopen'],
  ] as const)('counts days: %s %s', (kind, days, words) => {
    renderUi(<StatusChip kind={kind} {...(days === undefined ? {} : { days })} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('carries the hollow dot where nobody looked, in words too, and none where somebody did', () => {
    const unseen = renderUi(<StatusChip kind="active" isChecked={false} />);
    expect(circles(unseen.container)).toBe(1);
    expect(unseen.container).toHaveTextContent('Actief, Niet nagekeken');
    expect(circles(renderUi(<StatusChip kind="active" />).container)).toBe(0);
  });
});

describe('the seen mark', () => {
  it.each([
    [{ seenOn: null }, 'Nooit gezien', 1],
    [{ seenOn: '2026-11-03', seenBy: 'Ilse' }, 'Gezien 3 nov 2026 door Ilse', 0],
    [{ seenOn: '2025-03-14', isStale: true }, 'Te lang geleden gezien: 14 mrt 2025', 1],
    [{ seenOn: '2025-03-14', isStale: true, isShort: true }, 'Te lang geleden: 14 mrt 2025', 1],
    [{ seenOn: '2026-11-03', evidenceClass: 'A' as const }, 'Gezien 3 nov 2026 · Bewijs A', 0],
  ])('says when and by whom: %j', (props, words, dots) => {
    const { container } = renderUi(<SeenMark {...props} />);
    expect(container).toHaveTextContent(words);
    expect(circles(container)).toBe(dots);
  });
});

describe('the limit of the office', () => {
  const under = (limit: string | null, seenOn: string | null) => renderUi(<CheckedSinceContext value={limit}><SeenMark seenOn={seenOn} /></CheckedSinceContext>).container;
  it.each([
    ['the day of the limit itself still counts', '2025-11-30', '2025-11-30', 'Gezien 30 nov 2025', 0],
    ['a day before it is too long ago', '2025-11-30', '2025-11-29', 'Te lang geleden gezien: 29 nov 2025', 1],
    ['never is never', '2025-11-30', null, 'Nooit gezien', 1],
    ['while it is not known every look counts', null, '2019-01-01', 'Gezien 1 jan 2019', 0],
  ] as const)('%s', (_, limit, seenOn, words, dots) => {
    const container = under(limit, seenOn);
    expect(container).toHaveTextContent(words);
    expect(circles(container)).toBe(dots);
  });
});

describe('the level glyph', () => {
  it.each([
    ['EH2', 0],
    ['EH2+', 1],
    ['EH3', 2],
    ['EH4', 3],
  ] as const)('fills the bars of %s and says it', async (level, filled) => {
    const { container } = renderUi(<LevelGlyph level={level} needed={level === 'EH2+' ? 'EH3' : null} />);
    expect(container.querySelectorAll('rect[fill=currentColor]')).toHaveLength(filled);
    expect(screen.getByText(level)).toBeInTheDocument();
    expect(screen.queryAllByText('nodig EH3')).toHaveLength(level === 'EH2+' ? 1 : 0);
    expect(await axeFindings()).toEqual([]);
  });
});
