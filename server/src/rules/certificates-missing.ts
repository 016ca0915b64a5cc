import { hasCertificates } from '../images/carried';
import type { Stage } from '../model/model';
import type { Project } from '../project/project';
import { copyOf, isMissing, linesBehind, setsVariable, staticInsteadOfScratch } from './facts/runtime-files';
import { shippedSteps } from './facts/shipped';
import {
  shippedGoProgram,
  sourceCalls,
  sourcesMention,
  type ShippedGoProgram,
} from './facts/shipped-go-program';
import type { Fix, Rule } from './rule';

const bundle = '/etc/ssl/certs/ca-certificates.crt';

export const certificatesMissing: Rule = {
  id: 'certificates-missing',
  severity: 'error',
  serves: ['portability', 'security'],
  summary: 'The program makes TLS connections, and the image has no CA certificates.',
  fixable: 'review',
  check({ model, finalStage, project }) {
    const { image } = finalStage;
    if (!image || hasCertificates(image) !== false || bringsCertificates(finalStage, project)) return [];
    const program = shippedGoProgram(finalStage, project);
    const evidence = program && evidenceOf(program, project);
    if (!program || evidence === undefined) return [];
    return [
      {
        at: program.start.at,
        message: `${evidence}, and ${image.reference.raw} has no CA certificates: each connection ends with "certificate signed by unknown authority".`,
        fixes: fixesOf(finalStage, program, model.dockerfile.newline),
      },
    ];
  },
};

function bringsCertificates(stage: Stage, project: Project): boolean {
  if (setsVariable(stage, ['SSL_CERT_FILE', 'SSL_CERT_DIR'])) return true;
  if (!isMissing(stage, bundle, project, /^(tzdata|tini|dumb-init)$/)) return true;
  return shippedSteps(stage).some(({ instruction }) =>
    instruction.kind === 'copy' || instruction.kind === 'add'
      ? /cert|ssl|\.(crt|pem)|\/pki|cacert/.test(instruction.body.text)
      : instruction.kind === 'run' && /cert/.test(instruction.body.text),
  );
}

/** Where a URL is handed to Go's client. */
const clients: Readonly<Record<string, number>> = {
  'net/http.Get': 0,
  'net/http.Head': 0,
  'net/http.Post': 0,
  'net/http.PostForm': 0,
  'net/http.NewRequest': 1,
  'net/http.NewRequestWithContext': 2,
};

/** Clients of services that are reached by TLS alone. */
const services =
  /^(github\.com\/(aws\/aws-sdk-go(-v2)?\/service\/|stripe\/stripe-go|slack-go\/slack|google\/go-github|openai\/openai-go|sashabaranov\/go-openai|twilio\/twilio-go|sendgrid\/sendgrid-go)|cloud\.google\.com\/go\/(storage|pubsub|firestore|bigquery|secretmanager))/;

/** Programs that bring certificates in themselves, or do not ask the system's. */
const brings =
  /x509roots\/fallback|breml\/rootcerts|gocertifi|InsecureSkipVerify|RootCAs|NewCertPool|SSL_CERT_/;

function evidenceOf({ reachable }: ShippedGoProgram, project: Project): string | undefined {
  if (sourcesMention(reachable, brings, project)) return undefined;
  for (const { callee, where, textsOf } of sourceCalls(reachable)) {
    const argument = Object.hasOwn(clients, callee) ? clients[callee] : undefined;
    if (argument === undefined) continue;
    const url = textsOf(argument).find(
      ({ text, hasUnknownStart }) => !hasUnknownStart && /^https:\/\/(?!localhost|127\.|\[?::1)/.test(text),
    );
    if (url)
      return `The program connects to ${/^https:\/\/[^/]*/.exec(url.text)?.[0] ?? url.text} (${where})`;
  }
  const service = reachable.external.find((path) => services.test(path));
  return service === undefined ? undefined : `The program uses ${service}, which connects by TLS`;
}

function fixesOf(stage: Stage, { built }: ShippedGoProgram, newline: string): readonly Fix[] {
  const copy = copyOf(stage, built.stage);
  const builder = built.stage.name ?? String(built.stage.index);
  const hasThem = built.stage.image && hasCertificates(built.stage.image) === true;
  const copied =
    copy && hasThem
      ? linesBehind(copy, [`COPY --from=${builder} ${bundle} ${bundle}`], {
          title: `Copy the CA certificates of stage ${builder}`,
          reason: 'The program makes TLS connections',
          newline,
        })
      : undefined;
  return [copied, staticInsteadOfScratch(stage)].filter((fix) => fix !== undefined);
}
