import loadHighs, { type Highs } from 'highs';

/** The bytes in "data:application/wasm;base64,...". */
export function bytesOfDataUrl(url: string): Uint8Array<ArrayBuffer> {
  const text = atob(url.slice(url.indexOf(',') + 1));
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/**
 * Starts the library from its bytes. The `wasmBinary` that its types offer is not read by the build that is published
 * (1.15.3): it would fetch. Emscripten's own hook is.
 */
export function loadLibrary(bytes: Uint8Array<ArrayBuffer>): Promise<Highs> {
  return new Promise((resolve, reject) => {
    const options = {
      wasmBinary: bytes,
      instantiateWasm: (imports: WebAssembly.Imports, take: (instance: WebAssembly.Instance) => void) => {
        // Without an instance the loader would wait for ever.
        WebAssembly.instantiate(bytes, imports).then(({ instance }) => {
          take(instance);
        }, reject);
      },
    };
    loadHighs(options).then(resolve, reject);
  });
}
