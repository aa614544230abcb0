import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderPage } from '../testing/render.js';
import { PortalShell } from './portal-shell.js';

describe('the shell of a signed-in page', () => {
  it('switches company by Ctrl-K and keeps the section; asks and signs out from the band', async () => {
    const done: string[] = [];
    renderPage(
      <PortalShell
        tenant="noorderlicht"
        company="90001201"
        place="access"
        viewerName="Sanne"
        subject={{ kind: 'company', name: 'Van der Meer', kvk: '90001201', town: 'Zwolle' }}
        companies={[{ key: '90001202', name: 'Blom Zorg', kvk: '90001202', clientNumber: null, town: 'Assen' }]}
        recentKeys={['90001202']}
        onGo={(address) => done.push(address)}
        onSignOut={() => done.push('sign out')}
      >
        <p>Toegang</p>
      </PortalShell>,
    );
    await userEvent.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Kan iemand inloggen?' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sanne' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Uitloggen' }));
    expect(done).toEqual(['/noorderlicht/o/90001202/toegang', '/noorderlicht/o/90001201/kan', 'sign out']);
  });

  it('goes by G and a letter, by brackets, and shows all keys on ?', async () => {
    const went: string[] = [];
    const companies = ['90001201', '90001202'].map((key) => ({ key, name: key, kvk: key, clientNumber: null, town: null }));
    renderPage(
      <PortalShell tenant="n" company="90001201" place="access" viewerName="Sanne" tenants={[{ slug: 'groep', name: 'Groep' }]} subject={{ kind: 'company', name: 'Van der Meer', kvk: '90001201', town: null }} companies={companies} recentKeys={[]} onGo={(address) => went.push(address)} onSignOut={() => undefined}>
        <input aria-label="veld" />
      </PortalShell>,
    );
    await userEvent.keyboard('gv]');
    await userEvent.type(screen.getByRole('textbox'), 'gv]?');
    screen.getByRole('textbox').blur();
    await userEvent.click(screen.getByRole('button', { name: 'Sanne' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Naar Groep' }));
    expect(went).toEqual(['/n/vandaag', '/n/o/90001202/toegang', '/groep/toegang']);
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Toetsen' })).toBeVisible();
  });

  it('goes back to the office that was left, and to the company that was open there, by Ctrl-K Enter', async () => {
    const went: string[] = [];
    const left: unknown[] = [];
    renderPage(
      <PortalShell tenant="n" company={null} place="access" viewerName="Sanne" tenants={[{ slug: 'groep', name: 'Groep' }]} left={{ slug: 'groep', company: '90009999' }} onLeave={(to) => left.push(to)} subject={{ kind: 'all', count: 2 }} companies={[{ key: '90001201', name: 'Blom', kvk: '90001201', clientNumber: null, town: null }]} recentKeys={['90001201']} onGo={(address) => went.push(address)} onSignOut={() => undefined}>
        <p>Toegang</p>
      </PortalShell>,
    );
    await userEvent.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    expect(screen.getAllByRole('option')[0]).toHaveTextContent('Naar GroepVorige');
    await userEvent.keyboard('{Enter}');
    expect([went, left]).toEqual([['/groep/o/90009999/toegang'], [{ slug: 'groep', company: '90009999' }]]);
  });
});
