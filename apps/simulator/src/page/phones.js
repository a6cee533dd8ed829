const TEXTS = {
  'zh-CN': {
    title: '阳光热线 · 模拟手机',
    subtitle: '系统发出的短信会显示在这里；您可以以群众的身份回复。仅供演示和测试。',
    other: 'English',
    newPhone: '添加一部手机',
    add: '添加',
    wrongNumber: '请输入 11 位手机号，或带国家代码的号码，例如 +85261234567。',
    emptyTitle: '还没有手机',
    emptyText: '系统给谁发短信，谁的手机就会出现在这里。也可以先添加一部手机，再发短信给热线。',
    noMessages: '还没有短信',
    placeholder: '输入短信',
    send: '发送',
    optedOut: '⊘ 已退订',
    live: '实时更新中',
    lost: '与服务器的连接已断开，正在重新连接…',
    notTaken: '短信没有送到热线，请稍后再试。',
    conversation: '与热线的短信',
    chips: ['预约', '评5', '评1', '人工'],
    queued: '◷ 发送中',
    sent: '✓ 已发出',
    delivered: '✓ 已送达',
    undelivered: '✕ 未送达',
    failed: '✕ 发送失败',
    received: '✓ 已发送',
    parts: (n) => `${n} 条`,
  },
  en: {
    title: 'Sunline · simulated phones',
    subtitle: 'Text messages of the suite arrive here, and you can answer as the citizen. For demos and tests only.',
    other: '中文',
    newPhone: 'Add a phone',
    add: 'Add',
    wrongNumber: 'Give a mobile number of 11 digits, or one with its country code, such as +85261234567.',
    emptyTitle: 'No phones yet',
    emptyText: 'A phone appears here as soon as the suite writes to it. Or add one and write to the hotline.',
    noMessages: 'No messages yet',
    placeholder: 'Text message',
    send: 'Send',
    optedOut: '⊘ opted out',
    live: 'Live',
    lost: 'The connection to the server is lost; trying again…',
    notTaken: 'The message did not reach the hotline. Please try again later.',
    conversation: 'Messages with the hotline',
    chips: ['BOOK', 'RATE 5', 'RATE 1', 'AGENT'],
    queued: '◷ on its way',
    sent: '✓ sent',
    delivered: '✓ delivered',
    undelivered: '✕ not delivered',
    failed: '✕ failed',
    received: '✓ sent',
    parts: (n) => `${n} parts`,
  },
};

const MAINLAND = /^(?:\+?86)?(1\d{10})$/;
const ABROAD = /^\+[1-9]\d{6,14}$/;
const cards = new Map();
const byId = (id) => document.getElementById(id);
const stored = localStorage.getItem('language');
let language = stored ?? (navigator.language.startsWith('en') ? 'en' : 'zh-CN');
const t = (key) => TEXTS[language][key];

function speak() {
  document.documentElement.lang = language;
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
  byId('language').textContent = t('other');
  byId('language').lang = language === 'en' ? 'zh-CN' : 'en';
  byId('number-error').textContent = '';
  showConnection(byId('connection').dataset.state);
  for (const card of cards.values()) card.speak();
}

function showConnection(state) {
  byId('connection').dataset.state = state;
  byId('connection').textContent = t(state);
}

/** `+8613812345678` → `138 1234 5678` */
function readable(number) {
  const mainland = MAINLAND.exec(number)?.[1];
  return mainland ? `${mainland.slice(0, 3)} ${mainland.slice(3, 7)} ${mainland.slice(7)}` : number;
}

function timeOf(iso) {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return at.toLocaleString(language, today ? clock : { month: 'short', day: 'numeric', ...clock });
}

