// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Progress } from '../../src/lib/hydration/progress';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('the record of solved exercises', () => {
  it('is kept from one visit to the next, page by page', () => {
    new Progress().add('springs', 'ex-a');
    const progress = new Progress();
    expect(progress.has('springs', 'ex-a')).toBe(true);
    expect(progress.has('pendulums', 'ex-a')).toBe(false);
  });

  it('can be wiped, and tells those who show it', () => {
    const progress = new Progress();
    const heard = vi.fn();
    progress.onchange(heard);
    progress.add('springs', 'ex-a');
    progress.wipe();
    expect(heard).toHaveBeenCalledTimes(2);
    expect(progress.isEmpty).toBe(true);
    expect(localStorage).toHaveLength(0);
  });

  it.each(['{', '5', 'null', '{"a":1}', '[1,null]'])('begins again when it was spoilt: %s', (record) => {
    new Progress().add('springs', 'ex-a');
    localStorage.setItem(localStorage.key(0) ?? '', record);
    expect(new Progress().isEmpty).toBe(true);
  });

  it('lasts as long as the page where there is no storage', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('refused');
    });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('refused');
    });
    const progress = new Progress();
    progress.add('springs', 'ex-a');
    expect(progress.has('springs', 'ex-a')).toBe(true);
  });
});
