import { DEMO_UNITS } from '@app/common/contracts/demo-county.js';
import type { ServiceItem } from '../service-items/service-item.entity.js';

const item = (
  code: string,
  nameZh: string,
  nameEn: string,
  kind: ServiceItem['kind'],
  replyLimitDays: number,
  unit: keyof typeof DEMO_UNITS,
  urgency: ServiceItem['urgency'] = 'usual',
): ServiceItem => ({ code, nameZh, nameEn, kind, replyLimitDays, urgency, leadUnitId: DEMO_UNITS[unit] });

/** The demo county's catalogue. */
export const DEMO_SERVICE_ITEMS: readonly ServiceItem[] = [
  item('housing-repair', '公共住房维修', 'Public housing repairs', 'help', 5, 'housing'),
  item('property-services', '物业服务纠纷', 'Property management disputes', 'complaint', 5, 'housing'),
  item('water-heat', '停水停暖抢修', 'Water and heating failures', 'help', 3, 'housing', 'utilities'),
  item('gas-leak', '燃气泄漏隐患', 'Gas leaks', 'help', 1, 'housing', 'danger'),
  item('unpaid-wages', '拖欠工资', 'Unpaid wages', 'complaint', 5, 'labour'),
  item('social-insurance', '社会保险咨询', 'Social insurance questions', 'consultation', 3, 'labour'),
  item('road-damage', '道路坑洼破损', 'Damaged roads', 'help', 5, 'transport'),
  item('bus-routes', '公交线路建议', 'Bus routes', 'suggestion', 10, 'transport'),
  item('night-noise', '夜间施工噪声', 'Building noise at night', 'complaint', 3, 'environment'),
  item('food-safety', '食品安全投诉', 'Food safety', 'complaint', 5, 'marketRegulation'),
  item('school-enrolment', '义务教育入学咨询', 'School enrolment', 'consultation', 3, 'education'),
  item('staff-conduct', '工作人员作风投诉', 'Conduct of staff', 'complaint', 3, 'housing'),
  item('misconduct', '干部违纪举报', 'Misconduct of officials', 'report', 10, 'labour'),
];
