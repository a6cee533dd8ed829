import type { BookingChannel, PatternSession } from '../../schedule/domain/site-schedule.js';
import { sessions, type County, type CountyOfficer, type CountyPost, type CountyWindow } from '../county.js';
import { DEMO_ITEMS } from './items.js';
import { DEMO_VOLUNTEERS, personName } from './people.js';
import { DEMO_ROOMS } from './rooms.js';
import { DEMO_SITES, type DemoSite, type Desk } from './sites.js';

const WORKDAYS = [1, 2, 3, 4, 5];
const THURSDAY = [4];
const SATURDAY = [6];
const ALL_CHANNELS: readonly BookingChannel[] = ['web', 'sms', 'phone', 'counter'];

const id = (kind: string, n: number): string => `0190a000-0000-7000-8000-00000000${kind}${String(n).padStart(2, '0')}`;

/** The demo county: all that is fixed of it. */
export function demoCounty(): County {
  const network = new Network();
  for (const site of DEMO_SITES) network.add(site);
  const { officers, posts, windows } = network;
  return {
    sites: DEMO_SITES,
    items: DEMO_ITEMS,
    offers: DEMO_SITES.flatMap(({ id: siteId }) => {
      const codes = new Set(windows.filter((window) => window.siteId === siteId).flatMap(({ items }) => items));
      return [...codes].map((itemCode) => ({ siteId, itemCode, channels: ALL_CHANNELS }));
    }),
    officers,
    posts,
    windows,
    rooms: DEMO_ROOMS,
    volunteers: DEMO_VOLUNTEERS,
  };
}

/** Numbers windows, posts and officers through the county, so that their ids stay the same. */
class Network {
  readonly officers: CountyOfficer[] = [];
  readonly posts: CountyPost[] = [];
  readonly windows: CountyWindow[] = [];

  add(site: DemoSite): void {
    this.officer(site, [], true);
    let number = 1;
    for (const desk of site.desks) {
      const post = this.post(site, desk);
      for (let n = 0; n < desk.windows; n += 1) {
        this.windows.push(windowOf(site, desk, post.id, { number, serial: this.windows.length + 1 }));
        number += 1;
      }
    }
  }

  private post(site: DemoSite, { nameZh, nameEn, fields }: Desk): CountyPost {
    const post = {
      id: id('06', this.posts.length + 1),
      siteId: site.id,
      nameZh,
      nameEn,
      qualifications: fields,
      aOfficerId: this.officer(site, fields, false),
      bOfficerId: this.officer(site, fields, true),
    };
    this.posts.push(post);
    return post;
  }

  private officer(site: DemoSite, qualifications: readonly string[], mayLead: boolean): string {
    const n = this.officers.length + 1;
    const officer = { id: id('05', n), siteId: site.id, name: personName(n), qualifications, mayLead };
    this.officers.push(officer);
    return officer.id;
  }
}

function windowOf(
  site: DemoSite,
  desk: Desk,
  postId: string,
  { number, serial }: { number: number; serial: number },
): CountyWindow {
  const travelMinutes = desk.travelMinutes ?? 0;
  const kind = travelMinutes > 0 ? 'home-visit' : 'counter';
  const items = DEMO_ITEMS.filter(
    ({ field, homeVisit }) => desk.fields.includes(field) && (kind === 'counter' || homeVisit),
  );
  return {
    id: id('07', serial),
    siteId: site.id,
    postId,
    code: kind === 'counter' ? String(number) : `H${number}`,
    nameZh: `${number}号窗口（${desk.nameZh}）`,
    nameEn: `Window ${number} (${desk.nameEn})`,
    kind,
    travelMinutes,
    items: items.map(({ code }) => code),
    pattern: patternOf(desk),
  };
}

function patternOf({ capacity = 1, extended = false, evening = false }: Desk): PatternSession[] {
  return [
    ...sessions(WORKDAYS, 'morning', [540, 720], { capacity, greenMinutes: 30 }),
    ...(extended ? sessions(WORKDAYS, 'noon', [720, 810]) : []),
    ...sessions(WORKDAYS, 'afternoon', [810, 1050], { capacity, greenMinutes: 30 }),
    ...(evening ? sessions(THURSDAY, 'evening', [1050, 1170]) : []),
    ...(extended ? sessions(SATURDAY, 'morning', [540, 720]) : []),
  ];
}
