import { describe, expect, it } from 'vitest';
import { href, parse, sections, type Route } from './router';

const routes: Route[] = [
  { name: 'patients' },
  { name: 'new-patient' },
  { name: 'due' },
  { name: 'settings' },
  { name: 'rules' },
  { name: 'kit' },
  ...[...sections, 'person' as const, 'alerts' as const, 'follow-up' as const].map((section): Route => ({
    name: 'patient',
    id: '0190a/b c',
    section,
  })),
  ...(
    [
      'surgeries',
      'symptoms',
      'imaging',
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
