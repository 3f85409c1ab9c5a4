/** Parts of a widget that an embed may leave out, beside the controls of its parameters. */
export const FRAME_PARTS = ['title', 'toolbar', 'summary', 'readouts', 'formula', 'code'] as const;
