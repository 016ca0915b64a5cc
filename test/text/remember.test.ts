import { describe, expect, it } from 'vitest';
import { oncePer, oncePerPair } from '../../server/src/text/remember';

describe('work that is done once', () => {
  it('for each object, also where it comes to nothing', () => {
    const asked: object[] = [];
    const work = oncePer((key: { value: number }) => {
      asked.push(key);
      return key.value > 1 ? key.value : undefined;
    });
    const [one, two] = [{ value: 1 }, { value: 2 }];
    expect([work(one), work(two), work(one), work(two)]).toEqual([undefined, 2, undefined, 2]);
    expect(asked).toEqual([one, two]);
  });

  it('for each pair, and again when the second is another', () => {
    let times = 0;
    const work = oncePerPair((first: { value: number }, second: { value: number }) => {
      times++;
      return first.value + second.value;
    });
    const [one, two, three] = [{ value: 1 }, { value: 2 }, { value: 3 }];
    expect([work(one, two), work(one, two), work(one, three), work(two, two)]).toEqual([3, 3, 4, 4]);
    expect(times).toBe(3);
  });
});
