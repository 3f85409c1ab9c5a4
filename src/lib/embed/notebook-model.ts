/** The part of anywidget's model that is used here. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  on(event: string, listener: (message?: unknown, buffers?: readonly unknown[]) => void): void;
  off(event: string, listener: (message?: unknown, buffers?: readonly unknown[]) => void): void;
  save_changes(): void;
  send?(content: unknown): void;
}

/** Does what a host without a kernel may not be able to: there is nothing to save to, and MyST's model throws then. */
export function ifPossible(run: () => void): void {
  try {
    run();
  } catch {
    // The figure works without it.
  }
}

/** The bytes of a buffer as a notebook hands it over: most give a DataView. */
function bytesOf(buffer: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer.slice());
  if (!ArrayBuffer.isView(buffer)) return undefined;
  return new Uint8Array(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength));
}

/**
 * How a file is had from the kernel, where it says in the trait `brings` that it brings it along: it is asked for by the
 * message `{ file }`, and the answer is the same message with the bytes as its buffer.
 */
export function fileReader(model: Model): ((path: string) => Promise<Uint8Array<ArrayBuffer>>) | undefined {
  const brings = model.get('brings');
  if (!Array.isArray(brings) || brings.length === 0) return undefined;
  return (path) =>
    new Promise((resolve) => {
      const hear = (message?: unknown, buffers: readonly unknown[] = []) => {
        const isAnswer = typeof message === 'object' && message !== null && 'file' in message;
        const bytes = bytesOf(buffers[0]);
        if (!isAnswer || message.file !== path || !bytes) return;
        model.off('msg:custom', hear);
        resolve(bytes);
      };
      model.on('msg:custom', hear);
      model.send?.({ file: path });
    });
}
