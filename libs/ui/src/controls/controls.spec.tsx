import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button, Checkbox, ComboBox, DayField, ErrorSummary, IconButton, RadioGroup, SearchField, Select, Switch, TextField } from '../index.js';
import type { Option } from '../index.js';
import { axeFindings, renderUi } from '../testing/render.js';

const PORTALS: readonly Option[] = [
  { key: 'uwv', label: 'UWV', note: 'Werkgeversportaal' },
  { key: 'bd', label: 'Belastingdienst' },
  { key: 'cafe', label: 'Café ’t Hoekje' },
];

function Choosing({ kind, onChange }: { readonly kind: 'select' | 'combo'; readonly onChange: (key: string) => void }) {
  const [value, setValue] = useState<string | null>(null);
  const Field = kind === 'select' ? Select : ComboBox;
  return (
    <Field
      label="Portaal"
      options={PORTALS}
      value={value}
      onChange={(key) => {
        setValue(key);
        onChange(key);
      }}
    />
  );
}

describe('fields', () => {
  it('names a field by its label, its help and its error', async () => {
    renderUi(<TextField label="KvK-nummer" help="Acht cijfers." error="Er ontbreekt een cijfer." isRequired />);
    const field = screen.getByRole('textbox', { name: /KvK-nummer verplicht/ });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/Acht cijfers.*Er ontbreekt een cijfer/);
    expect(await axeFindings()).toEqual([]);
  });

  it('empties a search on Escape', async () => {
    renderUi(<SearchField label="Zoek" defaultValue="blom" />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Zoek' }), '{Escape}');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('chooses from a short list by keyboard', async () => {
    const chosen: string[] = [];
    renderUi(<Choosing kind="select" onChange={(key) => chosen.push(key)} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('option', { name: 'Belastingdienst' }));
    expect(chosen).toEqual(['bd']);
    expect(screen.getByRole('button', { name: /Belastingdienst/ })).toBeInTheDocument();
  });

  it('finds in a long list without regard for accents, and by the note', async () => {
    const chosen: string[] = [];
    renderUi(<Choosing kind="combo" onChange={(key) => chosen.push(key)} />);
    const field = screen.getByRole('combobox', { name: 'Portaal' });
    await userEvent.type(field, 'cafe hoek');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Café ’t Hoekje']);
    await userEvent.clear(field);
    await userEvent.type(field, 'werkgevers{ArrowDown}{Enter}');
    expect(chosen).toEqual(['uwv']);
  });

  it('chooses nothing any more where the box is emptied, unless something must be chosen', async () => {
    const chosen: string[] = [];
    function Box({ label, isRequired }: { readonly label: string; readonly isRequired: boolean }) {
      const [value, setValue] = useState('uwv');
      const choose = (key: string) => {
        setValue(key);
        chosen.push(`${label} ${key}`);
      };
      return <ComboBox label={label} options={[{ key: 'uwv', label: 'UWV' }]} value={value === '' ? null : value} isRequired={isRequired} onChange={choose} />;
    }
    renderUi(
      <>
        <Box label="vrij" isRequired={false} />
        <Box label="nodig" isRequired />
      </>,
    );
    for (const name of [/vrij/, /nodig/]) {
      await userEvent.clear(screen.getByRole('combobox', { name }));
      await userEvent.tab();
    }
    expect(screen.getByRole('combobox', { name: /vrij/ })).toHaveValue('');
    expect(screen.getByRole('combobox', { name: /nodig/ })).toHaveValue('UWV');
    expect(chosen.filter((each) => each.endsWith(' '))).toEqual(['vrij ']);
  });
});

describe('a day', () => {
  function Day() {
    const [value, setValue] = useState('2026-11-24');
    return (
      <>
        <DayField label="Op welke dag" value={value} onChange={setValue} today="2026-11-23" />
        <output>{value}</output>
      </>
    );
  }

  it.each([
    ['2-12-2026', '2026-12-02', '2 dec 2026'],
    ['1 jan', '2026-01-01', '1 jan 2026'],
  ])('typed as %s is kept as %s and shown as %s', async (typed, kept, shown) => {
    renderUi(<Day />);
    const field = screen.getByRole('textbox', { name: 'Op welke dag' });
    await userEvent.clear(field);
    await userEvent.type(field, `${typed}{Tab}`);
    expect(screen.getByRole('status')).toHaveTextContent(kept);
    expect(field).toHaveValue(shown);
  });

  it('says how to write it where it is none, and changes nothing', async () => {
    renderUi(<Day />);
    const field = screen.getByRole('textbox', { name: 'Op welke dag' });
    await userEvent.clear(field);
    await userEvent.type(field, '31-2-2027{Tab}');
    expect(field).toBeInvalid();
    expect(screen.getByRole('status')).toHaveTextContent('2026-11-24');
  });
});

describe('buttons and choices', () => {
  it('names an icon and keeps a pending button from acting twice', async () => {
    const presses: string[] = [];
    renderUi(
      <>
        <IconButton icon={Pencil} label="Wijzigen" onPress={() => presses.push('edit')} />
        <Button isPending onPress={() => presses.push('pending')}>
          Opslaan
        </Button>
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Wijzigen' }));
    await userEvent.click(screen.getByRole('button', { name: /Opslaan/ }));
    expect(presses).toEqual(['edit']);
  });

  it('says its state with roles of its own', async () => {
    const chosen: string[] = [];
    renderUi(
      <>
        <Checkbox isIndeterminate>Enkele</Checkbox>
        <Switch defaultSelected>Losse toetsen</Switch>
        <RadioGroup label="Ruimte" options={PORTALS} value="uwv" onChange={(key) => chosen.push(key)} look="segments" />
      </>,
    );
    expect(screen.getByRole('checkbox', { name: 'Enkele' })).toBePartiallyChecked();
    expect(screen.getByRole('switch', { name: 'Losse toetsen' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Belastingdienst' }));
    expect(chosen).toEqual(['bd']);
    expect(await axeFindings()).toEqual([]);
  });
});

describe('the error summary', () => {
  const problems = [{ fieldId: 'naam', message: 'Vul een naam in.' }];
  const page = (attempt: number, found = problems) => (
    <>
      <ErrorSummary problems={found} attempt={attempt} />
      <input id="naam" aria-label="Naam" />
    </>
  );

  it('takes the focus, links to the field and counts in the page title', async () => {
    document.title = 'Inloggen';
    const { rerender } = renderUi(page(1));
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(document.title).toBe('(1 invoerfout) Inloggen');
    await userEvent.click(screen.getByRole('link', { name: 'Vul een naam in.' }));
    expect(screen.getByRole('textbox', { name: 'Naam' })).toHaveFocus();
    rerender(page(2));
    expect(screen.getByRole('alert')).toHaveFocus();
    rerender(page(3, []));
    expect(document.title).toBe('Inloggen');
  });
});
