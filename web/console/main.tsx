import '@shared/base.css';
import './console.css';
import './controls/field.css';
import './controls/dialog.css';
import './controls/workplace.css';
import './controls/item.css';
import './controls/loading.css';
import './shell/shell.css';
import './sign-in/sign-in.css';
import './board/board.css';
import './register/register.css';
import './interviews/interviews.css';
import './reports/reports.css';
import './desk/desk.css';
import './contacts/contacts.css';
import './callers/callers.css';
import './rooms/rooms.css';
import './figures/figures.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '@shared/i18n/language.js';
import { startClients } from './api/client.js';
import { App } from './app.js';

startLanguage();
startClients();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
