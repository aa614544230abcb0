import type { Language, Messages } from './message-id.js';

/** All texts of one language, fetched apart so that a browser loads only the language it shows. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'nl' ? (await import('./nl/index.js')).nl : (await import('./en/index.js')).en;
}

/** The texts of the door alone: signing in, refusals, and the words that every screen shares. */
export async function loadDoorMessages(language: Language): Promise<Readonly<Partial<Messages>>> {
  return language === 'nl' ? (await import('./nl/door.js')).door : (await import('./en/door.js')).door;
}
