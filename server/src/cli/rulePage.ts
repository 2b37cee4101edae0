/**
 * The page of a rule, as it stands in `docs/rules`: bundled, so that the command needs no file but its own.
 * @param id of a rule that there is
 */
export async function rulePage(id: string): Promise<string> {
  const { default: page } = await import(`../../../docs/rules/${id}.md`);
  return page;
}
