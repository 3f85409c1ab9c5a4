import type { Embed } from '../embed/embed-url';
import type { Definition } from '../state/define';
import { widgetNames } from '../widgets/load';

/** A package as it is put together: its name, what of the site goes into it, and all its files. */
export interface Parcel {
  name: string;
  /** Addresses below that of the site. */
  carried: string[];
  /** @param carried the content of each of these addresses */
  files: (carried: Readonly<Record<string, Uint8Array>>) => Record<string, string | Uint8Array>;
}

/** A kind of package that learning platforms take in as an activity; what makes it is loaded when it is asked for. */
export interface PackageKind {
  name: string;
  parcel: (definition: Definition, embed: Embed, site: string) => Promise<Parcel>;
}

const scorm = (edition: '1.2' | '2004'): PackageKind => ({
  name: `SCORM ${edition}`,
  parcel: async (definition, embed) => {
    const { packageFiles, packageName, scormPackage } = await import('../scorm/package');
    return {
      name: packageName(embed, edition),
      carried: packageFiles(definition),
      files: (carried) => scormPackage(definition, embed, carried, edition),
    };
  },
});

const xapi = (name: string, standard: 'cmi5' | 'tincan'): PackageKind => ({
  name,
  parcel: async (definition, embed, site) => {
    const { packageFiles, packageName, xapiPackage } = await import('../xapi/package');
    return {
      name: packageName(embed, standard),
      carried: packageFiles(definition),
      files: (carried) => xapiPackage(definition, embed, carried, { standard, site }),
    };
  },
});

const h5p: PackageKind = {
  name: 'H5P',
  parcel: async (definition, embed) => {
    const { H5P_FILES, h5pName, h5pPackage } = await import('../h5p/package');
    return {
      name: h5pName(embed),
      carried: [...H5P_FILES],
      files: (carried) => h5pPackage(definition, embed, widgetNames, carried),
    };
  },
};

export const PACKAGES: readonly PackageKind[] = [
  scorm('1.2'),
  scorm('2004'),
  xapi('cmi5', 'cmi5'),
  xapi('xAPI (Tin Can)', 'tincan'),
  h5p,
];
