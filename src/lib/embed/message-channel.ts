/** What marks a message as one of ours, in both directions. */
export const CHANNEL = 'contrastive-loss-by-hand';

export const isOurs = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'channel' in data && data.channel === CHANNEL;
