import type { HostMessage, PageMessage } from '../shared/messages';
import { MapPage } from './page';

const api = acquireVsCodeApi();
const post = (message: PageMessage) => api.postMessage(message);
const root = document.getElementById('map');
let page: MapPage | undefined;

// The frame around the page passes on what the host says; nobody else is in it.
window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (!root) return;
  if (data.type === 'show') {
    // A second time after a change got lost.
    page ??= new MapPage(root, api, data.strings);
    page.show(data);
  } else page?.receive(data);
});
window.addEventListener('error', ({ message }) => post({ type: 'failed', what: message }));
post({ type: 'ready' });
