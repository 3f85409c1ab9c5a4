import type { Definition } from '../state/define';
import { definition as arc } from './arc/definition';
import { definition as cloud } from './cloud/definition';
import { definition as conventions } from './conventions/definition';
import { definition as family } from './family/definition';
import { definition as kink } from './kink/definition';
import { definition as margin } from './margin/definition';
import { definition as pair } from './pair/definition';
import { definition as scale } from './scale/definition';
import { definition as sphere } from './sphere/definition';
import { definition as targetLogit } from './target-logit/definition';
import { definition as temperature } from './temperature/definition';
import { definition as variants } from './variants/definition';

/** Every widget's declaration. They are plain data and pure functions, so anyone may import them all. */
export const definitions: Record<string, Definition> = {
  arc,
  cloud,
  conventions,
  family,
  kink,
  margin,
  pair,
  scale,
  sphere,
  'target-logit': targetLogit,
  temperature,
  variants,
};
