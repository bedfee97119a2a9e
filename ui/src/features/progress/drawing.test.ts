import { describe, expect, it } from 'vitest';
import { adoptDrawing } from './drawing';
import { drawing } from './samples';

const around = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50"${attributes}>${inside}</svg>`;

describe('adoptDrawing', () => {
  it('lets plain shapes and words in, as a node of this page', () => {
    const node = adoptDrawing(drawing('Pain, 0 to 10'));
    expect(node?.ownerDocument).toBe(document);
    expect(node?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(node?.querySelector('text')?.textContent).toContain('Pain, 0 to 10');
    expect(node?.querySelectorAll('polyline, rect, circle')).toHaveLength(3);
    expect(node?.getAttribute('aria-hidden')).toBe('true');
  });

  it('keeps escaped words as words', () => {
    const node = adoptDrawing(around('<text x="1">&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</text>'));
    expect(node?.textContent).toBe('<script>alert(1)</script> & more');
    expect(node?.querySelector('script')).toBeNull();
  });

  it.each([
    ['a script', around('<script>alert(1)</script>')],
    [
      'a script of another namespace',
      around('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
    ],
    [
      'foreign content',
      around('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
    ],
    ['an event at the root', around('', ' onload="alert(1)"')],
    ['an event deep inside', around('<g><g><rect width="1" height="1" onclick="alert(1)"/></g></g>')],
    ['an inline style', around('<rect style="fill:red"/>')],
    ['a style sheet', around('<style>text{fill:red}</style>')],
    ['a picture', around('<image href="https://example.org/a.png"/>')],
    ['a link', around('<a href="https://example.org"><text>x</text></a>')],
    ['a reference', around('<use href="#x"/>')],
    [
      'a link of another namespace',
      around('<text xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#x">x</text>'),
    ],
    ['paint from elsewhere', around('<rect fill="url(https://example.org/#x)"/>')],
    ['an animation', around('<rect><set attributeName="onclick" to="alert(1)"/></rect>')],
    ['an element with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect/></s:svg>'],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "x">]>${around('<text>&a;</text>')}`],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'],
    ['an svg in no namespace', '<svg><rect/></svg>'],
    ['text that is no XML', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(adoptDrawing(text)).toBeNull();
  });
});
