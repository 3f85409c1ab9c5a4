import { describe, expect, it } from 'vitest';
import { described } from '../../src/lib/learning/described';
import { settingsFrom, Trainer } from '../../src/lib/learning';
import { pairLoss, Towers } from '../../src/lib/learning/towers';
import { random } from '../../src/lib/state/random';
import { digitsFor } from './support/data';

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const few = digitsFor(ten, { most: 12 });
const settings = settingsFrom({ classes: ten, loss: 'clip', dim: 4, hidden: 8, batch: 16 });

describe('the loss of a batch of pairs', () => {
  it.each(['clip', 'siglip'] as const)('%s has the gradients that central differences have', (loss) => {
    const uniform = random(4);
    const rows = () => Array.from({ length: 5 }, () => Array.from({ length: 3 }, () => 2 * uniform() - 1));
    const [pictures, names] = [rows(), rows()];
    const scalars: [number, number] = [1.3, -0.7];
    const {
      pictures: ofPictures,
      names: ofNames,
      scalars: ofScalars,
    } = pairLoss(loss, pictures, names, scalars);
    const check = (at: number[], gradient: number[]) =>
      at.forEach((value, k) => {
        const beside = (h: number) => {
          at[k] = value + h;
          const { loss: found } = pairLoss(loss, pictures, names, scalars);
          at[k] = value;
          return found;
        };
        expect((beside(1e-5) - beside(-1e-5)) / 2e-5).toBeCloseTo(gradient[k] as number, 7);
      });
    pictures.forEach((row, i) => check(row, ofPictures[i] as number[]));
    names.forEach((row, i) => check(row, ofNames[i] as number[]));
    check(scalars, ofScalars);
  });
});

describe('two towers', () => {
  it('are the same for the same seed, to the last bit, and others for another', () => {
    const after = (seed: number) => {
      const towers = new Towers({ ...settings, seed }, few.train);
      return Array.from({ length: 10 }, () => towers.step().loss);
    };
    expect(after(3)).toEqual(after(3));
    expect(after(3)).not.toEqual(after(4));
  });

  it('name more digits rightly after some steps than before', () => {
    const towers = new Towers({ ...settings, rate: 0.01 }, few.train);
    const before = towers.look(few.train).digit;
    for (let k = 0; k < 300; k++) towers.step();
    expect(towers.look(few.train).digit).toBeGreaterThan(before + 0.3);
  });

  it('are no one network, and one network is no towers', () => {
    expect(() => new Towers(settingsFrom({}), few.train)).toThrow(
      'loss is contrastive; clip or siglip is allowed',
    );
    expect(() => new Trainer(settings, few.train).step()).toThrow('loss is clip');
  });
});

it('a third of the pictures of each digit is called thin, and a third upright', () => {
  const said = described(few.train);
  for (const digit of ten) {
    const own = said.filter((one) => one.digit === digit);
    expect(own.filter(({ thickness }) => thickness === 0)).toHaveLength(4);
    expect(own.filter(({ slant }) => slant === 0)).toHaveLength(4);
  }
});
