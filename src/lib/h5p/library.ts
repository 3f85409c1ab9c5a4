/**
 * The content type. A platform takes in a change of it only with a higher version; a higher patch must not change what a
 * content does.
 */
export const LIBRARY = { machineName: 'H5P.ContrastiveWidget', majorVersion: 1, minorVersion: 0 } as const;

/** The folder of the content type in a package, and its name where H5P asks for a path. */
export const FOLDER = `${LIBRARY.machineName}-${LIBRARY.majorVersion}.${LIBRARY.minorVersion}`;
