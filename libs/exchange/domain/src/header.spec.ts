import { meaningOfHeader } from './header.js';

describe('meaningOfHeader', () => {
  it.each([
    ['Klantnummer', 'clientNumber'], ['klant nr.', 'clientNumber'], ['Relatienummer', 'clientNumber'], ['Client no.', 'clientNumber'], ['Dossiernr', 'clientNumber'],
    ['Klantnaam', 'company'], ['Klant', 'company'], ['Bedrijf', 'company'], ['Naam onderneming', 'company'], ['Company name', 'company'], ['Cliënt', 'company'], ['Namens', 'company'], ['Naam machtiginggever', 'company'],
    ['KvK', 'kvk'], ['KvK-nummer', 'kvk'], ['K.v.K. nr', 'kvk'], ['KVKnr', 'kvk'], ['Nummer Kamer van Koophandel', 'kvk'], ['CoC number', 'kvk'], ['KvK machtiginggever', 'kvk'], ['Namens KvK', 'kvk'],
    ['KvK intermediair', 'intermediary'], ['Ketenmachtiging-id', 'recordId'], ['RSIN', 'rsin'], ['Vestigingsnummer', 'branch'],
    ['Dienst(en)', 'services'], ['Diensten', 'services'], ['Portaal', 'services'], ['Services', 'services'], ['Dienst', 'services'], ['Dienstverlener', 'provider'],
    ['Ketenmachtiging', 'status'], ['Status', 'status'], ['Chain authorisation', 'status'], ['Ketenmachtiging?', 'status'],
    ['Niveau', 'level'], ['Betrouwbaarheidsniveau', 'level'], ['EH-niveau', 'level'], ['Assurance level', 'level'], ['LoA', 'level'],
    ['Leverancier klant', 'supplier'], ['eHerkenning leverancier', 'supplier'], ['Supplier', 'supplier'],
    ['Afgegeven op', 'validFrom'], ['Ingangsdatum', 'validFrom'], ['Startdatum', 'validFrom'], ['Issued', 'validFrom'], ['Valid from', 'validFrom'], ['Geldig vanaf', 'validFrom'],
    ['Geldig tot', 'validUntil'], ['Geldig t/m', 'validUntil'], ['Einddatum', 'validUntil'], ['Verloopt op', 'validUntil'], ['Valid until', 'validUntil'], ['Expiry date', 'validUntil'], ['t/m', 'validUntil'],
    ['Gekoppelde medewerkers', 'persons'], ['Medewerker', 'persons'], ['Gebruiker', 'persons'], ['Linked employees', 'persons'],
    ['Bijzonderheden', 'note'], ['Opmerking', 'note'], ['Remarks', 'note'], ['Kosten p.j.', 'cost'],
    ['E-mail', 'email'], ['E-mailadres', 'email'], ['Mail', 'email'], ['Initialen', 'initials'], ['Afkorting', 'initials'], ['Voornaam', 'firstName'], ['First name', 'firstName'], ['Achternaam', 'lastName'], ['Tussenvoegsel', 'infix'],
    ['Functie', 'function'], ['In dienst vanaf', 'inServiceFrom'], ['In dienst sinds', 'inServiceFrom'], ['In dienst tot', 'inServiceUntil'], ['Datum uit dienst', 'inServiceUntil'], ['Uit dienst', 'inServiceUntil'],
    ['User ID', 'userId'], ['Token type', 'tokenType'], ['Last used', 'lastUsed'], ['Laatst gebruikt', 'lastUsed'],
    ['Rechtsvorm', 'legalForm'], ['Plaats', 'town'], ['Vestigingsplaats', 'town'], ['Town', 'town'], ['Woonplaats', null], ['Geboorteplaats', null], ['Verantwoordelijk partner', 'partner'], ['Groep', 'group'], ['Taak/afdeling', 'task'], ['Eindverantwoordelijk', 'responsible'],
    ['Naam', 'name'], ['Name', 'name'], ['BSN', 'citizenNumber'], ['Wachtwoord', 'secret'], ['Pincode', 'secret'],
    ['Klant sinds', null], ['Telefoon', null], ['Postadres', null], ['Granted', 'validFrom'], ['Eind', 'validUntil'], ['Vorm', 'legalForm'], ['Regio', null], ['', null],
  ])('takes %j for %s', (header, meaning) => expect(meaningOfHeader(header)).toBe(meaning));
});
