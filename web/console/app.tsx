import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useMemo } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useLanguage } from '@shared/i18n/use-words.js';
import { Board } from './board/board.js';
import { Loading } from './controls/loading.js';
import { useMedia } from './controls/use-media.js';
import { SessionGate } from './session/session-gate.js';
import { BrokenPlace } from './shell/broken-place.js';
import { NotFound } from './shell/not-found.js';
import { Place } from './shell/place.js';
import { Shell } from './shell/shell.js';
import { antdTheme } from './theme.js';

const Register = lazy(() => import('./register/register.js').then((module) => ({ default: module.Register })));
const Tickets = lazy(() => import('./tickets/tickets.js').then((module) => ({ default: module.Tickets })));
const Interviews = lazy(() => import('./interviews/interviews.js').then((module) => ({ default: module.Interviews })));
const Reports = lazy(() => import('./reports/reports.js').then((module) => ({ default: module.Reports })));
const Instructions = lazy(() =>
  import('./reports/instructions.js').then((module) => ({ default: module.Instructions })),
);
const Desk = lazy(() => import('./desk/desk.js').then((module) => ({ default: module.Desk })));
const Callers = lazy(() => import('./callers/callers.js').then((module) => ({ default: module.Callers })));
const Contacts = lazy(() => import('./contacts/contacts.js').then((module) => ({ default: module.Contacts })));
const Rooms = lazy(() => import('./rooms/rooms.js').then((module) => ({ default: module.Rooms })));
const Duty = lazy(() => import('./duty/duty.js').then((module) => ({ default: module.Duty })));
const Schedule = lazy(() => import('./schedule/schedule.js').then((module) => ({ default: module.Schedule })));
const Catalogue = lazy(() => import('./catalogue/catalogue.js').then((module) => ({ default: module.Catalogue })));
const Figures = lazy(() => import('./figures/figures.js').then((module) => ({ default: module.Figures })));
const Accounts = lazy(() => import('./accounts/accounts.js').then((module) => ({ default: module.Accounts })));
const Calendar = lazy(() => import('./calendar/calendar.js').then((module) => ({ default: module.Calendar })));

/** antd writes its styles while it runs; the gateway lets them in by this answer's nonce (Content-Security-Policy). */
const NONCE = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;

export function App() {
  const shown = useLanguage();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const theme = useMemo(() => antdTheme(dark), [dark]);
  return (
    <ConfigProvider
      theme={theme}
      locale={shown === 'zh-CN' ? zhCN : enUS}
      csp={{ nonce: NONCE }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <SessionGate>
        <Router base="/console">
          <Shell>
            <BrokenPlace>
              <Suspense fallback={<Loading page />}>
                <Switch>
                  <Route path="/">
                    <Board />
                  </Route>
                  <Route path="/register">
                    <Place name="register">
                      <Register />
                    </Place>
                  </Route>
                  <Route path="/tickets/:id?">
                    {({ id }) => (
                      <Place name="tickets">
                        <Tickets selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/interviews/:id?">
                    {({ id }) => (
                      <Place name="interviews">
                        <Interviews selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/reports/:id?">
                    {({ id }) => (
                      <Place name="reports">
                        <Reports selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/instructions">
                    <Place name="instructions">
                      <Instructions />
                    </Place>
                  </Route>
                  <Route path="/desk">
                    <Place name="desk">
                      <Desk />
                    </Place>
                  </Route>
                  <Route path="/callers">
                    <Place name="callers">
                      <Callers />
                    </Place>
                  </Route>
                  <Route path="/contacts/:id?">
                    {({ id }) => (
                      <Place name="contacts">
                        <Contacts selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/rooms/:id?">
                    {({ id }) => (
                      <Place name="rooms">
                        <Rooms selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/duty/:id?">
                    {({ id }) => (
                      <Place name="duty">
                        <Duty selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/schedule">
                    <Place name="schedule">
                      <Schedule />
                    </Place>
                  </Route>
                  <Route path="/catalogue/:id?">
                    {({ id }) => (
                      <Place name="catalogue">
                        <Catalogue selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/figures">
                    <Place name="figures">
                      <Figures />
                    </Place>
                  </Route>
                  <Route path="/accounts/:id?">
                    {({ id }) => (
                      <Place name="accounts">
                        <Accounts selected={id ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route path="/calendar/:day?">
                    {({ day }) => (
                      <Place name="calendar">
                        <Calendar selected={day ?? null} />
                      </Place>
                    )}
                  </Route>
                  <Route>
                    <NotFound />
                  </Route>
                </Switch>
              </Suspense>
            </BrokenPlace>
          </Shell>
        </Router>
      </SessionGate>
    </ConfigProvider>
  );
}
