/** Parts of a widget's frame that an embed may leave out, beside the controls of its parameters. */
export const FRAME_PARTS = ['title', 'toolbar', 'summary'] as const;
