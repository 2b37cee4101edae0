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
