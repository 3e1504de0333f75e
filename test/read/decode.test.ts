import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/read/decode.ts';
import { readDocument } from '../../src/read/index.ts';

const text = '参考文献\n[1] 王小明：《书名》，北京：出版社，2020年。\n[2] 这是另外一条注释，用来说明问题。\n';
const utf32 = (little: boolean) => {
  const points = [0xfeff, ...[...text].map((sign) => sign.codePointAt(0) as number)];
  const view = new DataView(new ArrayBuffer(points.length * 4));
  for (const [index, point] of points.entries()) view.setUint32(index * 4, point, little);
  return new Uint8Array(view.buffer);
};

describe('decodeText', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-32LE', utf32(true)],
    ['UTF-32BE', utf32(false)],
    ['GBK', iconv.encode(text, 'gbk')],
    ['GB18030', iconv.encode(text, 'gb18030')],
  ])('%s', async (_, bytes) => expect(await decodeText(bytes)).toBe(text));

  it('knows UTF-16 without a mark by its zeros', async () => {
    const ascii = 'Doe, J. (2020). Title. https://a.example/';
    expect(await decodeText(iconv.encode(ascii, 'utf-16le'))).toBe(ascii);
    expect(await decodeText(iconv.encode(ascii, 'utf-16be'))).toBe(ascii);
  });

  it('believes what the document says of itself over a guess', async () => {
    const page = '<meta charset="Shift_JIS"><p>ｶﾅと漢字</p>';
    expect(await decodeText(iconv.encode(page, 'shift_jis'))).toBe(page);
  });

  it('gives whole characters only', async () => {
    const lone = new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]);
    expect(await decodeText(lone)).toBe('A\ufffdB');
  });

  it('says so where there is no text', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251);
    expect(await readDocument('a.bin', bytes)).toMatchObject({
      unreadable: expect.stringContaining('not a text document'),
    });
    expect(await readDocument('a.txt', new Uint8Array())).toMatchObject({ format: 'text', text: '' });
  });
});
