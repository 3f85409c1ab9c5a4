import type { SavedNetwork } from '../../learning/saved';

/** A form in which a trained network is taken out of the page. What writes it is loaded when it is asked for. */
export interface NetworkFile {
  label: string;
  extension: string;
  write: (network: SavedNetwork) => Promise<BlobPart>;
}

export const FILES: readonly NetworkFile[] = [
  {
    label: 'Save to a file',
    extension: 'network.json',
    write: async (network) => (await import('../../learning/saved')).writeNetwork(network),
  },
  {
    label: 'Save for PyTorch',
    extension: 'py',
    write: async (network) => (await import('../../learning/pytorch')).pytorchModule(network),
  },
  {
    label: 'Save as ONNX',
    extension: 'onnx',
    write: async (network) => (await import('../../learning/onnx')).onnxModel(network),
  },
];
