// SPDX-License-Identifier: Apache-2.0
// Numbers in words of the reader's language; units always said.

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export function with_unit(value: number, unit = ''): string {
  if (unit === 'GBP million') return `£${whole.format(value)} million`;
  return unit ? `${plain.format(value)} ${unit}` : plain.format(value);
}

/// A step that takes about a hundred of them from end to end: 1, 2 or 5 times a power of ten.
export function step_of(least: number, most: number): number {
  const rough = (most - least) / 100;
  if (!(rough > 0)) return 0.01;
  const power = 10 ** Math.floor(Math.log10(rough));
  const first = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10;
  return Number((first * power).toPrecision(2));
}

/// "1,000".
export function grouped(count: number): string {
  return whole.format(count);
}
