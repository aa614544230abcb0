import { Button, ButtonLink, ComboBox, ErrorSummary, IconButton, KeyHint, Menu, SearchField, Select, TextField } from '@ketenregie/ui';
import type { Option } from '@ketenregie/ui';
import { Archive, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ChoicesPart } from './choices-part.js';
import { DaysPart } from './days-part.js';
import { Row, Section } from './section.js';

const PORTALS: readonly Option[] = [
  { key: 'uwv', label: 'UWV', note: 'Werkgeversportaal' },
  { key: 'bd', label: 'Belastingdienst', note: 'Loonheffingen' },
  { key: 'rvo', label: 'RVO', note: 'Mijn RVO' },
  { key: 'duo', label: 'DUO', note: 'Zakelijk portaal' },
];
const none = () => undefined;

/** Buttons and everything to fill in, in each state. */
export function ControlsPart() {
  return (
    <>
      <Section title="Knoppen">
        <Row>
          <Button kind="primary">Verlengen voor 9 organisaties</Button>
          <Button>Bekijken</Button>
          <Button icon={Plus}>Toevoegen</Button>
          <Button hint="B">Behouden</Button>
          <Button kind="danger">Intrekken regelen</Button>
          <Button kind="quiet" icon={RotateCcw}>
            Ongedaan maken
          </Button>
          <ButtonLink href="#knoppen">Naar de lijst</ButtonLink>
          <IconButton icon={Pencil} label="Wijzigen" />
        </Row>
        <OtherButtons />
      </Section>
      <Section title="Velden">
        <FieldsPart />
      </Section>
      <Section title="Dagen en keuzelijsten">
        <DaysPart />
      </Section>
      <Section title="Keuzes">
        <ChoicesPart />
      </Section>
    </>
  );
}

function OtherButtons() {
  return (
    <Row>
      <Button kind="primary" isDisabled>
        Uitgeschakeld
      </Button>
      <Button isDisabled>Uitgeschakeld</Button>
      <Button isPending>Bezig</Button>
      <Button kind="danger" isDisabled>
        Intrekken regelen
      </Button>
      <Menu
        label="Meer acties"
        trigger={<Button>Meer acties</Button>}
        actions={[
          { key: 'edit', label: 'Wijzigen', icon: Pencil },
          { key: 'archive', label: 'Klant vragen', icon: Archive, note: 'Stuurt een voorbereide mail' },
          { key: 'no', label: 'Niet mogelijk', isDisabled: true },
          { key: 'revoke', label: 'Intrekken regelen', icon: Trash2, isDanger: true },
        ]}
        onAction={none}
      />
      <KeyHint keys={['Ctrl', 'K']} />
    </Row>
  );
}

function FieldsPart() {
  const [portal, setPortal] = useState<string | null>('bd');
  return (
    <>
      <ErrorSummary attempt={0} problems={[{ fieldId: 'g-kvk', message: 'Een KvK-nummer heeft acht cijfers.' }]} />
      <div className="g-fields">
        <TextField label="Naam" help="Zoals in het Handelsregister." defaultValue="Stichting Blom Zorg" isRequired />
        <TextField id="g-kvk" label="KvK-nummer" width="short" defaultValue="6214 120" error="Een KvK-nummer heeft acht cijfers." />
        <TextField label="Klantnummer" defaultValue="K1042" isDisabled />
        <Select label="Portaal" options={PORTALS} value={portal} onChange={setPortal} />
        <Select label="Leverancier" help="Van het inlogmiddel." options={PORTALS} value={null} onChange={none} />
        <ComboBox label="Zoek een portaal" options={PORTALS} value={portal} onChange={setPortal} />
      </div>
      <Row>
        <SearchField label="Zoek in deze lijst" />
        <SearchField label="Zoek in deze lijst (gevuld)" defaultValue="van der meer" />
      </Row>
    </>
  );
}
