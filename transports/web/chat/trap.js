/** Keeps Tab inside an element that fills the screen. */
export function trap_tab(event, element) {
  const stops = [...element.querySelectorAll('button, a[href], textarea, [tabindex="0"]')]
    .filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility?.() !== false);
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (element.getRootNode().activeElement !== from) return;
  event.preventDefault();
  to.focus();
}
