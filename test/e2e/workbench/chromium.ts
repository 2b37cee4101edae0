// The headless Chromium of @sparticuz/chromium. Its own unpacker writes to a fixed place shared by all users of the
// machine and unpacks the libraries only inside one cloud; so it is unpacked here.
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { runQuietly } from './processes';
import type { Scope } from './program';

/** Monospaced and proportional faces for a machine without fonts; pictures look the same everywhere. */
const faces = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSansMono.ttf', 'DejaVuSansMono-Bold.ttf'];

/** Unpacks the browser, its libraries and its fonts into a folder that must not exist. */
export async function unpackChromium(scope: Scope, packages: string, folder: string): Promise<void> {
  const packed = path.join(packages, '@sparticuz', 'chromium', 'bin');
  const fonts = path.join(folder, 'fonts');
  await fs.mkdir(fonts, { recursive: true });
  await inflate(path.join(packed, 'chromium.br'), path.join(folder, 'chromium'));
  for (const archive of ['al2023', 'swiftshader', 'fonts']) {
    await unpack(scope, path.join(packed, `${archive}.tar.br`), folder);
  }
  for (const face of faces) {
    await fs.copyFile(path.join(packages, 'dejavu-fonts-ttf', 'ttf', face), path.join(fonts, face));
  }
}

/** How to start the unpacked browser. */
export function chromiumLaunch(folder: string): { executablePath: string; env: Record<string, string> } {
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'lib'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  };
}

/** fontconfig's settings name absolute folders, so they are written when the place is known for good. */
export async function writeFontSettings(folder: string): Promise<void> {
  const alias = (generic: string, face: string) =>
    `<alias binding="same"><family>${generic}</family><prefer><family>${face}</family></prefer></alias>`;
  const settings = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${escapeXml(path.join(folder, 'fonts'))}</dir>`,
    `<cachedir>${escapeXml(path.join(folder, 'fonts-cache'))}</cachedir>`,
    alias('monospace', 'DejaVu Sans Mono'),
    alias('sans-serif', 'Open Sans'),
    alias('system-ui', 'Open Sans'),
    '</fontconfig>',
    '',
  ];
  await fs.writeFile(path.join(folder, 'fonts.conf'), settings.join('\n'));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function inflate(file: string, target: string): Promise<void> {
  await pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }));
}

// By way of a file: tar stops reading a pipe before its end, and the writer may take that for a failure.
async function unpack(scope: Scope, archive: string, folder: string): Promise<void> {
  const file = path.join(folder, path.basename(archive, '.br'));
  await inflate(archive, file);
  await runQuietly(scope, 'Unpacking the browser', 'tar', ['-x', '--no-same-owner', '-f', file, '-C', folder]);
  await fs.rm(file);
}
