/** The version of the address and of the messages. It grows when an old link would no longer mean the same. */
export const VERSION = 1;

/** The folder of the site in which this version stays. */
export const PINNED = `v${VERSION}/`;

/** The scripts for other pages that stand in it, beside a frame for each widget. */
export const PINNED_SCRIPTS = ['element.js', 'embed.js', 'anywidget.js'] as const;
