import { l10n, ThemeIcon, window } from 'vscode';

/** A view whose rows can be filtered by words. */
export interface Filtered {
  readonly filter: string;
  /** Leaves the rows that hold some words; all for none. */
  filterBy(words: string): unknown;
}

/** Milliseconds without a key before the rows follow what is typed. */
const QUIET = 80;

/**
 * Asks for words that rows must hold; the rows follow while they are typed. Enter keeps the filter, Escape brings the
 * one before back.
 * @param title of the box
 * @param placeholder says what is looked at
 */
export function askForFilter(view: Filtered, title: string, placeholder: string): void {
  const before = view.filter;
  const box = window.createInputBox();
  const clear = { iconPath: new ThemeIcon('clear-all'), tooltip: l10n.t('Show all') };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = false;
  const filterBy = (words: string) => {
    clearTimeout(timer);
    void view.filterBy(words);
  };
  box.title = title;
  box.placeholder = placeholder;
  box.value = before;
  box.buttons = [clear];
  box.onDidChangeValue((words) => {
    clearTimeout(timer);
    timer = setTimeout(() => filterBy(words), QUIET);
  });
  box.onDidTriggerButton(() => {
    box.value = '';
    filterBy('');
  });
  box.onDidAccept(() => {
    isKept = true;
    filterBy(box.value);
    box.hide();
  });
  box.onDidHide(() => {
    if (!isKept) filterBy(before);
    box.dispose();
  });
  box.show();
}
