import { describe, expect, it } from 'vitest';
import { href, parse, sections, type Route } from './router';

const routes: Route[] = [
  { name: 'patients' },
  { name: 'new-patient' },
  { name: 'settings' },
  { name: 'kit' },
  ...sections.map((section): Route => ({ name: 'patient', id: '0190a/b c', section })),
];

describe('router', () => {
  it.each(routes)('comes back to $name', (route) => {
    expect(parse(href(route))).toEqual(route);
  });

  it.each([
    ['', { name: 'patients' }],
    ['#', { name: 'patients' }],
    ['#/', { name: 'patients' }],
    ['#/patients/7', { name: 'patient', id: '7', section: 'overview' }],
    ['#/patients/7/tax', { name: 'unknown' }],
    ['#/patients/%E0%A4%A/overview', { name: 'unknown' }],
    ['#/kit/extra', { name: 'unknown' }],
    ['#/patients/7/overview/more', { name: 'unknown' }],
    ['#/nowhere', { name: 'unknown' }],
  ])('reads %s', (hash, route) => {
    expect(parse(hash)).toEqual(route);
  });
});
