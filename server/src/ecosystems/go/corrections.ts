import type { Step } from '../../model/model';
import { span } from '../../text/span';
import type { TextEdit } from '../../text/edit';
import type { GoCall } from './calls';

/** Go's own settings: the program that was built does not read them. Source: `go help environment`. */
const runtimeSettings = new Set([
  'GODEBUG',
  'GOGC',
  'GOMAXPROCS',
  'GOMEMLIMIT',
  'GOTRACEBACK',
  'GORACE',
  'GOCOVERDIR',
]);
const compilerSettings = /^(CGO_\w+|CC|CXX|AR|FC|PKG_CONFIG(_PATH)?)$/;
const goNames =
  /^(GO111MODULE|GOAMD64|GOARCH|GOARM|GOARM64|GOAUTH|GOBIN|GOCACHE|GOCACHEPROG|GOENV|GOEXE|GOEXPERIMENT|GOFIPS140|GOFLAGS|GOHOSTARCH|GOHOSTOS|GOINSECURE|GOMIPS|GOMODCACHE|GONOPROXY|GONOSUMDB|GOOS|GOPATH|GOPPC64|GOPRIVATE|GOPROXY|GORISCV64|GOROOT|GOSUMDB|GOTELEMETRY|GOTMPDIR|GOTOOLCHAIN|GOTOOLDIR|GOVCS|GOVERSION|GOWASM|GOLANG_VERSION|GO_VERSION)$/;

export function isGoBuildVariable(name: string): boolean {
  if (runtimeSettings.has(name)) return false;
  return goNames.test(name) || compilerSettings.test(name);
}

/** Files that only a build of Go reads. */
export function isGoSource(path: string): boolean {
  return /\.(go|s|c|h|cc|cpp|proto|templ)$|(^|\/)go\.(mod|sum|work|work\.sum)$/.test(path);
}

/** Writes CGO_ENABLED=0 before the command, or as ENV before a RUN in exec form. */
export function disableCgo(call: GoCall, step: Step): TextEdit {
  const reason = 'without it Go links the C library in, and the static image has none';
  const { instruction } = step;
  const { command } = call.carrier;
  if (instruction.kind === 'run' && instruction.arguments.form === 'exec') {
    const at = instruction.lines.start;
    return { span: span(at, at), newText: 'ENV CGO_ENABLED=0\n', reason };
  }
  const explicit = command.assignments.find((assignment) => assignment.name === 'CGO_ENABLED');
  if (explicit) return { span: explicit.span, newText: 'CGO_ENABLED=0', reason };
  const at = command.span.start;
  return { span: span(at, at), newText: 'CGO_ENABLED=0 ', reason };
}
