import '@ketenregie/ui/styles.css';
import '../portal.css';
import './gallery.css';
import { applyPreferences, readPreferences } from '@ketenregie/portal-kit';
import { createRoot } from 'react-dom/client';
import { Providers } from '../providers.js';
import { showAllTexts } from '../texts.js';
import { Gallery } from './gallery.js';

applyPreferences();
await showAllTexts(readPreferences().language);
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app.');
createRoot(root).render(
  <Providers>
    <Gallery />
  </Providers>,
);
