import { screen, within } from '@testing-library/react';
import { AnswerPanel } from '../index.js';
import type { AnswerPanelProps, PathStep } from '../index.js';
import { axeFindings, renderUi } from '../testing/render.js';

const path: readonly PathStep[] = [
  { link: 'company', state: 'ok', what: 'Bakker Transport' },
  { link: 'client-half', state: 'broken', what: 'aan Kantoor Noorderlicht' },
  { link: 'means', state: 'not-reached', what: 'app' },
];
const no: AnswerPanelProps = { question: 'Kan Sanne inloggen?', can: 'no', may: 'yes', mayNot: [], certainty: 'believed', endsOn: null, endsBy: null, repairableUntil: null, unknowns: [], path, firstBreak: { link: 'client-half', code: 'client-half-ended', inWhoseHands: 'client', leadDays: 10 } };

describe('an answer', () => {
  it('gives two answers and says at the first break what, whose hands and how long', async () => {
    renderUi(<AnswerPanel {...no} action={<button type="button">Klant vragen</button>} />);
    expect(screen.getByText('Inloggen mag, maar kan niet. Hieronder staat wat eerst moet gebeuren.')).toBeInTheDocument();
    const links = screen.getAllByRole('listitem');
    const broken = links[1] as HTMLElement;
    expect(broken).toHaveTextContent('De machtiging door de klant is verlopen.');
    expect(broken).toHaveTextContent('Aan zet: De klant, bij zijn leverancier. Herstel duurt ongeveer 10 werkdagen.');
    expect(within(broken).getByRole('button', { name: 'Klant vragen' })).toBeInTheDocument();
    expect(links[2]).toHaveTextContent('Niet aan toe gekomen');
    expect(await axeFindings()).toEqual([]);
  });

  it('calls one link alone the first break, whatever is broken after it', () => {
    renderUi(<AnswerPanel {...no} path={[...path.slice(0, 2), { link: 'level', state: 'broken', what: 'EH2+' }]} />);
    expect(screen.getAllByText(/Eerste breuk/).map((words) => words.closest('li')?.textContent?.includes('Machtiging door de klant'))).not.toContain(false);
    expect(screen.getAllByRole('listitem')[2]).toHaveTextContent('Niveau: Niet in orde');
  });

  it('shows the two dates apart, each with its clock', () => {
    renderUi(<AnswerPanel {...no} can="yes" firstBreak={null} endsOn="2027-11-20" endsBy="client-half" repairableUntil="2027-10-01" repairNote="identiteitsbewijs verloopt" />);
    expect(screen.getByText('Eindigt op').parentElement).toHaveTextContent('20 nov 2027einddatum van de machtiging door de klant');
    expect(screen.getByText('Te herstellen tot').parentElement).toHaveTextContent('1 okt 2027identiteitsbewijs verloopt');
  });

  it.each([
    ['yes', 'no', 'Inloggen kan, maar mag niet. Laat het recht nu intrekken.'],
    ['unknown', 'yes', 'Inloggen mag. Of het kan, weten we nog niet.'],
    ['no', 'no', 'Inloggen kan niet en mag niet.'],
  ] as const)('reads can %s and may %s in one sentence', (can, may, sentence) => {
    const { container } = renderUi(<AnswerPanel {...no} can={can} may={may} firstBreak={null} />);
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(container.querySelector('article')).toHaveAttribute('data-outcome', `${can}-${may}`);
  });

  it.each([
    ['nl', 'Mag niet: uit dienst; intrekken is besloten, het einde is nog niet bevestigd.'],
    ['en', 'May not: no longer in service; revocation has been decided, its end is not confirmed yet.'],
  ] as const)('says in %s why somebody may not, and nothing where he may', (language, sentence) => {
    const { unmount } = renderUi(<AnswerPanel {...no} can="yes" may="no" mayNot={['out-of-service', 'revoke-decided']} firstBreak={null} />, language);
    expect(screen.getByText(sentence)).toBeInTheDocument();
    unmount();
    renderUi(<AnswerPanel {...no} />, language);
    expect(screen.queryByText(/^(Mag niet|May not):/)).not.toBeInTheDocument();
  });

  it('lists what is unknown, and promises no repair to nobody', () => {
    renderUi(<AnswerPanel {...no} unknowns={['means-not-recorded']} firstBreak={{ link: 'client-half', code: 'chain-not-possible', inWhoseHands: 'nobody', leadDays: null }} />, 'en');
    expect(screen.getByText('No login means is recorded for this employee.')).toBeInTheDocument();
    expect(screen.queryByText(/15 working days/)).not.toBeInTheDocument();
  });
});
