import { renderStudio } from 'sanity';

import { createStudioConfig } from './config.ts';
import { parseSettings } from './settings.ts';

async function loadSettings() {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) {
    throw new Error(`The Studio cannot start: /config.json answered ${response.status}.`);
  }
  return parseSettings(await response.json());
}

const root = document.getElementById('studio');
if (root) {
  try {
    renderStudio(root, createStudioConfig(await loadSettings()));
  } catch (error) {
    root.textContent = error instanceof Error ? error.message : String(error);
    root.setAttribute('role', 'alert');
  }
}
