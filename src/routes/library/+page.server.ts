import { libraryPage } from '../../lib/content/library/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  title: 'The library',
  description:
    'Every loss of this textbook as a function: value and gradient, parameters, formula, sources, and the interface of the package.',
  ...libraryPage(),
});
