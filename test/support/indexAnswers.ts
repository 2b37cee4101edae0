/** As Crossref answers. */
export function crossrefWork(doi: string, fields: Readonly<Record<string, unknown>> = {}) {
  const message = { DOI: doi, title: [`Paper ${doi}`], type: 'journal-article', ...fields };
  return { status: 'ok', 'message-type': 'work', message };
}

/** As arXiv answers: a feed of entries, each with its id and title, and more elements where wanted. */
export function atom(
  ...entries: readonly { readonly id: string; readonly title?: string; readonly more?: string }[]
): string {
  const written = entries.map(
    ({ id, title = `Paper ${id}`, more = '' }) =>
      `<entry><id>http://arxiv.org/abs/${id}</id><title>${title}</title>${more}</entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <link href="http://arxiv.org/api/query?id_list=" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: id_list=</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  ${written.join('\n')}
</feed>`;
}

/** Items as Better BibTeX tells of them: records of CSL with the key and the library beside them, and one without a key. */
export const zoteroItems = [
  {
    id: 'http://zotero.org/users/1/items/AAAAAAAA',
    type: 'article-journal',
    title: 'From the library of Zotero',
    author: [{ family: 'Zotero', given: 'Zoe' }],
    issued: { 'date-parts': [[2021]] },
    URL: 'https://arxiv.org/abs/2107.03374',
    DOI: '10.1000/182',
    library: 'My Library',
    citekey: 'zotero2021',
  },
  {
    id: 'http://zotero.org/users/1/items/BBBBBBBB',
    type: 'book',
    title: 'Nobody can cite this',
    library: 'My Library',
  },
];
