import { originOf } from '../../model/paths';
import type { Stage, Step } from '../../model/model';
import type { Project } from '../../project/project';
import { joinPath } from '../../text/path';
import { optionValues, type DependencyInstall } from './dependency-install';
import { jsonObject, objectOf } from './manifests';

/** Packages in pure Python in every version that matters, their dependencies included or with wheels of their own. */
const pure = new Set(
  [
    'flask django requests fastapi starlette click jinja2 werkzeug itsdangerous gunicorn boto3 botocore httpx redis celery',
    'rich tqdm python-dotenv pytz python-dateutil six certifi idna urllib3 setuptools wheel pip virtualenv pytest tabulate',
    'flask-cors flask-sqlalchemy flask-login flask-restful flask-migrate django-cors-headers djangorestframework whitenoise',
    'google-auth google-api-python-client google-cloud-storage google-cloud-pubsub google-cloud-logging functions-framework',
    'beautifulsoup4 pymysql pymongo prometheus-client prometheus-flask-exporter slack-sdk paho-mqtt jsonschema attrs typing-extensions packaging',
    'python-multipart gradio-client openai tenacity cachetools pyjwt passlib docker kubernetes',
  ].flatMap((line) => line.split(' ')),
);

/** True when it is certain that no compiler, header or git is wanted for what is installed. */
export function installsPlainPackages(
  install: DependencyInstall,
  step: Step,
  stage: Stage,
  project: Project,
): boolean {
  const read = (name: string): string | undefined => {
    const { cwd } = install.command;
    if (!cwd.known) return undefined;
    const path = joinPath(cwd.value, name);
    const origin = originOf(stage, path, project, stage.steps.indexOf(step));
    return origin.kind === 'context' ? project.read(origin.path) : undefined;
  };
  if (install.tool === 'pip') return isPlainPip(install, read);
  return install.tool === 'npm' && install.operands.length === 0 && isPlainLock(read('package-lock.json'));
}

function isPlainPip(
  { args, operands }: DependencyInstall,
  read: (name: string) => string | undefined,
): boolean {
  if (optionValues(args, '-e', '--editable', '--no-binary').length > 0) return false;
  const files = optionValues(args, '-r', '--requirement').map(read);
  const lines = files.flatMap((text) => text?.split(/\r?\n/) ?? ['?']);
  const named = lines.map((line) => line.replace(/(^|\s)#.*$/, '').trim()).filter((line) => line !== '');
  const all = [...operands, ...named];
  return all.length > 0 && all.every((each) => pure.has(projectName(each)));
}

/** `flask` of `Flask[async]==3.0 ; python_version > "3"`; extras other than none are not looked into. */
function projectName(requirement: string): string {
  const [, name = '', extras] =
    /^([A-Za-z0-9][\w.-]*?)\s*(\[[^\]]*\])?\s*(?:[=<>!~;].*)?$/.exec(requirement) ?? [];
  return extras === undefined ? name.toLowerCase().replace(/[_.]/g, '-') : '';
}

/** npm marks packages that run something when they are installed, node-gyp above all. */
function isPlainLock(text: string | undefined): boolean {
  const packages = objectOf(jsonObject(text)?.['packages']);
  if (!packages) return false;
  return Object.values(packages).every((each) => {
    const { hasInstallScript, resolved } = objectOf(each) ?? {};
    return hasInstallScript !== true && !(typeof resolved === 'string' && resolved.startsWith('git'));
  });
}
