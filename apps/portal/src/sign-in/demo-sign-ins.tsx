import type { Credentials, ExampleAccount, Examples } from '@ketenregie/portal-kit';
import type { MessageId } from '@ketenregie/messages';
import { SectionHeader, useText } from '@ketenregie/ui';

export interface DemoSignInsProps {
  readonly examples: Examples;
  readonly onUse: (credentials: Credentials) => void;
}

/** The accounts by the tenant where they are first, in the order in which they come. */
function byTenant(accounts: readonly ExampleAccount[]): [string, ExampleAccount[]][] {
  const groups = new Map<string, ExampleAccount[]>();
  for (const account of accounts) {
    const tenant = account.places[0]?.tenant ?? '';
    groups.set(tenant, [...(groups.get(tenant) ?? []), account]);
  }
  return [...groups];
}

/** The accounts of a demonstration: a press on one signs in with it. */
export function DemoSignIns({ examples: { accounts, password }, onUse }: DemoSignInsProps) {
  const text = useText();
  return (
    <section className="p-demo">
      <SectionHeader title={text('signIn.demo')} />
      <p>{text('signIn.demoHelp')}</p>
      <div className="p-demo-tenants">
        {byTenant(accounts).map(([tenant, people]) => (
          <section key={tenant}>
            <h3>{tenant}</h3>
            <ul>
              {people.map((account) => (
                <li key={account.email}>
                  <DemoSignIn account={account} onPress={() => onUse({ email: account.email, password })} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function DemoSignIn({ account: { name, places }, onPress }: { readonly account: ExampleAccount; readonly onPress: () => void }) {
  const text = useText();
  const [first, ...others] = places;
  const roles = (first?.roles ?? []).map((role) => text(`settings.role.${role}` as MessageId)).join(', ');
  const sees = first?.clients === null ? text('signIn.demoAll') : text('signIn.demoSees', { count: first?.clients ?? 0 });
  return (
    <button type="button" className="p-demo-account" onClick={onPress}>
      <strong>{name}</strong>
      <span>{[roles, ...others.map(({ tenant }) => text('signIn.demoAlso', { tenant }))].join(', ')}</span>
      <span>{text('signIn.demoReach', { sees })}</span>
    </button>
  );
}
