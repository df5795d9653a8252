import { createRoot } from 'react-dom/client';
import { languageSchema, themeSchema } from '../app/settings';
import { App } from './app';
import { createClient } from './bridge';
import { partsFrom } from './compose/parts';
import { prepareForPages } from './compose/prepare';
import type { Press } from './compose/press';
import { ServicesContext } from './services';

const query = new URLSearchParams(location.search);
const language = languageSchema.catch('tr').parse(query.get('lang'));
document.documentElement.lang = language;
document.documentElement.dataset['theme'] = themeSchema.catch('system').parse(query.get('theme'));

let press: Promise<Press> | null = null;
const client = createClient(window.faksla);
const services = {
  client,
  openPress: () => (press ??= import('./compose/press').then(({ createPress }) => createPress(partsFrom(client)))),
  language,
};

// Main knows before the page does that files are on their way.
if (query.has('opening')) prepareForPages(services.openPress);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the interface.');
createRoot(root).render(
  <ServicesContext value={services}>
    <App />
  </ServicesContext>,
);
