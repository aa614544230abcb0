export { DigestSettingsPage } from './digest-settings-page.js';
