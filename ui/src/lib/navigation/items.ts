// What a line of a menu is, wherever it is made.

export interface MenuItem {
  label: string;
  run: () => void;
  checked?: boolean;
  disabled?: boolean;
  testid?: string;
  /** As written on the keyboard. */
  keys?: string;
}
