// Finds what a person who listens would find: elements by role and accessible name. `arguments` are the role ("field" for
// anything one types into, "" for any), the name ("" for any), whether the name may be a part, and the element to look in.
const [wantedRole, wantedName, partly, within] = arguments;
// What a text of the pseudo-language says (ui/scripts/pseudo.js); any other text is as it stands.
const plain = (text) =>
  text.includes('«')
    ? text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ ?~+»/g, '').replace(/[«»]/g, '')
    : text;
const flat = (text) => plain(text).replace(/\s+/g, ' ').trim();

function role(el) {
  const explicit = el.getAttribute('role');
  if (explicit) return explicit;
  const type = (el.getAttribute('type') || 'text').toLowerCase();
  switch (el.tagName) {
    case 'A': return el.hasAttribute('href') ? 'link' : '';
    case 'BUTTON': return 'button';
    case 'TEXTAREA': return 'textbox';
    case 'SELECT': return 'combobox';
    case 'OPTION': return 'option';
    case 'IMG': return 'img';
    case 'NAV': return 'navigation';
    case 'MAIN': return 'main';
    case 'ASIDE': return 'complementary';
    case 'FORM': return 'form';
    case 'SECTION': return 'region';
    case 'ARTICLE': return 'article';
    case 'TABLE': return 'table';
    case 'TR': return 'row';
    case 'TD': return 'cell';
    case 'TH': return el.scope === 'row' ? 'rowheader' : 'columnheader';
    case 'UL': case 'OL': return 'list';
    case 'LI': return 'listitem';
    case 'FIELDSET': return 'group';
    case 'DIALOG': return 'dialog';
    case 'H1': case 'H2': case 'H3': case 'H4': return 'heading';
    case 'INPUT':
      if (['checkbox', 'radio'].includes(type)) return type;
      if (['button', 'submit'].includes(type)) return 'button';
      if (type === 'search') return 'searchbox';
      return 'textbox';
    default: return '';
  }
}

// Text as it is spoken: without what is hidden from the ear, with a gap between blocks.
function spoken(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  if (node.getAttribute('aria-hidden') === 'true' || !node.checkVisibility()) return '';
  if (node.tagName === 'IMG') return node.alt;
  if (['INPUT', 'SELECT', 'TEXTAREA', 'STYLE', 'SCRIPT'].includes(node.tagName)) return '';
  const text = [...node.childNodes].map(spoken).join('');
  return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
}

const namedByContent = ['link', 'button', 'heading', 'option', 'rowheader', 'columnheader', 'cell', 'row', 'tab'];
function name(el) {
  const by = (el.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
  if (by.length > 0) {
    return flat(by.map((id) => document.getElementById(id)).filter(Boolean).map((one) => one.textContent).join(' '));
  }
  if (el.hasAttribute('aria-label')) return flat(el.getAttribute('aria-label'));
  if (el.labels && el.labels.length > 0) return flat([...el.labels].map(spoken).join(' '));
  if (el.tagName === 'IMG') return flat(el.alt);
  if (el.tagName === 'FIELDSET') return flat(el.querySelector('legend')?.textContent || '');
  const content = namedByContent.includes(role(el)) ? flat(spoken(el)) : '';
  return content || flat(el.getAttribute('title') || '');
}

function perceivable(el) {
  return el.checkVisibility({ visibilityProperty: true }) && !el.closest('[aria-hidden="true"], [inert]');
}

const field = ['textbox', 'searchbox', 'combobox', 'spinbutton'];
function fits(el) {
  const own = role(el);
  if (wantedRole === 'field' ? !field.includes(own) : wantedRole !== '' && own !== wantedRole) return false;
  if (wantedRole === '' && own === '') return false;
  if (!perceivable(el)) return false;
  if (wantedName === '') return true;
  const called = name(el);
  return partly ? called.includes(wantedName) : called === wantedName;
}

// A dialog in front takes everything behind it out of reach.
const dialog = [...document.querySelectorAll('dialog:modal')].filter(perceivable).pop();
const root = within || dialog || document;
const reach = [...(dialog && !within ? [dialog] : []), ...root.querySelectorAll('*')];
