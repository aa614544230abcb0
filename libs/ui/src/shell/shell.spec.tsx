import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { AppShell, CompanyBand, PageHeader, sigilLetters } from '../index.js';
import type { BandSubject } from '../index.js';
import { axeFindings, renderUi } from '../testing/render.js';

const company: BandSubject = { kind: 'company', name: 'Bakker Transport V.O.F.', kvk: '90001202', town: 'Meppel', clientNumber: 'K7' };
const groups = [
  { key: 'main', items: [{ key: 'today', label: 'Vandaag', href: '/x/vandaag', count: 23 }, { key: 'access', label: 'Toegang', href: '/x/toegang' }] },
  { key: 'record', label: 'Vastlegging', items: [{ key: 'log', label: 'Logboek', href: '/x/logboek', count: 0 }] },
];

describe('the sigil', () => {
  it.each([
    ['Van der Meer Vastgoed B.V.', 'MV'],
    ['Stichting Blom Zorg', 'BZ'],
    ['Café ’t Hoekje', 'CH'],
    ['Özdemir', 'ÖZ'],
    ['De B.V.', 'DB'],
    ['3M Nederland', '3N'],
    ['', ''],
  ])('of "%s" is %s', (name, letters) => {
    expect(sigilLetters(name)).toBe(letters);
  });
});

describe('the company band', () => {
  it.each([
    [company, 'Bakker Transport V.O.F.', ['KvK 9000 1202', 'Klant K7', 'Meppel']],
    [{ kind: 'all', count: 9842 }, 'Alle organisaties', ['9.842 organisaties in beheer']],
    [{ ...company, kind: 'chain' } as BandSubject, 'namens Bakker Transport V.O.F.', ['KvK 9000 1202']],
    [{ ...company, kvk: null } as BandSubject, 'Bakker Transport V.O.F.', ['Geen KvK-nummer bekend']],
  ] as const)('says for whom: %j', async (subject, name, facts) => {
    const presses: string[] = [];
    renderUi(<CompanyBand subject={subject as BandSubject} onSwitch={() => presses.push('switch')} />);
    const block = screen.getByRole('button', { name: new RegExp(`${name.replaceAll('.', '\\.')}.*Wissel van organisatie`) });
    for (const fact of facts) expect(within(block).getByText(fact)).toBeInTheDocument();
    await userEvent.click(block);
    expect(presses).toEqual(['switch']);
    expect(await axeFindings()).toEqual([]);
  });

  it('says that data are examples', () => {
    renderUi(<CompanyBand subject={company} isDemo onSwitch={() => undefined} />);
    expect(screen.getByText('Voorbeeldgegevens')).toBeInTheDocument();
  });
});

describe('the shell', () => {
  const shell = (
    <AppShell groups={groups} current="access" subject={company} onSwitch={() => undefined} actions={<button type="button">Kan iemand inloggen?</button>}>
      <PageHeader title="Toegang" lead="Wie mag waar." />
    </AppShell>
  );

  it('has band, rail and page, the open place marked and counts only where action is needed', async () => {
    renderUi(shell);
    const rail = screen.getByRole('navigation', { name: 'Hoofdmenu' });
    expect(within(rail).getByRole('link', { name: 'Toegang' })).toHaveAttribute('aria-current', 'page');
    expect(within(rail).getByRole('link', { name: /Vandaag.*23 taken vragen actie/ })).not.toHaveAttribute('aria-current');
    expect(within(rail).getByRole('link', { name: 'Logboek' })).toBeInTheDocument();
    expect(within(screen.getByRole('main')).getByRole('heading', { level: 1, name: 'Toegang' })).toBeInTheDocument();
    expect(document.title).toBe('Toegang · Ketenregie');
    expect(await axeFindings()).toEqual([]);
  });

  it('lets the keyboard skip to the page', async () => {
    renderUi(shell);
    await userEvent.tab();
    expect(screen.getByRole('link', { name: 'Naar de inhoud' })).toHaveFocus();
  });

  describe('below 700 px', () => {
    const original = window.matchMedia;
    beforeAll(() => {
      window.matchMedia = (() => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined })) as unknown as typeof window.matchMedia;
    });
    afterAll(() => {
      window.matchMedia = original;
    });

    it('folds rail and actions into a menu that closes on Escape', async () => {
      renderUi(shell);
      expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
      await userEvent.click(screen.getByRole('button', { name: 'Menu' }));
      const menu = screen.getByRole('dialog', { name: 'Menu' });
      expect(within(menu).getByRole('link', { name: 'Toegang' })).toBeInTheDocument();
      expect(within(menu).getByRole('button', { name: 'Kan iemand inloggen?' })).toBeInTheDocument();
      await userEvent.keyboard('{Escape}');
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
  });
});
