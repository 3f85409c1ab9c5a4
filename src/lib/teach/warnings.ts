import { embedAddress } from '../embed/embed-url';
import type { Choice } from './hosts/snippet';

/** Characters of an address up to which every platform keeps it; beyond, some cut it off or refuse it. */
const LONGEST = 2000;

const isLocal = (host: string) =>
  host === 'localhost' || host.endsWith('.localhost') || /^(127\.|\[::1\])/.test(host);

/** Why what is pasted may not work where it is pasted, in words. */
export function snippetWarnings({ definition, embed, site }: Choice): string[] {
  const { protocol, hostname } = new URL(site);
  const { length } = embedAddress(site, embed);
  const fixed = new Set([...(embed.locked ?? []), ...(embed.hidden ?? [])]);
  for (const name of embed.free ?? []) fixed.delete(name);
  const warnings: string[] = [];
  if (isLocal(hostname))
    warnings.push(
      'This site is read from your own computer, where nobody else can open it. Paste from the published site',
    );
  else if (protocol === 'http:')
    warnings.push('This site is read by http. A course that is read by https shows no frame from it');
  if (length > LONGEST)
    warnings.push(
      `The address has ${length} characters, and some platforms cut off what is longer than ${LONGEST}. Take the SCORM package, or a state with fewer changes`,
    );
  if (Object.keys(definition.parameters).every((name) => fixed.has(name)))
    warnings.push('The student can change nothing: every control is locked or hidden');
  if (embed.task !== undefined)
    warnings.push(
      'The answer can be found in the address by anyone who looks for it: good for practice, not for exams',
    );
  return warnings;
}
