/** The worker in which files are read: whatever a file holds, the window goes on answering. */
import * as Comlink from 'comlink';
import { createImportDesk } from './import-desk';

Comlink.expose(createImportDesk());
