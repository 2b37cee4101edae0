/** What the strings of the page need of VS Code: the texts in English, as they are written. */
export const l10n = {
  t(text: string, ...values: readonly (string | number)[]): string {
    return text.replace(/\{(\d)\}/g, (place, order: string) => String(values[Number(order)] ?? place));
  },
};
