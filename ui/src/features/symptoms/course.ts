/** The choices of how a symptom runs, with their words. */
import {
  replyValues,
  siteValues,
  symptomPatternValues,
  symptomRelationValues,
  symptomTrendValues,
  timeOfDayValues,
  type Site,
} from '../../ipc/generated';
import { without } from '../../ipc/values';
import { optionsOf } from '../entries/fields/choices';

export const relations = optionsOf(symptomRelationValues, (value) => `symptoms-relation-${value}`);
export const patterns = optionsOf(symptomPatternValues, (value) => `symptoms-pattern-${value}`);
export const trends = optionsOf(symptomTrendValues, (value) => `symptoms-trend-${value}`);
export const times = optionsOf(timeOfDayValues, (value) => `symptoms-time-${value}`);

/** Replies that a question about reach takes; nothing chosen is not asked. */
export const reached = optionsOf(
  without(replyValues, 'not_asked', 'declined'),
  (value) => `symptoms-reach-${value}`,
);

export type ChartChoice = Exclude<Site, 'not_split'> | 'none';
export const chartSites = optionsOf<ChartChoice>(
  [...without(siteValues, 'not_split'), 'none'],
  (value) => `symptoms-chart-${value}`,
);
