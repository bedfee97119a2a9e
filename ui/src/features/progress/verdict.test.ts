import { expect, it } from 'vitest';
import { readVerdict } from './verdict';

it.each([
  ['ODI: 58 (3 May 2024) to 42 (Nov 2024): 16 points better, at least the 10 that matter (Ostelo 2008)', 'better', 'down'],
  ['Pain in the leg: 3 (2019) to 6 (2020): 3 points worse, at least the 2 that matter (Ostelo 2008)', 'worse', 'up'],
  ['Pain in the leg: 6 (2019) to 5 (2020): 1 points better, less than the 2 that matter (Ostelo 2008)', 'same', 'down'],
  ['Pain: 6.5 (2019 (3 months after operation 1)) to 6 (2020): 0.5 points better, less than the 2 that matter (x)', 'same', 'down'],
  ['Pain in the back: 6 (2019) to 6 (2020): no change', 'same', 'level'],
])('%s', (verdict, trend, way) => {
  expect(readVerdict(verdict)).toEqual({ trend, way });
});

it('leaves a verdict in other words to its words', () => {
  expect(readVerdict('Walking: further than before')).toBeNull();
});
