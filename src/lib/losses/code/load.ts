/** The printer, loaded when it is first asked for: most readers of a figure never open its code. */
export const loadPrinter = () => import('./print').then(({ printAll }) => printAll);
