import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/model/citation.ts';
import { correct } from '../../src/serve/correct.ts';

const citation: Citation = {
  item: {
    id: 'a',
    type: 'webpage',
    title: 'Old',
    URL: 'https://a.example/1',
    issued: { 'date-parts': [[2020]] },
  },
  urls: ['https://a.example/1', 'https://b.example/2'],
  mended: [{ printed: 'https://a.example/l', url: 'https://a.example/1' }],
  place: { offset: 0, end: 10, line: 1, column: 1 },
  confidence: 0.5,
};

describe('a correction by hand', () => {
  it.each([
    [{ title: ' New ' }, { title: 'New' }],
    [{ issued: '2021-03-16' }, { issued: { 'date-parts': [[2021, 3, 16]] } }],
    [{ issued: '2021/3' }, { issued: { 'date-parts': [[2021, 3]] } }],
    [{ issued: '' }, { issued: undefined }],
    [
      { author: 'Smith, Jane; 王，伟；外務省' },
      { author: [{ family: 'Smith', given: 'Jane' }, { family: '王', given: '伟' }, { literal: '外務省' }] },
    ],
  ])('%j', (lines, item) => {
    const answer = correct(citation, lines);
    expect(answer).toMatchObject({ gather: false });
    expect('citation' in answer && { ...answer.citation.item }).toEqual({ ...citation.item, ...item });
    expect('citation' in answer && answer.citation.urls).toEqual(citation.urls);
  });

  it.each([
    [{ issued: '2021-02-30' }, 'issued'],
    [{ accessed: 'someday' }, 'accessed'],
    [{ URL: 'javascript:alert(1)' }, 'URL'],
    [{ URL: 'no address' }, 'URL'],
  ])('%j cannot be read', (lines, refused) => expect(correct(citation, lines)).toEqual({ refused }));

  it('another address takes the place of the first, and wants a visit', () => {
    expect(correct(citation, { URL: 'https://c.example/' })).toMatchObject({
      gather: true,
      citation: { urls: ['https://c.example/', 'https://b.example/2'], mended: [] },
    });
    expect(correct(citation, { URL: '' })).toMatchObject({
      gather: true,
      citation: { urls: ['https://b.example/2'] },
    });
    expect(correct(citation, { URL: 'https://a.example/1' })).toMatchObject({ gather: false });
    expect(correct(citation, { DOI: '10.1000/1' })).toMatchObject({ gather: true });
  });

  it('leaves the citation it was given as it was', () => {
    const before = structuredClone(citation);
    correct(citation, { title: 'x', URL: 'https://c.example/' });
    expect(citation).toEqual(before);
  });
});
