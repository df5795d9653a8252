import { createRoot } from 'react-dom/client';
import { languageSchema, themeSchema } from '../app/settings';
import { App } from './app';
import { prepareForPages } from './compose/prepare';
import { isOpening } from './ahead';
import { beginning, client, press, query } from './first';
import { ServicesContext } from './services';

const language = languageSchema.safeParse(query.get('lang')).data ?? 'tr';
document.documentElement.lang = language;
document.documentElement.dataset['theme'] = themeSchema.safeParse(query.get('theme')).data ?? 'system';

const services = { client, openPress: () => Promise.resolve(press), beginning, language };

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the interface.');
const draw = (): void =>
  createRoot(root).render(
    <ServicesContext value={services}>
      <App />
    </ServicesContext>,
  );

/** No window waits any longer to be drawn. */
const LONGEST_MS = 200;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// The first page is drawn with the interface rather than after it. What is waited for is loaded when this script has ended.
if (isOpening) void Promise.race([prepareForPages(services.openPress), wait(LONGEST_MS)]).then(draw);
else draw();
