import { Checkbox, RadioGroup, Switch } from '@ketenregie/ui';
import { useState } from 'react';

const none = () => undefined;

/** Boxes, one of a few, and switches, in each state. */
export function ChoicesPart() {
  return (
    <div className="g-fields">
      <div>
        <Checkbox defaultSelected>Alle organisaties van Kantoor Noorderlicht</Checkbox>
        <br />
        <Checkbox isIndeterminate>Enkele gekozen</Checkbox>
        <br />
        <Checkbox>Niet gekozen</Checkbox>
        <br />
        <Checkbox isDisabled>Uitgeschakeld</Checkbox>
      </div>
      <RadioSamples />
      <div>
        <Switch defaultSelected help="Bijvoorbeeld J en K voor volgende en vorige.">
          Losse toetsen gebruiken
        </Switch>
        <Switch>Weekbericht per mail</Switch>
        <Switch isDisabled>Uitgeschakeld</Switch>
      </div>
    </div>
  );
}

function RadioSamples() {
  const [density, setDensity] = useState('gewoon');
  return (
    <>
      <RadioGroup
        label="Wie is aan zet?"
        orientation="vertical"
        options={[
          { key: 'we', label: 'Wij', note: 'in onze beheeromgeving' },
          { key: 'client', label: 'Klant' },
        ]}
        value="we"
        onChange={none}
      />
      <RadioGroup
        label="Welke lijst?"
        help="Daarna lezen we opnieuw."
        orientation="vertical"
        isRequired
        error="Kies een lijst."
        options={[
          { key: 'staff', label: 'Medewerkers' },
          { key: 'clients', label: 'Klanten' },
        ]}
        value={null}
        onChange={none}
      />
      <RadioGroup
        label="Ruimte"
        look="segments"
        options={[
          { key: 'compact', label: 'Compact' },
          { key: 'gewoon', label: 'Gewoon' },
          { key: 'ruim', label: 'Ruim' },
        ]}
        value={density}
        onChange={setDensity}
      />
    </>
  );
}
