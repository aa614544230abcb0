import { axeFindings, fakeApi, renderPage } from '@ketenregie/tenants-portal/testing';
import { screen } from '@testing-library/react';
import { OwnPage } from './own-page.js';

const means = { id: 'm', supplierKey: 'reconi', supplierReference: 'U1', level: 'EH3', method: 'app', variant: 'standard', state: 'active', endsOn: '2099-01-01', lastUsedOn: null, seenOn: null, seenBy: null, evidenceClass: null };
const right = { companyId: 'c', companyName: 'Blom Zorg B.V.', serviceKey: 'bd-lh', serviceNameNl: 'Loonheffingen', serviceNameEn: 'Payroll taxes', can: 'yes', may: 'yes', mayNot: [], status: 'complete', endsOn: '2099-01-01', seenOn: null, level: 'EH3', requiredLevel: 'EH3', firstBreak: null };
const mine = { fullName: 'Tom Brandsma', inServiceUntil: null, administrators: ['Sanne Wiersma'], means: [means], rights: [right] };

const open = (answer: unknown): void => void renderPage(fakeApi({ Mine: () => ({ mine: answer }), SupplierNames: () => ({ catalogue: { suppliers: [{ key: 'reconi', name: 'Reconi' }] } }) }), (portal) => <OwnPage portal={portal} />);

describe('the page of an employee about himself', () => {
  it('says first whom to call when his device is lost, then whom to tell', async () => {
    open(mine);
    await screen.findByText(/^Bel nu Reconi/);
    const steps = [...document.querySelectorAll('.m-steps > li')].map(({ textContent }) => textContent);
    expect(steps).toEqual([expect.stringMatching(/^Bel nu Reconi en laat/), expect.stringMatching(/^Vertel het daarna aan Sanne Wiersma/), expect.stringMatching(/^Log met het oude toestel/)]);
    expect(await axeFindings()).toEqual([]);
  });

  it('tells where he can and may, where he can and may not, and who is at the rest', async () => {
    open({ ...mine, rights: [right, { ...right, companyId: 'd', may: 'no', mayNot: ['out-of-service'], status: 'complete' }, { ...right, companyId: 'e', can: 'no', status: 'waiting-for-client', endsOn: null, firstBreak: { inWhoseHands: 'client' } }] });
    expect(await screen.findByText('Je kunt en mag inloggen')).toBeVisible();
    expect(screen.getByText('Het kan nog, maar het mag niet meer. Log hier niet in. Mag niet: uit dienst.')).toBeVisible();
    expect(screen.getByText('Nog niet. Aan zet: Klant')).toBeVisible();
  });

  it('says why nothing is there for who is linked to nobody of the staff list', async () => {
    open(null);
    expect(await screen.findByRole('heading', { level: 3, name: 'Je staat niet op de medewerkerslijst' })).toBeVisible();
    expect(screen.queryByText('Waar je kunt inloggen')).toBeNull();
  });
});
