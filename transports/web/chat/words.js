import { english } from './words_en.js';
import { spanish } from './words_es.js';

/** Every word the widget itself says, by language. What the bot says comes from the server. */
export const languages = { en: english, es: spanish };

const short = (tag) => String(tag).toLowerCase().split('-')[0];

/** The table for a BCP 47 tag; English where there is no other. */
export const words_for = (tag) => (Object.hasOwn(languages, short(tag)) ? languages[short(tag)] : english);
