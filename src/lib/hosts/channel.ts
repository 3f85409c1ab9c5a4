/** What marks a message as one of ours, in both directions. */
export const CHANNEL = 'contrastive-loss-by-hand';
