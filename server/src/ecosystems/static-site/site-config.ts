import type { Site } from './framework';

/** Where the builder writes it: every user may. */
export const CONFIG_IN_BUILDER = '/tmp/site.conf';
export const CONFIG_IN_RUNTIME = '/etc/nginx/conf.d/default.conf';
/** Where the runtime image has the site: a folder of its own, without the pages that nginx brings. */
export const SITE_ROOT = '/srv/www';

const compressed = 'text/css application/javascript application/json application/wasm image/svg+xml';

/** Instruction of the builder that writes the configuration of nginx. No heredoc: older builders do not read them. */
export function configInstruction(site: Site): string {
  const lines = serverLines(site);
  const quoted = lines.map((line) => `        '${line}' \\`).join('\n');
  return `RUN printf '%s\\n' \\\n${quoted}\n        > ${CONFIG_IN_BUILDER}`;
}

function serverLines(site: Site): string[] {
  const { port, base, lists = false } = site;
  const prefix = base.slice(0, -1);
  return [
    'server {',
    `    listen ${String(port)};`,
    `    root ${SITE_ROOT};`,
    '    # Redirections must not name the port that is inside the container.',
    '    absolute_redirect off;',
    // Vite leaves it to the pages; all others say so.
    ...(site.fallback === 'pages-or-single' ? [] : ['    charset utf-8;']),
    '    gzip on;',
    `    gzip_types ${compressed};`,
    ...(site.cors === true ? ['    add_header Access-Control-Allow-Origin "*";'] : []),
    ...(base === '/' ? [] : [`    location = / { return 302 ${base}; }`]),
    `    location ${base} { ${tried(site, prefix)} }`,
    ...(lists ? ['    autoindex on;'] : []),
    '    location ~ \\.mjs$ { types {} default_type text/javascript; }',
    ...(site.fallback === 'pages' || site.fallback === 'folders'
      ? [`    error_page 404 ${prefix}/404.html;`]
      : []),
    '}',
  ];
}

/** Sources: the servers' own look-ups: serve-handler, http-server, sirv, connect-history-api-fallback. */
function tried({ fallback, lists = false }: Site, prefix: string): string {
  switch (fallback) {
    case 'single':
      return `try_files $uri ${prefix}/index.html;`;
    case 'pages-or-single':
      return `try_files $uri $uri/index.html $uri.html ${prefix}/index.html;`;
    case 'pages':
      return `try_files $uri $uri/index.html $uri.html ${lists ? '$uri/ ' : ''}=404;`;
    case 'folders':
      return 'try_files $uri $uri/ $uri.html =404;';
  }
}
