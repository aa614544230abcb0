/** The notes of the shipped list in Dutch, by what they say in English: a published version keeps the English alone. */
const DUTCH_NOTES: Readonly<Record<string, string>> = {
  'EH2+ or EH3 depending on the scheme; only some schemes take chains, and RVO has mandates of its own.':
    'EH2+ of EH3, verschilt per regeling; een keten kan bij sommige regelingen, en RVO heeft eigen machtigingen.',
  'The level differs per scheme and is not confirmed.':
    'Het niveau verschilt per regeling en is niet bevestigd.',
  'From an official page without a date.':
    'Van een officiële pagina zonder datum.',
  'Asks for access to NVWA and Mijn RVO; no level stated.':
    'Vraagt toegang tot NVWA en Mijn RVO; een niveau staat er niet bij.',
  'In force since 1 July 2024.':
    'Geldt sinds 1 juli 2024.',
  'KVK (9 December 2025) asks EH2 or higher; as EH2 is no longer sold, EH2+ is the lowest in use. There are other ways in.':
    'KVK (9 december 2025) vraagt EH2 of hoger; EH2 wordt niet meer verkocht, dus is EH2+ het laagste in gebruik. Er zijn andere manieren om in te loggen.',
  'EH2+, EH3 or EH4, each product with an authorisation of its own.':
    'EH2+, EH3 of EH4; elk product heeft een eigen machtiging.',
  'The level differs per product and is not confirmed.':
    'Het niveau verschilt per product en is niet bevestigd.',
  'Stated as EH2 with a second factor. Takes no chain: every user needs a means of the company itself.':
    'Genoemd als EH2 met een tweede factor. Een keten kan niet: elke gebruiker heeft een inlogmiddel van de organisatie zelf nodig.',
  'An undated page says eH2, to be raised product by product.':
    'Een pagina zonder datum noemt EH2; per product wordt dat verhoogd.',
  'Level as listed beside BRO; a source of its own has not been seen.':
    'Niveau zoals het bij de BRO staat; een eigen bron is niet gezien.',
  'Here the branch number matters.':
    'Hier telt het vestigingsnummer.',
  'No source has confirmed this yet.':
    'Nog door geen bron bevestigd.',
  'One portal in front of some eight services, each authorised on its own.':
    'Eén portaal voor ongeveer acht diensten, elk met een eigen machtiging.',
  'Level as SVB stated it in 2022; that chains work comes from a third party.':
    'Niveau zoals de SVB het in 2022 noemde; dat een keten kan, komt van een derde.',
  'Also needs a grant inside the portal.':
    'Vraagt ook een recht in het portaal zelf.',
  'The client grants the office access inside the portal.':
    'De klant geeft het kantoor toegang in het portaal zelf.',
  'Sole traders may log in with DigiD instead.':
    'Een eenmanszaak kan ook met DigiD inloggen.',
  'Services and level as a supplier lists them; that chains work is stated by the Belastingdienst.':
    'Diensten en niveau zoals een leverancier ze noemt; dat een keten kan, staat bij de Belastingdienst.',
  'Asks for eHerkenning without naming a level, and for an EORI number.':
    'Vraagt eHerkenning zonder een niveau te noemen, en een EORI-nummer.',
  'Register of its own: the client gets a letter, and the mandate is active unless refused within 26 days.':
    'Eigen register: de klant krijgt een brief, en de machtiging gaat in als hij niet binnen 26 dagen weigert.',
  'Register of its own: the client passes on an activation code.':
    'Eigen register: de klant geeft een activeringscode door.',
};

/** A note in Dutch; null where there is none, or where it is of another list than ours. */
export function dutchNoteOf(note: string | null): string | null {
  return note === null ? null : (DUTCH_NOTES[note] ?? null);
}
