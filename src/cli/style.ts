/** Dressing of terminal text; nothing where colours are not wanted. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
}

const code = (on: number, off: number, used: boolean) => (text: string) => (used ? `\u001b[${on}m${text}\u001b[${off}m` : text);

export function styleOf(colours: boolean): Style {
  return {
    bold: code(1, 22, colours),
    dim: code(2, 22, colours),
    red: code(31, 39, colours),
    yellow: code(33, 39, colours),
    blue: code(34, 39, colours),
    green: code(32, 39, colours),
  };
}
