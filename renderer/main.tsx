/** Composition root of the page: two vaults side by side, and the app that shows one of them. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/global.css';
import { assert } from '@shared/kernel/assert';
import { App } from './app/App';
import { clock, desktop } from './platform';
import { createDesktopFiles, createVaultClient, createVaultWorker, type VaultName } from './vault';

function vault(name: VaultName) {
  return createVaultClient({
    name,
    files: createDesktopFiles(desktop, name),
    clock,
    createWorker: createVaultWorker,
  });
}

const root = document.getElementById('root');
assert(root !== null, 'index.html has no root');
createRoot(root).render(
  <StrictMode>
    <App main={vault('main')} demo={vault('demo')} />
  </StrictMode>,
);
