import type { HostMessage, PageMessage } from '../shared/messages';
import { htmlElement } from './elements';
import { MapPage } from './page';

const api = acquireVsCodeApi();
const post = (message: PageMessage) => api.postMessage(message);
const root = document.getElementById('map');
const heading = document.querySelector('h1') ?? '';
const blank = htmlElement('p', { class: 'blank', role: 'status' });
let page: MapPage | undefined;

// The frame around the page passes on what the host says; nobody else is in it.
window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
  if (!root) return;
  switch (data.type) {
    case 'show':
      // Again for another note, or after a change got lost.
      page ??= new MapPage(api, data.strings);
      page.show(data, root);
      break;
    case 'blank':
      root.replaceChildren(heading, blank);
      blank.textContent = data.text;
      break;
    default:
      page?.receive(data);
  }
});
window.addEventListener('error', ({ message }) => post({ type: 'failed', what: message }));
post({ type: 'ready' });
