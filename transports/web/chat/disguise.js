/**
 * While the chat is in sight the page may go under a name and picture that tell nothing to somebody who sees the
 * browser's tabs. Both are the page's own again afterwards.
 */
export class Disguise {
  #title;
  #icon;
  #undo = null;

  constructor(title, icon) {
    this.#title = title;
    this.#icon = icon;
  }

  set(on) {
    if (on === Boolean(this.#undo) || !this.#title) return;
    if (!on) {
      this.#undo();
      this.#undo = null;
      return;
    }
    const { title } = document;
    const icons = this.#icon ? [...document.querySelectorAll('link[rel~=icon]')] : [];
    const pictures = icons.map((link) => link.href);
    document.title = this.#title;
    for (const link of icons) link.href = this.#icon;
    this.#undo = () => {
      document.title = title;
      icons.forEach((link, i) => (link.href = pictures[i]));
    };
  }
}
