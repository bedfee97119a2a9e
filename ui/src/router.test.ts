import { describe, expect, it } from 'vitest';
import { href, parse, rooms, tabOf, tabs, type Route } from './router';

const routes: Route[] = [
  { name: 'patients' },
  { name: 'new-patient' },
  { name: 'due' },
  { name: 'settings' },
  { name: 'rules' },
  { name: 'audit' },
  { name: 'audit', patient: '0190a/b c' },
  { name: 'about' },
  { name: 'kit' },
  ...[...rooms, 'person' as const, 'alerts' as const].map((section): Route => ({
    name: 'patient',
    id: '0190a/b c',
    section,
  })),
  ...(
    [
      'surgeries',
      'symptoms',
      'examinations',
      'imaging',
      'electrodiagnosis',
      'readings',
      'documents',
      'treatments',
      'scores',
      'progress',
      'walking',
      'letters',
      'follow-up',
    ] as const
  ).flatMap((section): Route[] => [
    { name: 'patient', id: '7', section, entry: 'new' },
    { name: 'patient', id: '7', section, entry: '0190a/b' },
  ]),
];

describe('router', () => {
  it('has at most ten tabs, so that each has a digit, and every room stands in one of them', () => {
    expect(tabs.length).toBeLessThanOrEqual(10);
    expect(new Set(rooms).size).toBe(rooms.length);
    expect(rooms.every((room) => tabOf(room))).toBe(true);
    expect(tabOf('person')).toBeUndefined();
  });

  it.each(routes)('comes back to $name $section $entry', (route) => {
    expect(parse(href(route))).toEqual(route);
  });

  it.each([
    ['', { name: 'patients' }],
    ['#', { name: 'patients' }],
    ['#/', { name: 'patients' }],
    ['#/patients/', { name: 'patients' }],
    ['#/patients/7', { name: 'patient', id: '7', section: 'overview' }],
    ['#/patients/7/tax', { name: 'unknown' }],
    ['#/patients//overview', { name: 'unknown' }],
    ['#/patients/new/overview', { name: 'unknown' }],
    ['#/patients/%E0%A4%A/overview', { name: 'unknown' }],
    ['#/settings/more', { name: 'unknown' }],
    ['#/settings/rules/more', { name: 'unknown' }],
    ['#/rules', { name: 'unknown' }],
    ['#/settings/audit/', { name: 'unknown' }],
    ['#/settings/audit/7/more', { name: 'unknown' }],
    ['#/about', { name: 'unknown' }],
    ['#/kit/extra', { name: 'unknown' }],
    ['#/patients/7/overview/more', { name: 'unknown' }],
    ['#/patients/7/person/more', { name: 'unknown' }],
    ['#/patients/7/surgeries/', { name: 'unknown' }],
    ['#/patients/7/surgeries/8/more', { name: 'unknown' }],
    ['#/nowhere', { name: 'unknown' }],
  ])('reads %s', (hash, route) => {
    expect(parse(hash)).toEqual(route);
  });
});
