import '@shared/base.css';
import './portal.css';
import './shell/shell.css';
import './shell/page.css';
import './form/buttons.css';
import './home/home.css';
import './form/form.css';
import './progress/progress.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '@shared/i18n/language.js';
import { App } from './shell/app.js';
import { startElderMode } from './shell/elder-mode.js';

startLanguage();
startElderMode();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
