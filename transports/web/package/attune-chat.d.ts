/** `<attune-chat>`. Importing the module defines the element. Its attributes are in README.md. */
export interface AttuneChat extends HTMLElement {
  /** How many messages came while the launcher was closed. */
  readonly unread: number;
  /** Opens the dialog of a launcher and moves the focus there. */
  open(): void;
  /** Closes the dialog of a launcher and gives the focus back. */
  close(): void;
  /** Goes on in another language, a BCP 47 tag. */
  speak(language: string): void;
  /** As "Leave this page" does: covers the page, clears this tab, replaces the page. */
  leave(): void;
}

/** What the element tells the page around it. Never what anybody said. All bubble. */
export interface AttuneChatEvents {
  'attune-open': CustomEvent<Record<string, never>>;
  'attune-close': CustomEvent<Record<string, never>>;
  'attune-unread': CustomEvent<{ count: number }>;
  'attune-state': CustomEvent<{ state: 'connecting' | 'open' | 'waiting' }>;
  'attune-message': CustomEvent<{ from: 'bot' | 'user' }>;
  'attune-leave': CustomEvent<Record<string, never>>;
}

declare global {
  interface HTMLElementTagNameMap {
    'attune-chat': AttuneChat;
  }
  interface HTMLElementEventMap extends AttuneChatEvents {}
}