class Card {
  constructor(number) {
    this.number = number;
    this.messages = new Map();
    this.element = byId('card').content.firstElementChild.cloneNode(true);
    this.talk = this.element.querySelector('.talk');
    this.form = this.element.querySelector('form');
    this.input = this.form.elements.text;
    this.element.dataset.phone = number;
    this.element.querySelector('h2').textContent = readable(number);
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send();
    });
    this.speak();
  }

  speak() {
    this.talk.dataset.empty = t('noMessages');
    this.talk.setAttribute('aria-label', `${t('conversation')} ${readable(this.number)}`);
    this.input.placeholder = t('placeholder');
    this.input.setAttribute('aria-label', `${t('placeholder')} ${readable(this.number)}`);
    this.form.querySelector('[type=submit]').textContent = t('send');
    this.element.querySelector('.opted-out').textContent = t('optedOut');
    this.form.querySelector('.chips').replaceChildren(...t('chips').map((text) => this.chip(text)));
    for (const { item, message } of this.messages.values()) this.fill(item, message);
  }

  chip(text) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => {
      this.input.value = text;
      this.input.focus();
    });
    return button;
  }

  setOptedOut(optedOut) {
    this.element.querySelector('.opted-out').hidden = !optedOut;
  }

  show(message) {
    const known = this.messages.get(message.sid);
    const item = known?.item ?? document.createElement('li');
    this.messages.set(message.sid, { item, message });
    this.fill(item, message);
    if (known) return;
    const atEnd = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 80;
    this.talk.append(item);
    if (atEnd || message.inbound) this.talk.scrollTop = this.talk.scrollHeight;
  }

  fill(item, message) {
    const bubble = document.createElement('div');
    bubble.className = 'bubble';
    bubble.textContent = message.body;
    const about = document.createElement('div');
    about.className = 'about';
    about.dataset.status = message.status;
    const state = document.createElement('span');
    state.className = 'state';
    state.textContent = t(message.status);
    const parts = message.segments > 1 ? ` · ${t('parts')(message.segments)}` : '';
    about.append(`${timeOf(message.createdAt)} · `, state, parts);
    item.className = message.inbound ? 'own' : '';
    item.replaceChildren(bubble, about);
  }

  async send() {
    const text = this.input.value.trim();
    const problem = this.form.querySelector('.problem');
    problem.textContent = '';
    if (text === '') {
      this.input.focus();
      return;
    }
    this.input.value = '';
    const taken = await post(`phones/${encodeURIComponent(this.number)}/messages`, { text });
    if (!taken) problem.textContent = t('notTaken');
  }
}

/** Whether the server took it; a message counts as taken when the hotline has it. */
async function post(path, body) {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return answer.ok && (await answer.json()).taken !== false;
  } catch {
    return false;
  }
}

function cardOf(number) {
  let card = cards.get(number);
  if (!card) {
    card = new Card(number);
    cards.set(number, card);
    byId('phones').prepend(card.element);
    byId('empty').hidden = true;
  }
  return card;
}

async function load() {
  const { phones, messages } = await (await fetch('phones')).json();
  for (const { number, optedOut } of phones) cardOf(number).setOptedOut(optedOut);
  for (const message of messages) cardOf(message.phone).show(message);
  byId('empty').hidden = phones.length > 0;
}

function follow() {
  const stream = new EventSource('stream');
  // What happened while the connection was away is in the state: it is read anew each time.
  stream.addEventListener('open', () => {
    showConnection('live');
    void load();
  });
  stream.addEventListener('error', () => showConnection('lost'));
  stream.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    cardOf(message.phone).show(message);
  });
  stream.addEventListener('phone', ({ data }) => {
    const { number, optedOut } = JSON.parse(data);
    cardOf(number).setOptedOut(optedOut);
  });
}

byId('language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  localStorage.setItem('language', language);
  speak();
});

byId('new-phone').addEventListener('submit', (event) => {
  event.preventDefault();
  void addPhone();
});

async function addPhone() {
  const field = byId('number');
  const given = field.value.replace(/[\s-]/g, '');
  const number = MAINLAND.exec(given)?.[1] ?? given;
  const right = MAINLAND.test(number) || ABROAD.test(number);
  field.setAttribute('aria-invalid', String(!right));
  byId('number-error').textContent = right ? '' : t('wrongNumber');
  if (!right) {
    field.focus();
    return;
  }
  field.value = '';
  if (await post('phones', { number })) {
    cardOf(number.startsWith('+') ? number : `+86${number}`).input.focus();
  } else {
    byId('number-error').textContent = t('lost');
  }
}

speak();
follow();
