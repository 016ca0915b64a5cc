/**
 * Projects whose released Linux programs are static: compiled by Go without cgo, or linked with musl. From the build
 * settings of the projects (goreleaser, promu, Makefiles) as of 2025. `owner/name` on GitHub; `*` stands for any name.
 */
const onGitHub = new Set(
  [
    'prometheus/* caddyserver/caddy traefik/traefik etcd-io/etcd coredns/coredns grafana/loki grafana/alloy',
    'prometheus-community/* oliver006/redis_exporter restic/restic rclone/rclone cloudflare/cloudflared jwilder/dockerize',
    'powerman/dockerize fatedier/frp v2fly/v2ray-core XTLS/Xray-core nats-io/nats-server oauth2-proxy/oauth2-proxy',
    'pocketbase/pocketbase filebrowser/filebrowser AdguardTeam/AdGuardHome open-telemetry/opentelemetry-collector-releases',
    'jaegertracing/jaeger tus/tusd mailhog/MailHog axllent/mailpit binwiederhier/ntfy tsl0922/ttyd ginuerzh/gost go-gost/gost',
    'jpillora/chisel containous/whoami traefik/whoami adnanh/webhook envoyproxy/ratelimit dexidp/dex sosedoff/pgweb',
    'mikefarah/yq stedolan/jq jqlang/jq hairyhenderson/gomplate golang-migrate/migrate pressly/goose amacneil/dbmate',
    'ncabatoff/process-exporter google/mtail spiffe/spire openbao/openbao external-secrets/*',
  ].flatMap((line) => line.split(' ')),
);

/** Other places that static programs are released at, as the beginning of an address without its scheme. */
const elsewhere =
  /^(?:releases\.hashicorp\.com\/(?:consul|vault|nomad|terraform|packer|consul-template|envconsul)\/|dl\.min\.io\/|dl\.k8s\.io\/|storage\.googleapis\.com\/kubernetes-release\/|get\.helm\.sh\/)/;

/** The project that an address is a release of, when its programs are known to be static; undefined for all others. */
export function staticRelease(address: string): string | undefined {
  const plain = address.replace(/^https?:\/\/(www\.)?/, '');
  if (elsewhere.test(plain)) return plain.split('/').slice(0, 2).join('/');
  const [, owner = '', name = ''] = /^github\.com\/([\w.-]+)\/([\w.-]+)\/releases\//.exec(plain) ?? [];
  const project = `${owner}/${name}`;
  // Variants with cgo have a name of their own.
  if (/extended|cgo|-cgo-/.test(plain)) return undefined;
  return onGitHub.has(project) || onGitHub.has(`${owner}/*`) ? project : undefined;
}
