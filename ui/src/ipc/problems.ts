/** What is wrong with what was typed, in words that repair. The core sends the fact; the words stand in problems.ftl. */
import type { Problem } from './generated';
import { medicineProblemWords } from './medicineProblems';
import { t } from '../words';

/** Words for `problem`, fit to stand under its field. */
export function problemWords(problem: Problem): string {
  switch (problem.code) {
    case 'required':
      return t('problem-required');
    case 'too_long':
      return t('problem-too-long', { limit: problem.limit });
    case 'control_character':
      return t('problem-control-character');
    case 'not_a_date':
      return t('problem-not-a-date', { text: problem.text });
    case 'no_such_day':
      return t('problem-no-such-day');
    case 'day_needed':
      return t('problem-day-needed');
    case 'two_digit_year':
      return t('problem-two-digit-year');
    case 'day_or_month':
      return t('problem-day-or-month', { one: problem.one, other: problem.other });
    case 'in_future':
      return t('problem-in-future');
    case 'before_birth':
      return t('problem-before-birth');
    case 'year_out_of_range':
      return t('problem-year-out-of-range');
    case 'no_such_anchor':
      return t('problem-no-such-anchor', { what: problem.what, number: String(problem.number) });
    case 'not_a_link':
      return t('problem-not-a-link');
    case 'entry_gone':
      return t('problem-entry-gone');
    case 'named_twice':
      return t('problem-named-twice');
    case 'not_icd10_cm':
      return t('problem-not-icd-10-cm', { text: problem.text });
    case 'code_not_whole':
      return t('problem-code-not-whole', { code: problem.typed, instead: problem.instead.join(', ') });
    case 'seventh_missing':
      return t('problem-seventh-missing', { code: problem.typed, instead: problem.instead });
    case 'not_an_interval':
      return t('problem-not-an-interval', { text: problem.text });
    case 'not_a_level':
      return t('problem-not-a-level', { text: problem.text });
    case 'side_in_levels':
      return t('problem-side-in-levels', { levels: problem.levels, side: problem.side });
    case 'levels_unclear':
      return t('problem-levels-unclear', { text: problem.text, one: problem.one, other: problem.other });
    case 'level_count':
      return t('problem-level-count', { said: problem.said, named: problem.named });
    case 'two_winters':
      return t('problem-two-winters', { one: problem.one, other: problem.other });
    case 'circular_times':
      return t('problem-circular-times', { chain: problem.chain });
    case 'levels_reversed':
      return t('problem-levels-reversed', { right: problem.right });
    case 'not_neighbours':
      return t('problem-not-neighbours', { text: problem.text, segments: problem.segments });
    case 'side_needed':
      return t('problem-side-needed');
    case 'out_of_range':
      return t('problem-out-of-range', { min: problem.min, max: problem.max });
    case 'not_above_zero':
      return t('problem-not-above-zero', { max: problem.max });
    case 'window_too_wide':
      return t('problem-window-too-wide', { early: problem.early, late: problem.late });
    case 'first_not_smaller':
      return t('problem-first-not-smaller');
    case 'not_a_number':
      return t('problem-not-a-number', { text: problem.text });
    case 'not_a_grade':
      return t('problem-not-a-grade', { text: problem.text });
    case 'no_percent':
      return t('problem-no-percent');
    case 'not_whole':
      return t('problem-not-whole');
    case 'relief_and_worse':
      return t('problem-relief-and-worse');
    case 'period_of_now':
      return t('problem-period-of-now');
    case 'end_before_start':
      return t('problem-end-before-start');
    case 'onset_before_operation':
      return t('problem-onset-before-operation', { number: String(problem.number) });
    case 'onset_after_operation':
      return t('problem-onset-after-operation', { number: String(problem.number) });
    case 'fusion_needs_segment':
      return t('problem-fusion-needs-segment');
    case 'before_its_operation':
      return t('problem-before-its-operation', { number: String(problem.number) });
    case 'of_itself':
      return t('problem-of-itself');
    case 'one_procedure_a_line':
      return t('problem-one-procedure-a-line');
    case 'not_a_root':
      return t('problem-not-a-root', { text: problem.text });
    case 'not_a_region':
      return t('problem-not-a-region', { text: problem.text });
    case 'not_a_measurement':
      return t('problem-not-a-measurement', { text: problem.text });
    case 'changed_and_normal':
      return t('problem-changed-and-normal');
    case 'not_a_distance':
      return t('problem-not-a-distance');
    case 'not_minutes':
      return t('problem-not-minutes');
    case 'response_before_start':
      return t('problem-response-before-start');
    case 'not_a_medicine':
      return medicineProblemWords(problem.why);
    case 'running_and_ended':
      return t('problem-running-and-ended');
    case 'medicine_of_other_kind':
      return t('problem-medicine-of-other-kind');
    case 'do_not_go_together':
      return t('problem-do-not-go-together');
    case 'injection_of_other_kind':
      return t('problem-injection-of-other-kind');
    case 'therapy_of_other_kind':
      return t('problem-therapy-of-other-kind');
    case 'not_a_content_hash':
      return t('problem-not-a-content-hash');
    case 'file_not_at_hand':
      return t('problem-file-not-at-hand');
    case 'file_in_record':
      return t('problem-file-in-record');
    case 'names_another_person':
      return t('problem-names-another-person');
    case 'too_many_files':
      return t('problem-too-many-files', { most: problem.most });
    case 'no_room_for_files':
      return t('problem-no-room-for-files', { most: problem.most });
    case 'other_medicine':
      return t('problem-other-medicine');
    case 'same_bout':
      return t('problem-same-bout');
    case 'same_day':
      return t('problem-same-day');
    case 'changed_and_not':
      return t('problem-changed-and-not');
    case 'not_a_concentration':
      return t('problem-not-a-concentration', { text: problem.text });
    case 'not_a_daily_dose':
      return t('problem-not-a-daily-dose', { text: problem.text });
    case 'baseline_incomplete':
      return t('problem-baseline-incomplete');
    case 'not_a_time':
      return t('problem-not-a-time', { text: problem.text });
    case 'not_clear':
      return t('problem-not-clear', { why: problem.why });
    case 'plan_not_ended':
      return t('problem-plan-not-ended');
    case 'quota_runs':
      return t('problem-quota-runs');
    case 'plan_state':
      return t('problem-plan-state');
    case 'pause_stays':
      return t('problem-pause-stays');
    default:
      return other(problem);
  }
}

/** Problems that a newer core may tell: those known by name, then a plain word for the rest. */
function other(problem: { code: string; count?: number }): string {
  if (problem.code === 'named_by_others') return t('problem-named-by-others', { count: problem.count ?? 1 });
  return t('problem-other');
}
