import { expect, it } from 'vitest';
import { hasCertificates, hasTimeZones } from '../../server/src/images/carried';
import { find } from './support';

it.each([
  ['gcr.io/distroless/static-debian13:nonroot', true, true],
  ['gcr.io/distroless/base-debian13', true, true],
  ['cgr.dev/chainguard/static', true, true],
  ['cgr.dev/chainguard/glibc-dynamic', true, false],
  ['alpine:3.20', true, false],
  ['alpine:3.9', undefined, false],
  ['alpine:edge', true, false],
  ['debian:bookworm-slim', false, undefined],
  ['ubuntu:24.04', false, false],
  ['scratch', false, false],
  ['golang:1.22', true, undefined],
  ['denoland/deno:distroless', undefined, undefined],
  ['nginx:alpine', undefined, undefined],
  ['fedora:44', undefined, undefined],
])('%s has certificates: %s, time zones: %s', (raw, certificates, timeZones) => {
  expect(hasCertificates(find(raw)!)).toBe(certificates);
  expect(hasTimeZones(find(raw)!)).toBe(timeZones);
});
