import { installBench } from '../pages/page.js';
import { createDexieEncrypted } from './dexie-encrypted.js';
import { createPouch } from './pouchdb.js';
import { createRx } from './rxdb.js';

installBench({ 'dexie-encrypted': createDexieEncrypted, rxdb: createRx, pouchdb: createPouch });
