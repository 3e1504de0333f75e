import { describe, expect, it } from 'vitest';
import { doiOfUrl, scanDois } from '../../src/text/doi.ts';

describe('DOIs in running text', () => {
  it.each([
    ['DOI: 10.1234/hr.2024.16.', '10.1234/hr.2024.16'],
    ['doi:10.1234/jul.2009.12(3).201。', '10.1234/jul.2009.12(3).201'],
    ['(doi 10.1234/abc)', '10.1234/abc'],
    ['10.1234/abc.关于', '10.1234/abc'],
    ['10.1234/abc，第3页', '10.1234/abc'],
    ['10.1234/abc;10.1234/def', '10.1234/abc'],
    ['10.1234/S0140-6736(20)30183-5', '10.1234/S0140-6736(20)30183-5'],
    [
      '10.1002/(SICI)1097-4571(1999)50:1<1::AID-ASI1>3.0.CO;2-A',
      '10.1002/(SICI)1097-4571(1999)50:1<1::AID-ASI1>3.0.CO;2-A',
    ],
    ['10.1234%2Fabc', undefined],
    ['10.1234/abc.Ferry', '10.1234/abc'],
    ['version 10.12/3', undefined],
  ])('%s', (text, doi) => expect(scanDois(text)[0]?.doi).toBe(doi));

  it('reads the DOI out of a resolver’s link', () => {
    expect(doiOfUrl('https://doi.org/10.1234/a%28b%29')).toBe('10.1234/a(b)');
    expect(doiOfUrl('http://dx.doi.org/10.1234/abc?x=1')).toBe('10.1234/abc');
    expect(doiOfUrl('https://www.example.org/10.1234/abc')).toBeUndefined();
  });
});
