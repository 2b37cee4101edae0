const NAMES = [
  'Perez',
  'Ringer',
  'Luko{\\v{s}}i{\\=u}t{\\.e}',
  'Nguyen',
  "Garc{\\'i}a",
  'M{\\"u}ller',
  'van der Berg',
  'Chen',
];
const WORDS = [
  'models',
  'of',
  'language',
  'debate',
  'judges',
  'Evaluating',
  'oversight',
  'with',
  'the',
  'reward',
  '{GPT}',
  'human',
];

/** An entry of some hundred characters for each number; every third has an abstract. The same for the same count. */
export function madeUpBibliography(entries: number): string {
  const written = ['@string{acl = {Annual Meeting of the Association}}\n'];
  for (let i = 0; i < entries; i++) {
    const pick = (list: readonly string[], n: number) => list[(i * 7 + n * 13) % list.length] ?? '';
    const words = (count: number) => Array.from({ length: count }, (_, n) => pick(WORDS, n + (i % 5))).join(' ');
    const authors = Array.from({ length: 2 + (i % 4) }, (_, n) => `${pick(NAMES, n)}, ${pick(NAMES, n + 3)[0]}.`).join(
      ' and ',
    );
    const fields = [
      `author = {${authors}}`,
      `title = {${words(8)} ${i % 50 === 0 ? '–' : '---'} ${i}}`,
      i % 2 === 0
        ? `booktitle = acl # { ${i % 50}}`
        : `journal = {arXiv preprint arXiv:${2000 + (i % 12) + 1}.${String(10000 + (i % 80000)).padStart(5, '0')}}`,
      `year = {${1990 + (i % 36)}}`,
      `pages = {${i}--${i + 10}}`,
      ...(i % 4 === 0 ? [`doi = {10.${1000 + (i % 9000)}/abc.${i}}`] : [`url = {https://example.org/papers/${i}}`]),
      ...(i % 3 === 0 ? [`abstract = {${words(120)}}`] : []),
    ];
    written.push(
      `@${i % 2 === 0 ? 'inproceedings' : 'article'}{key${i}_${pick(WORDS, 1).replace(/\W/g, '')},\n  ${fields.join(',\n  ')}\n}\n`,
    );
  }
  return written.join('\n');
}
