import { type Drawing, pixelScale, withValues } from '../drawing/exportSvg';
import drawingStyle from './drawing.css';

/** The style sheet of the drawing with the colours and the face of the theme, for a file that knows no theme. */
export function exportStyle(): string {
  const theme = getComputedStyle(document.documentElement);
  return withValues(drawingStyle, (name) => theme.getPropertyValue(name));
}

/** A drawing as dots. */
export async function toPng({ svg, width, height }: Drawing): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = pixelScale({ width, height });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser made no picture of the map.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
