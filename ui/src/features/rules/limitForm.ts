/** The name under which what is typed for a limit is kept as a draft. */
const begins = 'rule/';

export function limitForm(id: string): string {
  return `${begins}${id}`;
}

/** The limit that a draft of this form is about; null for other forms. */
export function limitOf(form: string): string | null {
  return form.startsWith(begins) ? form.slice(begins.length) : null;
}
