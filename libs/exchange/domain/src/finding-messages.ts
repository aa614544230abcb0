import type { Finding, FindingCategory, Place, Remark } from './findings.js';

const quoted = (remark: Remark): string => (remark.value == null || remark.value === '' ? 'de cel is leeg' : `"${remark.value}"`);

/** The registers besides eHerkenning, as a sentence names them. */
const REGISTERS: Readonly<Record<string, string>> = { 'logius-machtigingenregister': 'het Machtigingenregister van Logius', 'portal-own': 'het eigen beheer van het portaal' };

type Sentence = (remark: Remark) => string;

/** One plain sentence for each category: what stands there, why it matters and what to do. */
const SENTENCES: Readonly<Record<FindingCategory, Sentence>> = {
  'kvk-leading-zero-restored': (r) => `het KvK-nummer ${quoted(r)} miste nullen vooraan en is aangevuld tot acht cijfers; controleer het nummer.`,
  'kvk-normalised': (r) => `spaties, punten of een voorvoegsel zijn uit het KvK-nummer gehaald: ${quoted(r)}; u hoeft niets te doen.`,
  'kvk-invalid': (r) => `${quoted(r)} is geen KvK-nummer en geen RSIN; deze rij wacht tot u het juiste nummer van acht cijfers invult.`,
  'kvk-missing': () => 'er is geen KvK-nummer, dus het bedrijf is alleen op naam bekend; vul het nummer aan.',
  'rsin-instead-of-kvk': (r) => `in de KvK-kolom staat een RSIN, ${quoted(r)}; het is als RSIN gelezen, vul het KvK-nummer aan.`,
  'company-missing': (r) => `er staat een machtiging maar geen bedrijf${r.value == null ? '' : `, alleen klantnummer ${quoted(r)}`}; deze rij wacht tot u het bedrijf kiest of toevoegt.`,
  'company-ambiguous': (r) => `er zijn twee of meer bedrijven met de naam ${quoted(r)}; deze rij wacht tot u het KvK-nummer van het bedoelde bedrijf invult.`,
  'same-company-two-names': (r) => `hetzelfde nummer staat in rij ${r.relatedRow ?? '?'} onder een andere naam dan ${quoted(r)}; kies welke naam klopt.`,
  'same-name-two-kvk': (r) => `de naam ${quoted(r)} staat in rij ${r.relatedRow ?? '?'} met een ander KvK-nummer; controleer of dit twee bedrijven zijn.`,
  'service-unknown': (r) => `${quoted(r)} is geen dienst die wij kennen${r.suggestion ? `; bedoelt u "${r.suggestion}"?` : '; kies de dienst of laat hem onbekend.'}`,
  'service-not-specific': (r) => `${quoted(r)} noemt alleen de dienstverlener; kies om welke dienst het gaat.`,
  'scope-wide': (r) => `${quoted(r)} geldt voor alle diensten; controleer of zo'n ruime machtiging echt de bedoeling is.`,
  'other-register': (r) => `deze dienst wordt niet alleen in eHerkenning gemachtigd maar in ${REGISTERS[r.value ?? ''] ?? 'een ander register'}; regel de machtiging ook daar.`,
  'chain-not-possible': () => 'deze dienst aanvaardt geen ketenmachtiging; het bedrijf heeft een eigen inlogmiddel nodig.',
  'chain-without-employee': () => 'aan deze ketenmachtiging is geen medewerker gekoppeld, dus niemand kan haar gebruiken; koppel een medewerker.',
  'status-unreadable': (r) => `de status is niet te lezen: ${quoted(r)}; gebruik ja, nee, aangevraagd of vervallen.`,
  'status-conflict': () => 'de machtiging heet vervallen, maar de einddatum ligt nog voor ons; controleer status en datum.',
  'level-too-low': (r) => `niveau ${r.value ?? ''} is lager dan de dienst vraagt (${r.required ?? ''}); vraag een hoger niveau aan.`,
  'level-missing': () => 'er is geen niveau ingevuld; vul het niveau aan om te weten of het genoeg is.',
  'level-unreadable': (r) => `het niveau is niet te lezen: ${quoted(r)}; gebruik EH2+, EH3 of EH4.`,
  'level-legacy': (r) => `niveau ${r.value ?? ''} wordt niet meer uitgegeven; vervang het middel door een hoger niveau.`,
  'level-by-eidas-name': (r) => `het niveau is met de Europese naam gegeven en gelezen als ${r.value ?? ''}; controleer dat.`,
  'date-unreadable': (r) => `de datum is niet te lezen of bestaat niet: ${quoted(r)}; vul een datum in als 31-12-2028.`,
  'date-approximate': (r) => `${quoted(r)} is geen dag en is gelezen als de laatste dag van die periode; vul de precieze datum in.`,
  'date-two-digit-year': (r) => `het jaar in ${quoted(r)} is gelezen als 20..; controleer het jaar.`,
  'date-month-first': (r) => `${quoted(r)} is alleen te lezen met de maand voorop; controleer dag en maand.`,
  'end-date-missing': () => 'er is geen einddatum ingevuld; vul aan tot wanneer de machtiging geldt.',
  'end-date-indefinite': (r) => `${quoted(r)}: een machtiging voor eHerkenning geldt ten hoogste vijf jaar; zoek de echte einddatum op.`,
  'date-order': () => 'de begindatum ligt na de einddatum; controleer beide datums.',
  ended: (r) => `de einddatum ${r.value ?? ''} is voorbij; vraag de machtiging opnieuw aan of zet haar op vervallen.`,
  'term-over-five-years': (r) => `de looptijd tot ${r.value ?? ''} is langer dan vijf jaar, wat niet kan; controleer de datums.`,
  duplicate: (r) => `dezelfde machtiging staat al in rij ${r.relatedRow ?? '?'}; verwijder een van beide${r.ambiguous ? ', of laat beide staan als dit een verlenging is' : ''}.`,
  'person-unknown': (r) => `${quoted(r)} staat niet in de legenda en niet in de personeelslijst; voeg de persoon toe of verbeter de naam.`,
  'person-ambiguous': (r) => `${quoted(r)} past bij meer dan een persoon en is aan niemand gekoppeld; kies de juiste.`,
  'person-left': (r) => `${r.value ?? 'deze persoon'} is uit dienst, maar de machtiging loopt nog; trek haar in bij de leverancier.`,
  'person-missing': () => 'er is geen medewerker genoemd; vul in wie de machtiging heeft.',
  'row-struck-through': () => 'de rij is doorgestreept en gelezen als beëindigd; controleer of dat klopt.',
  'secret-in-text': () => 'hier stond een wachtwoord, pincode of andere code; die is niet bewaard, verwijder hem ook uit uw bestand en wijzig hem.',
  'bsn-in-text': () => 'hier stond een burgerservicenummer; dat is niet bewaard, verwijder het ook uit uw bestand.',
  'formula-cell': () => 'hier staat een formule, of tekst die een rekenblad als formule zou uitvoeren; alleen de tekst is gelezen, controleer haar.',
  'unusual-characters': () => 'onzichtbare tekens zijn uit de naam gehaald; controleer de naam.',
  'supplier-unknown': (r) => `${quoted(r)} is geen leverancier van eHerkenning die wij kennen; kies de leverancier.`,
  'cell-too-long': (r) => `hier staan meer tekens dan het veld kan bevatten (ten hoogste ${r.required ?? ''}): ${quoted(r)}; alleen deze rij wacht, kort de tekst in.`,
  'row-not-understood': (r) => `deze rij is niet te begrijpen: ${quoted(r)}; zij wacht tot u haar verbetert of overslaat.`,
};

