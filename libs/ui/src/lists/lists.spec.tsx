import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Dialog, Menu, Notice, Progress, Tabs, TaskList, ToastProvider, useToast, WeeksBar, Button } from '../index.js';
import { axeFindings, renderUi } from '../testing/render.js';

const weeks = [
  { week: 48, startsOn: '2026-11-23', total: 4, urgent: 4 },
  { week: 49, startsOn: '2026-11-30', total: 0, urgent: 0 },
];

describe('the weeks bar', () => {
  it('says each week in words and opens it', async () => {
    const opened: number[] = [];
    renderUi(<WeeksBar weeks={weeks} onChoose={(week) => opened.push(week.week)} />);
    await userEvent.click(screen.getByRole('button', { name: /Week 48: 4 einddatums, 4 te laat voor herstel/ }));
    expect(opened).toEqual([48]);
    expect(screen.getByRole('button', { name: /Week 49: geen einddatum/ })).toBeInTheDocument();
    expect(await axeFindings()).toEqual([]);
  });

  it('gives the same facts as a table', async () => {
    renderUi(<WeeksBar weeks={weeks} />);
    await userEvent.click(screen.getByRole('button', { name: 'Toon als tabel' }));
    expect(within(screen.getByRole('table')).getByRole('row', { name: '48 23 nov 2026 4 4' })).toBeInTheDocument();
    expect(await axeFindings()).toEqual([]);
  });
});

describe('the task list', () => {
  it('says kind, whose hands and by when', async () => {
    renderUi(<TaskList label="Jij moet" tasks={[{ key: '1', kind: 'level', title: 'Iris heeft EH2+', hands: 'client', dueOn: '2026-12-02' }, { key: '2', kind: 'leaver', title: 'Joris', hands: 'we', dueOn: null }]} />);
    const [first, second] = within(screen.getByRole('list', { name: 'Jij moet' })).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Niveau.*Aan zet: Klant.*2 dec 2026/);
    expect(second).toHaveTextContent(/Vertrek.*Aan zet: Wij.*Geen datum/);
    expect(await axeFindings()).toEqual([]);
  });
});

describe('what speaks back', () => {
  it('announces a problem at once and the rest when convenient', () => {
    renderUi(
      <>
        <Notice kind="problem" title="Verlengen lukt niet." />
        <Notice kind="done" title="Vastgelegd." />
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Verlengen lukt niet.');
    expect(screen.getByRole('status')).toHaveTextContent('Vastgelegd.');
  });

  it('says what it does and how far, in words', () => {
    renderUi(<Progress label="Bestand lezen" done={30} total={40} detail="30 van 40 regels" />);
    const bar = screen.getByRole('progressbar', { name: 'Bestand lezen' });
    expect(bar).toHaveAttribute('aria-valuenow', '30');
    expect(bar).toHaveAttribute('aria-valuetext', '30 van 40 regels');
  });

  it('undoes from a message, which then leaves', async () => {
    const undone: string[] = [];
    function Page() {
      const toast = useToast();
      return <Button onPress={() => toast({ kind: 'done', title: 'Behouden.', action: { label: 'Ongedaan maken', onPress: () => undone.push('keep') } })}>Behouden</Button>;
    }
    renderUi(
      <ToastProvider>
        <Page />
      </ToastProvider>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Behouden' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(undone).toEqual(['keep']);
    expect(screen.queryByText('Behouden.')).not.toBeInTheDocument();
  });
});

describe('overlays', () => {
  it('keeps the focus in a dialog and gives Escape its way', async () => {
    const changes: boolean[] = [];
    renderUi(
      <Dialog title="Intrekken regelen?" isOpen onOpenChange={(isOpen) => changes.push(isOpen)} actions={<Button>Klaarzetten</Button>}>
        <p>Het werkt pas als de leverancier het doorvoert.</p>
      </Dialog>,
    );
    expect(screen.getByRole('dialog', { name: 'Intrekken regelen?' })).toContainElement(document.activeElement as HTMLElement);
    expect(await axeFindings()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(changes).toEqual([false]);
  });

  it('does what a menu offers, and not what it refuses', async () => {
    const done: string[] = [];
    renderUi(<Menu label="Acties" trigger={<Button>Acties</Button>} actions={[{ key: 'edit', label: 'Wijzigen' }, { key: 'no', label: 'Kan niet', isDisabled: true }]} onAction={(key) => done.push(key)} />);
    await userEvent.click(screen.getByRole('button', { name: 'Acties' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Kan niet' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Wijzigen' }));
    expect(done).toEqual(['edit']);
  });

  it('moves between tabs by arrows', async () => {
    renderUi(<Tabs label="Delen" items={[{ key: 'a', label: 'Medewerkers', content: 'wie' }, { key: 'b', label: 'Datums', count: 3, content: 'wanneer' }]} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: /Datums/ })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tabpanel')).toHaveTextContent('wanneer');
    expect(await axeFindings()).toEqual([]);
  });
});
