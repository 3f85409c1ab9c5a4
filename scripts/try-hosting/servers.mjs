import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What docs/hosting.md tells to write, in the file of that name. */
const block = (/** @type {string} */ name) =>
  readFileSync(new URL(`../../docs/hosting/${name}`, import.meta.url), 'utf8');

/**
 * What a server is started with.
 * @typedef {object} Place
 * @property {string} home a folder of the server's own
 * @property {string} site the built site
 * @property {number} port
 * @property {boolean} inFolder whether the site is to be below /textbook/
 */

/**
 * @typedef {object} Server
 * @property {string} title
 * @property {readonly string[]} packages of Debian
 * @property {readonly string[]} version the command that says its version
 * @property {(place: Place) => readonly string[]} prepare writes its files; the command that runs it in the foreground
 */

/**
 * A block as it is tried: on another port, with the site where it is.
 * @param {string} text
 * @param {readonly [from: string, to: string][]} changes each of something that is there
 */
function changed(text, changes) {
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the block has no “${from}”`);
    text = text.replaceAll(from, to);
  }
  return text;
}

const FOLDER = '/srv/contrastive-loss-by-hand';

/** @type {Server} */
const nginx = {
  title: 'nginx',
  packages: ['nginx'],
  version: ['/usr/sbin/nginx', '-v'],
  prepare({ home, site, port, inFolder }) {
    const own = changed(block(inFolder ? 'nginx-folder.conf' : 'nginx.conf'), [
      ['listen 80;', `listen 127.0.0.1:${port};`],
      ['server_name example.org;', 'server_name localhost;'],
      [FOLDER, site],
    ]);
    // The rest is as Debian’s /etc/nginx/nginx.conf has it.
    const config = `user root; pid ${home}/pid; error_log ${home}/error.log; daemon off;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path ${home}; proxy_temp_path ${home}; fastcgi_temp_path ${home};
  uwsgi_temp_path ${home}; scgi_temp_path ${home};
${own}}
`;
    writeFileSync(join(home, 'nginx.conf'), config);
    return ['/usr/sbin/nginx', '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')];
  },
};

/** @type {Server} */
const apache = {
  title: 'Apache',
  packages: ['apache2'],
  version: ['/usr/sbin/apache2', '-v'],
  prepare({ home, site, port, inFolder }) {
    const root = join(home, 'www');
    const folder = inFolder ? join(root, 'textbook') : root;
    mkdirSync(root, { recursive: true });
    cpSync(site, folder, { recursive: true });
    const own = block('htaccess');
    writeFileSync(
      join(folder, '.htaccess'),
      inFolder ? changed(own, [[' /404.html', ' /textbook/404.html']]) : own,
    );
    const modules = 'mpm_event authz_core mime dir autoindex headers deflate filter alias';
    const config = `ServerRoot /usr/lib/apache2
${modules
  .split(' ')
  .map((name) => `LoadModule ${name}_module modules/mod_${name}.so`)
  .join('\n')}
Listen 127.0.0.1:${port}
ServerName localhost
PidFile ${home}/pid
ErrorLog ${home}/error.log
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot ${root}
<Directory ${root}>
  Options Indexes FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
`;
    writeFileSync(join(home, 'apache.conf'), config);
    return ['/usr/sbin/apache2', '-f', join(home, 'apache.conf'), '-D', 'FOREGROUND'];
  },
};

/** @type {Server} */
const caddy = {
  title: 'Caddy',
  packages: ['caddy'],
  version: ['/usr/bin/caddy', 'version'],
  prepare({ home, site, port, inFolder }) {
    const own = changed(block(inFolder ? 'Caddyfile-folder' : 'Caddyfile'), [
      ['example.org {', `http://localhost:${port} {`],
      [FOLDER, site],
    ]);
    writeFileSync(join(home, 'Caddyfile'), `{\n\tadmin off\n}\n${own}`);
    return ['/usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config', join(home, 'Caddyfile')];
  },
};

export const servers = [nginx, apache, caddy];
