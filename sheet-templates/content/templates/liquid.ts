/** Lines of a template that stand only when there is something to say. What comes out is what people see in the cell. */

/** On a new line, if the placeholder has a value. */
export function whenSet(placeholder: string, text: string): string {
  return `\n{%- if ${placeholder} %}\n${text}\n{%- endif %}`;
}

/** On a new line: one text for sessions that one joins by a link (also if there is a room too), another for a room alone. */
export function onlineOrOnSite(online: string, onSite: string): string {
  return `\n{%- if session.link %}\n${online}\n{%- elsif session.place %}\n${onSite}\n{%- endif %}`;
}
