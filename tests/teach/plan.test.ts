/** @vitest-environment jsdom */
import { describe, expect, it } from 'vitest';
import { Plan } from '../../src/lib/teach/plan.svelte';

const KNOWN = ['arc', 'pair'];

describe('what a teacher puts together', () => {
  it('comes back from its own address', async () => {
    const search = 'widget=pair&y=0&m=2&hide=gradient,toolbar&lock=m&theme=dark&title=Look';
    const plan = await Plan.of(`?${search}`, KNOWN);
    expect(plan.search).toBe(search);
    expect(plan.access).toEqual({ m: 'locked', gradient: 'hidden' });
    expect(plan.hiddenParts).toEqual(['toolbar']);
  });

  it('begins with the first widget where the address names none that there is', async () => {
    expect((await Plan.of('', KNOWN)).definition.id).toBe('arc');
    expect((await Plan.of('?widget=pear', KNOWN)).definition.id).toBe('arc');
  });

  it('says what of the address it cannot read, and goes on without it', async () => {
    const plan = await Plan.of('?widget=pair&m=99&theme=pink', KNOWN);
    expect(plan.session.notices.map(({ field }) => field)).toEqual(['theme', 'm']);
    expect(plan.search).toBe('widget=pair');
  });

  it('asks for no title that is only spaces', async () => {
    const plan = await Plan.of('?widget=pair', KNOWN);
    plan.title = '  ';
    expect(plan.embed.title).toBeUndefined();
  });
});
