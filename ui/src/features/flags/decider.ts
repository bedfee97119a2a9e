/** Who decided about a red flag: the name and the role, or the one of them where they are the same or one is missing. */
export function decider(by: string, role: string): string {
  const parts = [by.trim(), role.trim()].filter((part) => part !== '');
  const [name, same] = parts.map((part) => part.toLocaleLowerCase());
  return name === same ? (parts[0] ?? '') : parts.join(', ');
}
