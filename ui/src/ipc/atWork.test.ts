import { describe, expect, it } from 'vitest';
import { atWorkAs, someone, vault } from '../test/people';
import { AtWork } from './atWork.svelte';

describe('who is at work', () => {
  it('may do what the core says and nothing else', () => {
    const auditor = atWorkAs(someone('auditor'));
    expect([auditor.may('read'), auditor.may('audit')]).toEqual([true, true]);
    expect([auditor.may('record'), auditor.may('take_out')]).toEqual([false, false]);
    expect(auditor.records('surgery')).toBe(false);
    const assistant = atWorkAs(someone('assistant'));
    expect([assistant.records('score'), assistant.records('surgery')]).toEqual([true, false]);
    const texts = [{ noun: 'score' as const }, { noun: 'surgery' as const }];
    expect(assistant.recordable(texts)).toEqual([{ noun: 'score' }]);
  });

  it('lets a paused plan go on only where a red flag may be set aside', () => {
    const reopens = (['owner', 'clinician', 'physiotherapist', 'assistant'] as const).filter(
      (role) => atWorkAs(someone(role)).reopensWalking,
    );
    expect(reopens).toEqual(['owner', 'clinician']);
  });

  it('is named where several people open the vault, and not where one does', () => {
    expect(atWorkAs(someone('physiotherapist')).named).toMatchObject({
      name: 'Dr Okafor',
      role: 'physiotherapist',
    });
    const alone = new AtWork();
    alone.take(vault('open'));
    expect(alone.named).toBeNull();
    expect([alone.may('manage'), alone.records('resolution')]).toEqual([true, true]);
  });
});
