export { LANGUAGES, type Language } from './names';
export { printAll, printLoss, type PrintedProgram, type PrintOptions, type PrintSubject } from './print';
export type { Inputs } from './example';
