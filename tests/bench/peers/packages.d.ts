/** The little of each peer that the bench uses: the packages are not there unless the bench has installed them. */
declare module 'dexie-encrypted' {
  export const NON_INDEXED_FIELDS: 'NON_INDEXED_FIELDS';
  export function clearAllTables(database: unknown): Promise<void>;
  /** `key` is left out of the tables' key paths: everything but the id is sealed. */
  export function applyEncryptionMiddleware(
    database: unknown,
    key: Uint8Array,
    tables: Readonly<Record<string, 'NON_INDEXED_FIELDS'>>,
    onKeyChange: (database: unknown) => Promise<void>,
  ): void;
}

declare module 'rxdb' {
  interface Collection {
    bulkInsert(documents: readonly unknown[]): Promise<{ readonly error: readonly unknown[] }>;
    find(): { exec(): Promise<readonly { toJSON(): unknown }[]> };
  }
  interface Database {
    addCollections(
      schemas: Readonly<Record<string, { readonly schema: unknown }>>,
    ): Promise<Record<string, Collection>>;
    close(): Promise<unknown>;
  }
  export function createRxDatabase(options: {
    readonly name: string;
    readonly storage: unknown;
    readonly password: string;
    readonly multiInstance: boolean;
  }): Promise<Database>;
}
declare module 'rxdb/plugins/storage-dexie' {
  export function getRxStorageDexie(): unknown;
}
declare module 'rxdb/plugins/encryption-crypto-js' {
  export function wrappedKeyEncryptionCryptoJsStorage(options: { readonly storage: unknown }): unknown;
}

declare module 'pouchdb-browser' {
  export class PouchDB {
    static plugin(plugin: unknown): void;
    constructor(name: string, options?: { readonly auto_compaction?: boolean });
    crypto(password: string): Promise<void>;
    info(): Promise<unknown>;
    bulkDocs(documents: readonly unknown[]): Promise<readonly { readonly error?: unknown }[]>;
    allDocs(options: {
      readonly include_docs: true;
    }): Promise<{ readonly rows: readonly { readonly doc?: unknown }[] }>;
    close(): Promise<void>;
  }
  export default PouchDB;
}
declare module 'crypto-pouch' {
  const plugin: unknown;
  export default plugin;
}
