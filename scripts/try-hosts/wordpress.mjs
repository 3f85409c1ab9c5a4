import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, freePort, whenAnswers } from './server.mjs';

export const packages = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'php-cli',
  'php-mysql',
  'mariadb-server',
];

/** @param {string} text */
const php = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** @param {{ socket: string, address: string }} options */
const config = ({ socket, address }) => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', ${php(`localhost:${socket}`)}); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', ${php(address)}); define('WP_SITEURL', ${php(address)});
define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

// WordPress asks no host of its own machine for oEmbed, and the site is on one here.
const ownMachine = (/** @type {string} */ site) => `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, ${new URL(site).port}]);
`;

/** @param {readonly [author: string, title: string, content: string][]} posts */
const install = (posts) => `<?php
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('A course', 'administrator', 'teacher@example.org', false, '', 'secret');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'secret', 'role' => 'author']);
switch_theme('twentytwentythree');
foreach ([
${posts.map(([author, title, content]) => `  [${[author, title, content].map(php).join(', ')}],`).join('\n')}
] as [$author, $title, $content]) {
  // What somebody may not post is taken out of it, as it is when they save it in the editor.
  wp_set_current_user(get_user_by('login', $author)->ID);
  kses_init();
  echo wp_insert_post(wp_slash(['post_title' => $title, 'post_content' => $content, 'post_status' => 'publish'])), "\\n";
}
echo $wp_version, "\\n";
`;

/**
 * Sets up a WordPress with a database of its own, and posts by an administrator and by an author.
 * @param {string} folder
 * @param {import('./server.mjs').Trying} trying
 */
export async function start(folder, { snippetOf, site, atEnd }) {
  const [data, socket, root] = ['data', 'db.sock', 'wordpress'].map((name) => join(folder, name));
  mkdirSync(folder, { recursive: true });
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    'mariadb-install-db',
    [`--datadir=${data}`, '--auth-root-authentication-method=normal', ...user],
    {
      stdio: 'pipe',
    },
  );
  const options = [`--datadir=${data}`, `--socket=${socket}`, `--pid-file=${data}/pid`, '--skip-networking'];
  const database = spawn('mariadbd', ['--no-defaults', ...options, ...user], { stdio: 'ignore' });
  atEnd(() => end(database));
  for (let tries = 0; tries < 150 && !existsSync(String(socket)); tries++) {
    await new Promise((done) => setTimeout(done, 200));
  }
  execFileSync('mariadb', [`--socket=${socket}`, '-uroot', '-e', 'create database wordpress']);

  cpSync('/usr/share/wordpress', String(root), { recursive: true, dereference: true });
  const port = await freePort();
  const address = `http://localhost:${port}`;
  writeFileSync(`${root}/wp-config.php`, config({ socket: String(socket), address }));
  mkdirSync(`${root}/wp-content/mu-plugins`);
  writeFileSync(`${root}/wp-content/mu-plugins/own-machine.php`, ownMachine(site));
  const block = (/** @type {string} */ html) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;
  writeFileSync(
    `${root}/install.php`,
    install([
      ['administrator', 'The snippet for WordPress', block(snippetOf('wordpress'))],
      ['administrator', 'The snippet for HTML', block(snippetOf('html'))],
      ['author', 'The snippet of an author', block(snippetOf('wordpress'))],
      ['author', 'The address alone', snippetOf('notion')],
    ]),
  );
  const said = execFileSync('php', [`${root}/install.php`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const version = said.pop();
  const server = spawn('php', ['-S', `localhost:${port}`, '-t', String(root)], { stdio: 'ignore' });
  atEnd(() => end(server));
  await whenAnswers(address);
  const [byAdministrator, withScript, byAuthor, bare] = said.map((id) => `${address}/?p=${id}`);
  const stripped = await (await fetch(String(byAuthor))).text();
  if (stripped.includes('/v1/pair/?v=1"')) throw new Error('an author may post frames, against what is said');
  return {
    version: `WordPress ${version}; of what an author pastes, it takes the frame away`,
    pages: [
      { title: 'the snippet of an administrator', address: String(byAdministrator) },
      { title: 'the snippet for HTML, of an administrator', address: String(withScript), grows: true },
      { title: 'the bare address of an author', address: String(bare), sandboxed: true },
    ],
  };
}
start.title = 'WordPress';
