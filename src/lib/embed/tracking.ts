/** Fields that mail, advertising and social networks write into every address that passes through them. */
const TRACKING = new RegExp(
  '^(?:' +
    [
      'utm_\\w+',
      'mtm_\\w+',
      'pk_\\w+',
      'matomo_\\w+',
      '(?:fb|[gdy])clid',
      'g(?:clsrc|ad_\\w+|braid)',
      'wbraid',
      'msclkid',
      'ttclid',
      'twclid',
      'yclid',
      'li_fat_id',
      'igshid?',
      'mc_[ce]id',
      'mkt_tok',
      '_hs(?:enc|mi)',
      '_g[al]',
      '_ke',
      'epik',
      'oly_(?:anon|enc)_id',
      'ref_(?:src|url)',
      's_cid',
      'srsltid',
      'vero_(?:conv|id)',
      'wickedid',
      '_openstat',
    ].join('|') +
    ')$',
  'i',
);

/** Whether a field of an address is about who followed it, and nothing that a widget or a reader needs to know. */
export const isTracking = (field: string): boolean => TRACKING.test(field);
