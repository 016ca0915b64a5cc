import { isMissing, setsVariable, staticInsteadOfScratch } from './facts/runtime-files';
import { shippedGoProgram, sourceCalls, type SourceCall } from './facts/shipped-go-program';
import type { Rule } from './rule';

export const temporaryFolderMissing: Rule = {
  id: 'temporary-folder-missing',
  severity: 'warning',
  serves: ['portability'],
  summary: 'The program makes temporary files, and the image has no /tmp.',
  fixable: 'review',
  check({ finalStage, project }) {
    const { image } = finalStage;
    if (image?.family !== 'scratch' || setsVariable(finalStage, ['TMPDIR'])) return [];
    if (!isMissing(finalStage, '/tmp', project, /^$/)) return [];
    const program = shippedGoProgram(finalStage, project);
    const call = program && sourceCalls(program.reachable).find(usesDefault);
    if (!call || !program) return [];
    const fix = staticInsteadOfScratch(finalStage);
    return [
      {
        at: program.start.at,
        message: `The program makes temporary files (${call.where}), and scratch has no /tmp: it gets the error "no such file or directory" unless a volume is mounted there.`,
        ...(fix ? { fixes: [fix] } : {}),
      },
    ];
  },
};

const makers = new Set(['os.CreateTemp', 'os.MkdirTemp', 'io/ioutil.TempFile', 'io/ioutil.TempDir']);

/** An empty folder name stands for the system's. */
function usesDefault({ callee, textsOf }: SourceCall): boolean {
  if (!makers.has(callee)) return false;
  const texts = textsOf(0);
  return texts.length === 1 && texts[0]?.text === '' && texts[0].isComplete && !texts[0].hasUnknownStart;
}
