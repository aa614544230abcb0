import { CompanyBand, LevelGlyph, SeenMark, Sigil, STATUS_KINDS, StatusChip } from '@ketenregie/ui';
import { Row, Section } from './section.js';

const none = () => undefined;
const company = { kind: 'company' as const, name: 'Van der Meer Vastgoed B.V.', kvk: '90001201', town: 'Zwolle', clientNumber: 'K1042' };

/** Status, seen, level, and the band in its four looks. */
export function StatusPart() {
  return (
    <>
      <Section title="Organisatieband">
        <div className="g-bands">
          <CompanyBand subject={company} onSwitch={none} />
          <CompanyBand subject={{ kind: 'all', count: 9842 }} onSwitch={none} />
          <CompanyBand subject={{ kind: 'chain', name: 'Bakker Transport V.O.F.', kvk: '90001202', town: 'Meppel' }} onSwitch={none} />
          <CompanyBand subject={{ kind: 'all', count: 24 }} isDemo onSwitch={none} />
          <CompanyBand subject={{ ...company, kvk: null }} isDemo onSwitch={none} />
        </div>
        <Row>
          <Sigil look="company" name="Stichting Blom Zorg" size={40} />
          <Sigil look="all" size={40} />
          <Sigil look="chain" name="Bakker Transport V.O.F." size={40} />
          <Sigil look="demo" size={40} />
        </Row>
      </Section>
      <Section title="Status">
        <Row>
          {STATUS_KINDS.map((kind) => (
            <StatusChip key={kind} kind={kind} days={9} />
          ))}
          <StatusChip kind="ended" />
          <StatusChip kind="active" isChecked={false} />
          <StatusChip kind="ending" days={1} isChecked={false} />
        </Row>
        <Row>
          <SeenMark seenOn="2026-11-03" seenBy="Ilse" evidenceClass="A" />
          <SeenMark seenOn="2025-03-14" seenBy="Daan" isStale />
          <SeenMark seenOn={null} />
          <SeenMark seenOn="2026-11-03" isShort />
          <SeenMark seenOn="2025-03-14" isShort isStale />
          {(['B', 'C', 'D'] as const).map((letter) => (
            <SeenMark key={letter} seenOn="2026-11-03" evidenceClass={letter} />
          ))}
        </Row>
        <Row>
          <LevelGlyph level="EH2+" />
          <LevelGlyph level="EH3" />
          <LevelGlyph level="EH4" />
          <LevelGlyph level="EH2+" needed="EH3" />
          <LevelGlyph level="EH2" />
          <LevelGlyph level={null} />
        </Row>
      </Section>
    </>
  );
}
