import { normalisePortalText } from '@ketenregie/catalogue-domain';

/** What a column can mean. `name` is a person's or a company's, which the kind of file decides. */
export const COLUMN_MEANINGS = [
  'clientNumber', 'company', 'name', 'kvk', 'rsin', 'legalForm', 'town', 'partner', 'group', 'branch',
  'provider', 'services', 'status', 'level', 'supplier', 'validFrom', 'validUntil', 'persons', 'note', 'cost',
  'email', 'initials', 'firstName', 'infix', 'lastName', 'function', 'inServiceFrom', 'inServiceUntil',
  'userId', 'tokenType', 'lastUsed', 'task', 'responsible', 'intermediary', 'recordId', 'citizenNumber', 'secret',
] as const;
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/**
 * Header words by meaning, on folded text (no case, accents, punctuation). The first that fits counts, so what is specific stands first:
 * "in dienst tot" before "tot", "leverancier klant" before "klant".
 */
const HEADER_WORDS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['citizenNumber', /^(?:bsn|burgerservice ?nummer|sofi ?(?:nummer)?)\b|\bbsn$/],
  ['secret', /^(?:ww|wachtwoord(?:en)?|password|pass|pin(?: ?code)?|puk(?: ?code)?|inloggegevens|toegangscode|inlogcode|credentials)\b|\b(?:wachtwoord|password|pin ?code)$/],
  ['intermediary', /\bintermediair\b|\bintermediary\b|^(?:kvk )?(?:gemachtigde|machtigingnemer)\b/],
  ['recordId', /(?:machtiging|authorisation|authorization|keten)s?(?: ?machtiging)? ?(?:id|nummer|nr|kenmerk)$|^referentie\b/],
  ['branch', /\bvestiging(?:s ?(?:nummer|nr))?\b|\bbranch\b/],
  ['rsin', /\brsin\b|^fiscaal ?(?:nummer|nr)$|^fi ?nummer$/],
  ['kvk', /\bk ?v ?k\b|\bkvk ?(?:nummer|nr)|\bkvknummer\b|\bkvknr\b|\bkamer van koophandel\b|\bhandelsregister ?(?:nummer|nr)?\b|\bcoc\b|\bchamber of commerce\b/],
  ['lastUsed', /\blast (?:used|login|log in|use|activity)\b|\blaatst(?:e)? (?:gebruikt|gebruik|login|inlog|ingelogd|actief|keer)\b/],
  ['inServiceUntil', /\b(?:uit ?dienst|in ?dienst t ?m|in ?dienst tot(?: en met)?|einde? ?(?:datum )?dienst(?:verband)?|datum uit ?dienst|laatste werkdag|leave date|left(?: on)?|employed until|end of service)\b|^uitdienst|\beinddatum (?:contract|dienst\w*)\b/],
  ['inServiceFrom', /\b(?:in ?dienst(?: vanaf| sinds| op| per)?|datum in ?dienst|begin ?(?:datum )?dienst(?:verband)?|employed (?:since|from)|start of service|hire date)\b|^indienst|\b(?:startdatum|begindatum|ingangsdatum) (?:contract|dienst\w*)\b/],
  ['validUntil', /\b(?:geldig (?:tot|t m)|tot en met|t m|eind ?datum|einde?|verloop ?datum|verval ?datum|verloopt(?: op)?|vervalt(?: op)?|loopt af|afloop ?datum|afloop|geldigheid|valid (?:until|to|through|till)|expir\w*|end date|expires?|until|tot|einddatum machtiging|geldigheids(?:datum|duur))\b/],
  ['validFrom', /\b(?:afgegeven(?: op| per| d d)?|datum afgifte|afgifte ?datum|afgifte|ingangs ?datum|begin ?datum|start ?datum|ingang|vanaf|geldig (?:van|vanaf)|valid from|issued?(?: on| date)?|issue date|start date|start|sinds|granted(?: on)?|since|uitgifte ?datum|uitgegeven(?: op)?)\b/],
  ['email', /\be ?mail(?: ?adres| address)?\b|\bmail(?: ?adres)?\b|\bmailadres\b|\bemailadres\b/],
  ['initials', /^(?:initialen|initials|afkorting(?:en)?|afk|paraaf|parafen|code medewerker|medewerkercode|letters)$/],
  ['firstName', /^(?:voornaam|voornamen|roepnaam|first ?name|given ?name|forename)$/],
  ['infix', /^(?:tussenvoegsel(?:s)?|tussen voegsel|voorvoegsel(?:s)?|tv|infix|prefix|middle name)$/],
  ['lastName', /^(?:achternaam|familienaam|geslachtsnaam|surname|last ?name|family ?name)$/],
  ['userId', /^(?:user ?id|gebruikers? ?(?:id|nummer|nr|code)|login ?id|userid|account ?id|username|personeels ?(?:nummer|nr)|medewerker ?(?:nummer|nr))$/],
  ['tokenType', /\btoken ?(?:type)?\b|\btype (?:middel|token|inlogmiddel)\b|\b(?:inlog)?middel ?(?:type|soort)?$|\bmeans type\b|\bmethode\b|\bauthenticatie ?middel\b/],
  ['clientNumber', /\b(?:klant|client|relatie|debiteur(?:en)?|dossier|cust(?:omer)?)s? ?(?:nummer|nr|no|number|code|id)\b|^(?:klantnr|relatienr|clientnr|dossiernr)$|^(?:nr|nummer)$/],
  ['supplier', /\bleverancier\b|\bsupplier\b|\b(?:eh|eherkenning|middelen) ?(?:leverancier|aanbieder|partij)\b|\baanbieder\b|\bmakelaar\b|\bvendor\b/],
  ['level', /niveau\b|\blevel\b|\bloa\b|^eh$|\bassurance\b|\bbetrouwbaarheid\b/],
  ['responsible', /\beind ?verantwoordelijke?\b|\bresponsible(?: person)?\b|\bgoedgekeurd door\b|\bopdrachtgever\b/],
  ['partner', /\bpartner\b|\brelatiebeheerder\b|\bklant ?(?:manager|beheerder|verantwoordelijke)\b|\baccount ?manager\b|^verantwoordelijke?$|\bdossier ?(?:houder|verantwoordelijke)\b/],
  ['persons', /\bmedewerkers?\b|\bgebruikers?\b|\bgekoppelde?\b|\bemployees?\b|\busers?\b|\bpersonen\b|\bpersoon\b|\bpersons?\b|\bpeople\b|\bwie\b|\bcollega s?\b|\bgemachtigden?\b|\bbehandelaars?\b|\btoegewezen\b|\bnaam medewerker\b|\bnamen\b|\bhouder\b/],
  ['status', /\bstatus\b|\bketen ?machtiging(?:en)?\b|\bmachtiging (?:geregeld|afgegeven|aanwezig|verleend|ja nee)\b|\bketen\b|\bchain(?: authori[sz]ation)?\b|\bgemachtigd\b|\bstate\b/],
  ['provider', /\bdienst ?verlener\b|\binstanties?\b|\bservice provider\b|\bprovider\b|\boverheids(?:dienst|instantie)\b/],
  ['services', /\bdienst(?:en)?\b|\bdienst en\b|\bportaal\b|\bportalen\b|\bportals?\b|\bservices?\b|\bloket(?:ten)?\b|\bmachtiging(?:en)?(?: voor)?\b|\bwaarvoor\b|\bwebsite\b|\bapplicatie\b|\bsysteem\b|\bauthori[sz]ations?\b/],
  ['legalForm', /\brechts ?vorm\b|^vorm$|\blegal (?:form|entity type)\b|\bondernemingsvorm\b/],
  ['town', /^(?:vestigings ?)?plaats(?: ?naam)?$|^(?:town|city)$/],
  ['group', /\bgroep\b|\bconcern\b|\bcluster\b|^group$|\bgroepsnaam\b|\bmoeder(?:maatschappij)?\b/],
  ['task', /\btaak\b|\bafdeling\b|\bdepartment\b|\btask\b|\bteam\b/],
  ['function', /\bfunctie\b|\bfunction\b|\brol\b|\brole\b|\bjob(?: title)?\b|\bposition\b/],
  ['cost', /\bkosten\b|\bprijs\b|\btarief\b|\bcosts?\b|\bprice\b|\bbedrag\b|\beuro\b/],
  ['note', /\bbijzonderhe(?:id|den)\b|\bopmerking(?:en)?\b|\bnotities?\b|\btoelichting\b|\bremarks?\b|\bcomments?\b|\bnotes?\b|\bmemo\b|\baantekening(?:en)?\b|\binfo(?:rmatie)?\b|\bactie\b/],
  ['company', /\bklant(?:en)?(?: ?naam)?\b|\bbedrijf(?:s ?naam)?\b|\bbedrijven\b|\bbedrijfsnaam\b|\bonderneming(?:en)?\b|\bcompan(?:y|ies)\b|\bclients?(?: ?name)?\b|\borganisatie(?:naam)?\b|\bvennootschap(?:pen)?\b|\bentiteit\b|\bhandelsnaam\b|\brelatie(?: ?naam)?\b|\bnamens\b|\bmachtiginggever\b|\bcustomer\b|\bstatutaire naam\b|\badministraties?(?: ?naam)?\b|\bdossiernaam\b/],
  ['name', /^(?:volledige )?naam$|^(?:full )?name$|^naam en voornaam$|^naam voluit$/],
];

/** Columns that no reader uses, though a word of them looks like one: "klant sinds", "postadres". */
const UNUSED = /^(?:klant|client|relatie) sinds\b|\bgeboorte|\btelefoon|(?<!mail )\badres\b|\bpostcode\b|\bwoonplaats\b|\biban\b|\bwijziging\b|\bgewijzigd\b/;

/** What a header says its column means, or null where it is none of the words. */
export function meaningOfHeader(text: string): ColumnMeaning | null {
  const header = normalisePortalText(text);
  if (header === '' || header.length > 60 || UNUSED.test(header)) return null;
  return HEADER_WORDS.find(([, words]) => words.test(header))?.[0] ?? null;
}
