import { Button, DataGrid, EmptyState, FactList, FilterBar, LevelGlyph, SectionHeader, SeenMark, StatusChip, TaskList, WeeksBar } from '@ketenregie/ui';
import type { GridColumn, Task } from '@ketenregie/ui';
import { formatDay } from '@ketenregie/messages';
import { useState } from 'react';
import { sampleRows, sampleWeeks } from './samples.js';
import type { SampleRow } from './samples.js';
import { Section } from './section.js';

const columns: readonly GridColumn<SampleRow>[] = [
  { key: 'company', title: 'Organisatie', width: 'minmax(196px, 2fr)', cell: (row) => <span>{row.company}</span>, sortBy: (row) => row.company },
  {
    key: 'portal',
    title: 'Portaal',
    width: 'minmax(142px, 1.4fr)',
    cell: (row) => (
      <span>
        {row.provider} <span className="k-grid-note">{row.service}</span>
      </span>
    ),
    sortBy: (row) => row.provider,
  },
  { key: 'level', title: 'Niveau', width: '162px', cell: (row) => <LevelGlyph level={row.level} needed={row.needed} />, sortBy: (row) => row.level },
  { key: 'person', title: 'Medewerker', width: 'minmax(116px, .8fr)', cell: (row) => <span>{row.person}</span>, sortBy: (row) => row.person },
  { key: 'endsOn', title: 'Einddatum', width: '112px', align: 'end', cell: (row) => <span>{row.endsOn === null ? 'Onbekend' : formatDay('nl', row.endsOn)}</span>, sortBy: (row) => row.endsOn },
  { key: 'status', title: 'Status', width: '224px', cell: (row) => <StatusChip kind={row.status} days={row.days} isChecked={row.seenOn !== null && !row.isStale} /> },
  { key: 'seen', title: 'Gezien', width: 'minmax(166px, .8fr)', cell: (row) => <SeenMark isShort seenOn={row.seenOn} seenBy={row.seenBy} isStale={row.isStale} /> },
];
const few = sampleRows(12);
const many = sampleRows(10_000);

/** Invented tasks. */
export const sampleTasks: readonly Task[] = [
  { key: '1', kind: 'revoke', hands: 'we', dueOn: '2026-11-20', isLate: true, title: <><strong>Joris de Jong</strong> kan nog inloggen en is uit dienst</>, detail: '31 machtigingen bij 9 organisaties. Trek eerst zijn inlogmiddel in.', action: <Button kind="primary">Intrekken regelen</Button> },
  { key: '2', kind: 'grant-anew', hands: 'client', dueOn: '2026-11-20', isLate: true, title: <><strong>Bakker Transport V.O.F.</strong> kan niet meer inloggen bij UWV</>, detail: 'De ketenmachtiging is op 20 november verlopen. Daan Visser was gekoppeld.', action: <Button>Klant vragen</Button> },
  { key: '3', kind: 'renew', hands: 'we', dueOn: '2026-12-02', title: <><strong>12 machtigingen</strong> bij 9 organisaties lopen af</>, detail: 'Alle voor de Belastingdienst, zelfde leverancier. Je kunt ze in één keer aanvragen.', action: <Button>Bekijken</Button> },
  { key: '4', kind: 'level', hands: 'representative', dueOn: null, title: <><strong>Iris Kuipers</strong> heeft EH2+, UWV vraagt EH3</>, detail: 'Geldt voor 6 organisaties. Vraag een hoger niveau aan of wijs een collega aan.', action: <Button>Oplossen</Button> },
  { key: '5', kind: 'review', hands: 'we', dueOn: '2026-12-11', title: <><strong>Machtigingencontrole vierde kwartaal</strong>, 60 machtigingen</>, detail: 'Nog niets beoordeeld.', action: <Button>Beoordelen</Button> },
];

/** Tasks, weeks, facts, grids and empty places. */
export function ListsPart() {
  const [view, setView] = useState('all');
  const [typed, setTyped] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['r1', 'r2']));
  return (
    <>
      <Section title="Weken">
        <WeeksBar weeks={sampleWeeks()} onChoose={() => undefined} />
      </Section>
      <Section title="Taken">
        <TaskList label="Jij moet" tasks={sampleTasks} />
      </Section>
      <Section title="Gegevens">
        <div className="g-panel">
          <FactList facts={[{ term: 'Statutaire naam', value: 'Van der Meer Vastgoed B.V.' }, { term: 'KvK-nummer', value: '6214 1201' }, { term: 'Eindigt op', value: '2 dec 2026', note: 'einddatum van de machtiging door de klant' }]} />
        </div>
      </Section>
      <Section title="Lijst">
        <FilterBar
          search={{ label: 'Zoek in deze lijst', value: typed, onChange: setTyped }}
          choices={[{ key: 'all', label: 'Alles', count: 9842 }, { key: 'ending', label: 'Verloopt', count: 31 }, { key: 'ended', label: 'Verlopen', count: 12 }, { key: 'low', label: 'Niveau te laag', count: 6 }]}
          chosen={view}
          onChoose={setView}
          active={[{ key: 'uwv', label: 'Portaal: UWV', onRemove: () => undefined }]}
          onClear={() => undefined}
        />
        <DataGrid label="Toegang" columns={columns} rows={few} rowKey={(row) => row.id} rowName={(row) => row.company} selected={selected} onSelectedChange={setSelected} onOpen={() => undefined} total={9842} bulkActions={<><Button kind="primary">Verlengen voor {String(selected.size)} organisaties</Button><Button>Klant vragen</Button></>} />
      </Section>
      <Section title="Lange lijst">
        <div className="g-large">
          <DataGrid label="Toegang, 10.000 regels" columns={columns} rows={many} rowKey={(row) => row.id} rowName={(row) => row.company} sort={{ key: 'endsOn', isDescending: false }} />
        </div>
      </Section>
      <Section title="Leeg">
        <DataGrid label="Toegang, zonder regels" columns={columns} rows={[]} rowKey={(row) => row.id} rowName={(row) => row.company} empty={<EmptyState title="Geen regels in deze weergave">Kies een andere weergave, of wis de filters.</EmptyState>} />
        <EmptyState title="Nog niets ingelezen" action={<Button kind="primary">Spreadsheet inlezen</Button>}>
          Hier staan de spreadsheets die je hebt ingelezen, met wat eruit kwam.
        </EmptyState>
        <SectionHeader title="Zo ziet een kop eruit" count={31} action={<Button>Toon alle</Button>} />
      </Section>
    </>
  );
}