const HEADINGS: Readonly<Record<string, string>> = {
  kvk: 'KvK', rsin: 'RSIN', services: 'dienst', portal: 'portaal', level: 'niveau', until: 'einddatum', from: 'begindatum', persons: 'medewerkers',
  person: 'medewerker', clientNumber: 'klantnummer', email: 'e-mail', initials: 'initialen', function: 'functie', legalForm: 'rechtsvorm', town: 'plaats', group: 'groep', partner: 'relatiebeheerder', task: 'taak', userId: 'gebruiker', tokenType: 'soort middel', supplier: 'leverancier', status: 'status', note: 'opmerking', name: 'naam', company: 'bedrijf', responsible: 'eindverantwoordelijke',
};

function placeText({ row, sheet, cell, column }: Place): string {
  const heading = column !== undefined ? HEADINGS[column] : undefined;
  const parts = [cell !== undefined ? `Cel ${cell}` : `Rij ${row}`, sheet !== undefined ? `blad ${sheet}` : '', heading !== undefined && cell === undefined ? `kolom ${heading}` : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** The Dutch sentence of a finding: where, what, why and what to do. It holds only text that was redacted before. */
export function messageOf(finding: Omit<Finding, 'severity'>): string {
  return `${placeText(finding)}: ${SENTENCES[finding.category](finding)}`;
}
