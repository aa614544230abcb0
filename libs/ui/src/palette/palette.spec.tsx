import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Palette, usePaletteKey } from '../index.js';
import type { PaletteCompany } from '../index.js';
import { axeFindings, renderUi } from '../testing/render.js';

const companies: readonly PaletteCompany[] = [
  { key: 'a', name: 'Van der Meer Bouw B.V.', kvk: '90001201', clientNumber: 'K1', town: 'Zwolle' },
  { key: 'b', name: 'Van der Meer Bouw B.V.', kvk: '90001202', clientNumber: 'K2', town: 'Utrecht' },
  { key: 'c', name: 'Blom Zorg', kvk: '90001203', clientNumber: 'K3', town: 'Assen', open: 4 },
];

function Page({ onGo }: { readonly onGo: (key: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  usePaletteKey(() => setOpen(true));
  return <Palette isOpen={isOpen} onOpenChange={setOpen} companies={companies} recentKeys={['c', 'a']} commands={[{ key: 'today', label: 'Vandaag' }]} onCompany={onGo} onCommand={(key) => onGo(`screen ${key}`)} />;
}

describe('the palette', () => {
  it.each([
    ['Ctrl-K Enter goes to the previous company', '{Enter}', 'c'],
    ['a KvK number and Enter goes to that company', '90001202{Enter}', 'b'],
    ['a client number and Enter goes to that company', 'k1{Enter}', 'a'],
    ['arrows choose', 'meer{ArrowDown}{Enter}', 'b'],
    ['arrow up from the first goes to the last', 'meer{ArrowUp}{Enter}', 'b'],
    ['a screen by its name', 'vand{Enter}', 'screen today'],
  ])('%s', async (_promise, keys, target) => {
    const gone: string[] = [];
    renderUi(<Page onGo={(key) => gone.push(key)} />);
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard(keys);
    expect(gone).toEqual([target]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('shows client number and town where two have one name, and the row that Enter takes', async () => {
    renderUi(<Page onGo={() => undefined} />);
    await userEvent.keyboard('{Control>}k{/Control}meer');
    const options = screen.getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([expect.stringContaining('Klant K1'), expect.stringContaining('Klant K2')]);
    expect(options[0]).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('combobox')).toHaveAttribute('aria-activedescendant', options[0]?.id);
    expect(await axeFindings()).toEqual([]);
  });

  it('shows what the server finds where it searches, says so while it does, and goes back to where one was', async () => {
    const gone: string[] = [];
    const asked: string[] = [];
    const onTyped = (typed: string) => void asked.push(typed);
    function Searching({ found }: { readonly found: readonly PaletteCompany[] | null }) {
      return <Palette isOpen onOpenChange={() => undefined} companies={found ?? []} recentKeys={['c']} commands={[]} onCompany={(key) => gone.push(key)} onCommand={() => undefined} search={{ onTyped, found: found === null ? null : 1234 }} />;
    }
    const { rerender } = renderUi(<Searching found={companies.slice(2)} />);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('meer');
    rerender(<Searching found={null} />);
    expect(screen.getByText('Zoeken')).toBeInTheDocument();
    expect(screen.queryByText(/Geen organisatie gevonden/)).not.toBeInTheDocument();
    rerender(<Searching found={companies} />);
    expect(screen.getByText('1.234 gevonden')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(gone).toEqual(['c', 'a']);
    expect(asked.at(-1)).toBe('meer');
  });

  it('counts a screen as found, and offers no keys to choose with where nothing is', async () => {
    renderUi(<Page onGo={() => undefined} />);
    await userEvent.keyboard('{Control>}k{/Control}vand');
    expect(screen.getByRole('status')).toHaveTextContent('1 gevonden');
    expect(screen.getByText('openen')).toBeInTheDocument();
    await userEvent.keyboard('qqq');
    expect(screen.getByRole('status')).toHaveTextContent('Niets gevonden');
    expect(screen.queryByText('openen')).not.toBeInTheDocument();
    expect(screen.getByText('sluiten')).toBeInTheDocument();
  });

  it('says what to do where nothing is found, and closes on Escape', async () => {
    renderUi(<Page onGo={() => undefined} />);
    await userEvent.keyboard('{Control>}k{/Control}qqq');
    expect(screen.getByText(/Geen organisatie gevonden voor ‘qqq’/)).toBeInTheDocument();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
