/**
 * An element with its properties, attributes and children. Text is always text: there is no way to pass markup.
 * `on_click` and the like are listeners; true is an empty attribute; null and false leave it out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on_')) element.addEventListener(name.slice(3), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** For screen readers only. */
export const unseen = (text) => h('span', { class: 'unseen' }, text);

const svg = 'http://www.w3.org/2000/svg';

/** A drawing from one path in a box of 24, for the eye only. */
export function icon(path) {
  const drawing = document.createElementNS(svg, 'svg');
  const line = document.createElementNS(svg, 'path');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}
