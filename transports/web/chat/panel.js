/** Something that a button opens and closes in place. Focus goes in and comes back; only one is open at a time. */
export class Panels {
  #all = [];

  /** `first()`: what gets the focus, if anything. */
  add(button, element, first = () => null) {
    const panel = { button, element, first };
    this.#all.push(panel);
    element.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => (element.hidden ? this.open(panel) : this.close(panel)));
    return panel;
  }

  open(panel, { focus = true } = {}) {
    for (const other of this.#all) if (other !== panel) this.#set(other, false);
    this.#set(panel, true);
    if (focus) panel.first()?.focus();
  }

  close(panel) {
    const had_focus = panel.element.contains(panel.element.getRootNode().activeElement);
    this.#set(panel, false);
    if (had_focus) panel.button.focus();
  }

  /** Whether there was one to close. */
  close_open() {
    const open = this.#all.find((panel) => !panel.element.hidden);
    if (open) this.close(open);
    return Boolean(open);
  }

  #set({ button, element }, open) {
    element.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  }
}
