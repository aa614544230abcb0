import '@ketenregie/ui/styles.css';
import '../portal.css';
import './gallery.css';
import { loadMessages } from '@ketenregie/messages';
import { applyPreferences, readPreferences } from '@ketenregie/portal-kit';
import { createRoot } from 'react-dom/client';
import { Providers } from '../providers.js';
import { Gallery } from './gallery.js';

applyPreferences();
const { language } = readPreferences();
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
createRoot(root).render(
  <Providers first={{ language, messages: await loadMessages(language) }}>
    <Gallery />
  </Providers>,
);
