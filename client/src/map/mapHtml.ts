/** What the page is made of. */
export interface PageParts {
  /** What the page is, in the language of the editor. */
  readonly title: string;
  /** Language of the editor, such as `en` or `pt-br`. */
  readonly language: string;
  /** Where scripts and styles of the extension may come from, as a source of a content security policy. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** Unguessable; anew for each page. */
  readonly nonce: string;
}

/**
 * The page of the map. It runs one script, has one style sheet, and reaches nothing else: what it shows comes by
 * messages. Images are those that it makes itself, for an export.
 */
export function mapHtml({ title, language, source, script, style, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${escaped(style)}">
  <title>${escaped(title)}</title>
</head>
<body>
  <main id="map"><h1 class="unseen">${escaped(title)}</h1></main>
  <script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** 128 bits from the generator for secrets, in hexadecimal. */
export function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
