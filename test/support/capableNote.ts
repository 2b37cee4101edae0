/** A note of which every request that the server announces has something to say. */
export const CAPABLE = `# Oversight
claim #scales (Ada): Debate scales, says https://arxiv.org/abs/1805.00899.
  support (Ada): It did in games.
rebuttal (Ben) -> #scales: Not in life.
Claim:  Nobody supports this.
<!-- debate-disable -->
`;

/** Another, which refers to it by the name `capable`. */
export const REFERRING = 'rebuttal (Cy) -> capable#scales: It costs.\n';
