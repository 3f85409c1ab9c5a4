import { toBase64, type SavedNetwork } from './saved';
import { shapeOf } from './shape';

const LINE = 100;

/** Text in Python's parentheses, broken into lines. */
function quoted(text: string): string {
  const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [''];
  return lines.map((line) => `    "${line}"`).join('\n');
}

/**
 * A Python module with the network and its weights in it, for PyTorch: `network(x)` embeds pictures, x being
 * count × side² greys from 0 to 1, row after row. Where the loss has class weights they are in `classes`.
 */
export function pytorchModule(network: SavedNetwork): string {
  const { settings, steps, weights } = network;
  const { inputs, hidden, dim, classes } = shapeOf(settings);
  return `# ${settings.loss} loss on the digits ${settings.classes.join(', ')}, ${steps} steps from seed ${settings.seed}.
# Digits: MNIST by LeCun, Cortes and Burges, CC BY-SA 3.0.
import base64

import torch

INPUTS, HIDDEN, DIM, CLASSES = ${inputs}, ${hidden}, ${dim}, ${classes}
WEIGHTS = (
${quoted(toBase64(weights))}
)

flat = torch.frombuffer(bytearray(base64.b64decode(WEIGHTS)), dtype=torch.float32)
w1, b1, w2, b2, classes = flat.split([INPUTS * HIDDEN, HIDDEN, DIM * HIDDEN, DIM, CLASSES * DIM])
classes = classes.view(CLASSES, DIM)

network = torch.nn.Sequential(torch.nn.Linear(INPUTS, HIDDEN), torch.nn.ReLU(), torch.nn.Linear(HIDDEN, DIM))
with torch.no_grad():
    network[0].weight.copy_(w1.view(INPUTS, HIDDEN).T)
    network[0].bias.copy_(b1)
    network[2].weight.copy_(w2.view(DIM, HIDDEN))
    network[2].bias.copy_(b2)
`;
}
