// The chat as a page of its own, also inside a frame: /chat?lang=es&theme=dark. Where "Leave this page" goes cannot be
// said in the address: anybody could write one.
const chat = document.querySelector('attune-chat');
for (const [name, value] of new URLSearchParams(location.search)) {
  if (['lang', 'theme', 'languages', 'emergency'].includes(name)) chat.setAttribute(name, value);
}
if (chat.lang) document.documentElement.lang = chat.lang;
