import { ComboBox, DayField, PlainSelect, Select } from '@ketenregie/ui';
import type { Option } from '@ketenregie/ui';
import { useState } from 'react';

const SUPPLIERS: readonly Option[] = [
  { key: 'kpn', label: 'KPN' },
  { key: 'reconi', label: 'Reconi' },
  { key: 'quovadis', label: 'QuoVadis' },
];
const none = () => undefined;

/** Fields for days and choices: empty, filled, with help, not right, required and switched off. */
export function DaysPart() {
  const [day, setDay] = useState('2026-12-02');
  const [supplier, setSupplier] = useState('kpn');
  return (
    <div className="g-fields">
      <DayField label="Dag" value={day} onChange={setDay} today="2026-11-23" />
      <DayField label="Dag, leeg en verplicht" value="" onChange={none} isRequired help="Ook 2 dec of 2-12-2026." />
      <DayField label="Dag, niet goed" value="2025-01-01" onChange={none} error="De laatste werkdag ligt voor de eerste. Pas een van beide aan." />
      <PlainSelect label="Eenvoudige keuze" options={SUPPLIERS} value={supplier} onChange={setSupplier} />
      <Select label="Keuze, niet goed" options={SUPPLIERS} value={null} onChange={none} isRequired error="Kies een leverancier." />
      <Select label="Keuze, uitgeschakeld" options={SUPPLIERS} value="kpn" onChange={none} isDisabled />
      <ComboBox label="Zoeken, leeg" options={SUPPLIERS} value={null} onChange={none} placeholder="Alle" />
      <ComboBox label="Zoeken, niet goed" options={SUPPLIERS} value={null} onChange={none} isRequired error="Kies een leverancier." />
      <ComboBox label="Zoeken, uitgeschakeld" options={SUPPLIERS} value="reconi" onChange={none} isDisabled />
    </div>
  );
}
