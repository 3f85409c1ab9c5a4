import type { Definition } from '../state/define';
import { definition as absoluteOrRelative } from './absolute-or-relative/definition';
import { definition as arc } from './arc/definition';
import { definition as cloud } from './cloud/definition';
import { definition as conventions } from './conventions/definition';
import { definition as draw } from './draw/definition';
import { definition as family } from './family/definition';
import { definition as kink } from './kink/definition';
import { definition as margin } from './margin/definition';
import { definition as mining } from './mining/definition';
import { definition as pair } from './pair/definition';
import { definition as scale } from './scale/definition';
import { definition as signature } from './signature/definition';
import { definition as sphere } from './sphere/definition';
import { definition as targetLogit } from './target-logit/definition';
import { definition as temperature } from './temperature/definition';
import { definition as train } from './train/definition';
import { definition as triplet } from './triplet/definition';
import { definition as twoTowers } from './two-towers/definition';
import { definition as variants } from './variants/definition';
import { definition as verification } from './verification/definition';

/** Every widget's declaration. They are plain data and pure functions, so anyone may import them all. */
export const definitions: Record<string, Definition> = {
  'absolute-or-relative': absoluteOrRelative,
  arc,
  cloud,
  conventions,
  draw,
  family,
  kink,
  margin,
  mining,
  pair,
  scale,
  signature,
  sphere,
  'target-logit': targetLogit,
  temperature,
  train,
  triplet,
  'two-towers': twoTowers,
  variants,
  verification,
};
