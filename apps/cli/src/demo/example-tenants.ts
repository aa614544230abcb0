import type { AssuranceLevel } from '@ketenregie/catalogue-domain';
import type { EvidenceClass } from '@ketenregie/authorisations-domain';
import type { Repair } from '@ketenregie/exchange-server';
import type { NewTenant, Role } from '@ketenregie/tenants-domain';

/** Somebody who can sign in to an example. */
export interface ExampleMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** All clients, those whose accountable partner he is, or these by KvK number. */
  readonly clients: 'all' | 'own' | readonly string[];
}

/** A list that is brought in as a person would do it. */
export interface ExampleFile {
  readonly name: string;
  readonly supplierKey?: string;
  /** Repairs of what the file says wrongly, by the value that was found. */
  readonly repairs?: Readonly<Record<string, Repair>>;
  /** Read, and left for the visitor to check. */
  readonly isLeftToCheck?: boolean;
}

/** A right or means that somebody looked at in the supplier's console. */
export interface ExampleSight {
  readonly kvk: string;
  readonly daysAgo: number;
  readonly by: string;
  readonly evidenceClass: EvidenceClass;
  /** What our own console shows of the employees linked to this company: their level, and the days from and until when, counted from today. */
  readonly linked?: { readonly level: AssuranceLevel; readonly from: number; readonly until: number };
}

/** A right of which it was decided that it ends. */
export interface ExampleRevocation {
  readonly kvk: string;
  readonly serviceKey: string;
  readonly kind: 'client-half' | 'office-half' | 'direct';
  /** The employee of an office half or direct right, where several have one. */
  readonly person?: string;
  readonly reason: string;
  readonly askedOf: string;
  /** It was asked already. */
  readonly isAsked: boolean;
}

export interface ExampleTenant {
  readonly tenant: NewTenant;
  /** Lists of people and companies, then lists of means and rights. */
  readonly lists: readonly ExampleFile[];
  readonly rights: readonly ExampleFile[];
  readonly members: readonly ExampleMember[];
  /** Who brings the rights in and decides. */
  readonly actor: string;
  /** Suppliers whose means were looked at, and how many days ago. */
  readonly meansSeen: Readonly<Record<string, number>>;
  readonly seen: readonly ExampleSight[];
  readonly revocations: readonly ExampleRevocation[];
  /** The name of a quarterly review of its chains, whose first round is open. */
  readonly review?: string;
}

const AUDITOR: ExampleMember = { email: 'ruud.tamminga@controlewerk.example', name: 'Ruud Tamminga', role: 'auditor', clients: 'all' };
const BLOM_ZORG = '00990104';
const HAMER_EN_WATERPAS = '00990131';

const NOORDERLICHT: ExampleTenant = {
  tenant: { slug: 'noorderlicht', name: 'Kantoor Noorderlicht', kind: 'office', kvkNumber: '00990001' },
  lists: [{ name: 'medewerkers.csv' }, { name: 'klanten.csv' }],
  rights: [
    { name: 'middelen-reconi.csv', supplierKey: 'reconi' },
    { name: 'middelen-kpn.csv', supplierKey: 'kpn' },
    { name: 'ketenmachtigingen.csv', repairs: { loonaangiftes: { kind: 'service', value: 'bd-lh' } } },
    { name: 'nieuwe-machtigingen.csv', isLeftToCheck: true },
  ],
  members: [
    { email: 'sanne.wiersma@noorderlicht.example', name: 'Sanne Wiersma', role: 'office-administrator', clients: 'all' },
    { email: 'marieke.hofstra@noorderlicht.example', name: 'Marieke Hofstra', role: 'owner', clients: 'all' },
    { email: 'anouk.dijkema@noorderlicht.example', name: 'Anouk Dijkema', role: 'adviser', clients: 'own' },
    { email: 'bram.veenstra@noorderlicht.example', name: 'Bram Veenstra', role: 'assistant', clients: 'all' },
    { email: 'lotte.kuipers@noorderlicht.example', name: 'Lotte Kuipers', role: 'adviser', clients: [HAMER_EN_WATERPAS] },
    { email: 'tom.brandsma@noorderlicht.example', name: 'Tom Brandsma', role: 'employee', clients: [] },
    { email: 'eva.blom@blomzorg.example', name: 'Eva Blom', role: 'client-contact', clients: [BLOM_ZORG] },
    AUDITOR,
  ],
  actor: 'sanne.wiersma@noorderlicht.example',
  meansSeen: { reconi: 38 },
  seen: [
    { kvk: '00990101', daysAgo: 38, by: 'Sanne Wiersma', evidenceClass: 'A', linked: { level: 'EH3', from: -380, until: 1445 } },
    { kvk: '00990110', daysAgo: 12, by: 'Tom Brandsma', evidenceClass: 'C' },
    { kvk: '00990119', daysAgo: 90, by: 'Sanne Wiersma', evidenceClass: 'B' },
    { kvk: '00990152', daysAgo: 480, by: 'Sanne Wiersma', evidenceClass: 'A' },
    { kvk: '00990170', daysAgo: 38, by: 'Sanne Wiersma', evidenceClass: 'A', linked: { level: 'EH3', from: -100, until: 995 } },
  ],
  revocations: [
    { kvk: '00990167', serviceKey: 'bd-ob', kind: 'client-half', reason: 'De klant stapt over naar een ander kantoor.', askedOf: 'Stichting Theater De Schakel', isAsked: true },
    { kvk: '00990149', serviceKey: 'bd-lh', kind: 'office-half', person: 'Henk Mulder', reason: 'Henk is uit dienst.', askedOf: 'Sanne Wiersma', isAsked: false },
  ],
  review: 'Ketenmachtigingen, elk kwartaal',
};

const VAN_DER_MEER: ExampleTenant = {
  tenant: { slug: 'van-der-meer', name: 'Van der Meer Holding', kind: 'holding', kvkNumber: '00990501' },
  lists: [{ name: 'medewerkers.csv' }],
  rights: [{ name: 'middelen-digidentity.csv', supplierKey: 'digidentity' }, { name: 'overzicht-machtigingen.csv' }],
  members: [
    { email: 'petra.lindeman@vandermeer.example', name: 'Petra Lindeman', role: 'office-administrator', clients: 'all' },
    { email: 'karin@vandermeer.example', name: 'Karin van der Meer', role: 'owner', clients: 'all' },
    { email: 'ahmed.yilmaz@vandermeer.example', name: 'Ahmed Yilmaz', role: 'adviser', clients: 'all' },
    AUDITOR,
  ],
  actor: 'petra.lindeman@vandermeer.example',
  meansSeen: { digidentity: 16 },
  seen: [
    { kvk: '00990501', daysAgo: 16, by: 'Petra Lindeman', evidenceClass: 'A' },
    { kvk: '00990534', daysAgo: 16, by: 'Petra Lindeman', evidenceClass: 'A' },
    { kvk: '00990523', daysAgo: 430, by: 'Petra Lindeman', evidenceClass: 'A' },
  ],
  revocations: [{ kvk: '00990545', serviceKey: 'bd-ob', kind: 'direct', person: 'Dirk Bos', reason: 'Dirk is uit dienst.', askedOf: 'Petra Lindeman', isAsked: true }],
};

/** The examples of a fresh start, in the order in which they are made. Nobody and nothing in them exists. */
export const EXAMPLE_TENANTS: readonly ExampleTenant[] = [NOORDERLICHT, VAN_DER_MEER];
