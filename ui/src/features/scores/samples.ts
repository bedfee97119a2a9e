/** Made-up forms for tests: no wording of anyone's. */
import type { InstrumentView, ItemView, LiveScore } from '../../ipc/generated';
import type { InstrumentInput } from './instrument';

const item = (text: string, words: string[], counted = true): ItemView => ({
  text,
  low: '',
  high: '',
  counted,
  answers: words.map((word, at) => ({ value: String(at), text: word })),
});
const often = ['Never', 'Sometimes', 'Often', 'Always'];

function form(id: string, more: Partial<InstrumentView>): InstrumentView {
  return {
    id,
    name: id.toUpperCase(),
    full_name: `Form ${id}`,
    measures: 'Mood and worry',
    form: 'questions',
    free: true,
    credit: 'Made up for tests.',
    licence_note: 'Free.',
    recall: 'today',
    intro: 'How often?',
    items: [],
    editions: [],
    named_edition: false,
    activities: 0,
    parts: [],
    min: 0,
    max: 9,
    unit: 'points',
    direction: 'lower is better',
    rule: 'The sum of three answers.',
    source: 'Nobody 2020',
    sure: 'medium',
    notes: ['It screens.'],
    blanks: 0,
    unable: false,
    ...more,
  };
}

export const forms: InstrumentView[] = [
  form('moods', {
    blanks: 1,
    items: [
      item('First question', often),
      item('Second question', often),
      item('Third question', often),
      item('How hard was it', often, false),
    ],
  }),
  form('scale', {
    measures: 'Pain',
    items: ['Pain now', 'Pain on average'].map((text) => ({
      ...item(
        text,
        Array.from({ length: 11 }, (_, number) => String(number)),
      ),
      low: 'none',
      high: 'worst',
    })),
  }),
  form('ticks', { form: 'ticks', items: [item('I sit', ['no', 'yes']), item('I lie', ['no', 'yes'])] }),
  form('word', {
    form: 'word',
    measures: 'Overall change',
    items: [
      {
        ...item('How are you now', []),
        answers: [
          { value: 'better', text: 'Better' },
          { value: 'same', text: 'The same' },
        ],
      },
    ],
  }),
  form('walk', {
    form: 'test',
    full_name: 'Six-minute walk test',
    measures: 'Physical performance',
    unit: 'm',
    max: null,
    direction: 'higher is better',
    unable: true,
  }),
  form('owned', {
    form: 'total',
    free: false,
    measures: 'Beliefs about pain',
    editions: ['1.0', '1.1'],
    parts: [{ key: 'one', name: 'Part one', min: 0, max: 4 }],
  }),
  form('mine', {
    form: 'activities',
    measures: 'Function',
    intro: 'Name up to five things.',
    activities: 5,
    direction: 'higher is better',
  }),
  form('utility', {
    form: 'total',
    free: false,
    measures: 'Quality of life',
    unit: 'index',
    editions: ['5L Somewhere 2018'],
    named_edition: true,
  }),
];

/** Answers like the core: complete sums, a reason for the rest, and a flag for the third question. */
export function live(measure: InstrumentInput): LiveScore {
  const counted = measure.answers.slice(0, 3);
  const missing = counted.filter((answer) => answer === '').length;
  const whole = missing === 0 || measure.prorate;
  const sum = counted.reduce((total, answer) => total + Number(answer), 0);
  const third = counted[2] ?? '';
  const flags: LiveScore['flags'] = [];
  if (measure.instrument === 'moods' && third === '')
    flags.push({ flag: 'safety_not_assessed', text: 'Not assessed.' });
  if (measure.instrument === 'moods' && Number(third) > 0)
    flags.push({
      flag: 'safety_prompt',
      text: 'Self-harm item positive. Follow the local risk protocol now.',
    });
  return {
    score: whole ? sum : null,
    answered: counted.length - missing,
    missing,
    text: whole ? `${sum}, mild` : `no score: ${counted.length - missing} of 3 answered`,
    band: whole ? 'mild' : '',
    reason: whole ? '' : 'too few',
    flags,
    issues: [],
  };
}
