import type { Definition } from '../state/define';
import { definition as absoluteOrRelative } from './absolute-or-relative/definition';
import { definition as arc } from './arc/definition';
import { definition as batchMatrix } from './batch-matrix/definition';
import { definition as cloud } from './cloud/definition';
import { definition as clustering } from './clustering/definition';
import { definition as collapse } from './collapse/definition';
import { definition as conventions } from './conventions/definition';
import { definition as draw } from './draw/definition';
import { definition as family } from './family/definition';
import { definition as graphSearch } from './graph-search/definition';
import { definition as kink } from './kink/definition';
import { definition as margin } from './margin/definition';
import { definition as mining } from './mining/definition';
import { definition as neighbors } from './neighbors/definition';
import { definition as pair } from './pair/definition';
import { definition as race } from './race/definition';
import { definition as scale } from './scale/definition';
import { definition as signature } from './signature/definition';
import { definition as sphere } from './sphere/definition';
import { definition as targetLogit } from './target-logit/definition';
import { definition as temperature } from './temperature/definition';
import { definition as train } from './train/definition';
import { definition as triplet } from './triplet/definition';
import { definition as twoModalities } from './two-modalities/definition';
import { definition as twoTowers } from './two-towers/definition';
import { definition as variants } from './variants/definition';
import { definition as verification } from './verification/definition';
import { definition as views } from './views/definition';

/** Every widget's declaration. They are plain data and pure functions, so anyone may import them all. */
export const definitions: Record<string, Definition> = {
  'absolute-or-relative': absoluteOrRelative,
  arc,
  'batch-matrix': batchMatrix,
  cloud,
  clustering,
  collapse,
  conventions,
  draw,
  family,
  'graph-search': graphSearch,
  kink,
  margin,
  mining,
  neighbors,
  pair,
  race,
  scale,
  signature,
  sphere,
  'target-logit': targetLogit,
  temperature,
  train,
  triplet,
  'two-modalities': twoModalities,
  'two-towers': twoTowers,
  variants,
  verification,
  views,
};
