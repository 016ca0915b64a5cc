import { describe, expect, it } from 'vitest';
import { cmakeLinks } from '../../server/src/ecosystems/c/cmake-links';
import { readCMakeProject } from '../../server/src/ecosystems/c/cmake-project';
import { readCMake } from '../../server/src/ecosystems/c/cmake-syntax';
import { librarySource } from '../../server/src/images/library-packages';
import { lookUp } from '../../server/src/images/catalogue';
import { parseImageReference } from '../../server/src/images/reference';
import { projectFromFiles } from '../../server/src/project/memory';

const read = (files: Record<string, string>, definitions: Record<string, string> = {}) =>
  readCMakeProject(projectFromFiles(files), '', new Map(Object.entries(definitions)));

describe('readCMake', () => {
  it('reads commands with quotes, comments and brackets', () => {
    const text = '# no(x)\nSet(A "b c" [[d]] e) #[[ no(y) ]] if((A OR B)) message(STATUS "x)")';
    expect(readCMake(text)).toEqual([
      { name: 'set', args: ['A', 'b c', 'd', 'e'] },
      { name: 'if', args: ['A', 'OR', 'B'] },
      { name: 'message', args: ['STATUS', 'x)'] },
    ]);
  });

  it('leaves out a command that is not closed', () => {
    expect(readCMake('add_executable(app main.c')).toEqual([]);
  });
});

describe('readCMakeProject', () => {
  it('finds programs in folders below, with their names and places', () => {
    const project = read({
      'CMakeLists.txt':
        'project(top)\nset(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)\nadd_subdirectory(src)\n',
      'src/CMakeLists.txt':
        'add_executable(${PROJECT_NAME} main.c)\nset_target_properties(top PROPERTIES OUTPUT_NAME tool)\ninstall(TARGETS top)\n',
    });
    expect(project?.programs).toEqual([{ name: 'tool', folder: 'bin', links: [], installedTo: 'bin' }]);
  });

  it('skips what is for other systems', () => {
    const project = read({
      'CMakeLists.txt':
        'if(WIN32)\nadd_executable(win main.c)\nelse()\nadd_executable(unix main.c)\nendif()\n',
    });
    expect(project?.programs.map(({ name }) => name)).toEqual(['unix']);
  });

  it('is undefined without a CMakeLists.txt', () => {
    expect(read({ 'main.c': '' })).toBeUndefined();
  });

  it.each([
    ['target_link_libraries(app own Threads::Threads m)', { known: true, value: ['m'] }],
    [
      'target_link_libraries(app CURL::libcurl ${OPENSSL_LIBRARIES})',
      { known: true, value: ['curl', 'ssl', 'crypto'] },
    ],
    [
      'find_package(PkgConfig)\npkg_check_modules(DB REQUIRED libpq)\ntarget_link_libraries(app ${DB_LIBRARIES})',
      { known: true, value: ['pq'] },
    ],
    ['target_link_libraries(app Qt6::Core)', { known: false }],
    ['target_link_libraries(app ${STRANGE_LIBRARIES})', { known: false }],
    ['add_library(plug SHARED p.c)\ntarget_link_libraries(app plug)', { known: false }],
  ])('%s', (line, expected) => {
    const project = read({
      'CMakeLists.txt': `add_library(own STATIC o.c)\nadd_executable(app main.c)\n${line}\n`,
    });
    const [program] = project?.programs ?? [];
    expect(project && program && cmakeLinks(program, project).libraries).toMatchObject(expected);
  });
});

describe('librarySource', () => {
  const image = (name: string) => {
    const reference = parseImageReference(name);
    return reference && lookUp(reference);
  };

  it.each([
    ['pq', 'debian:bookworm', { kind: 'package', name: 'libpq5' }],
    ['curl', 'debian:bookworm', { kind: 'package', name: 'libcurl4' }],
    ['curl', 'debian:trixie', { kind: 'package', name: 'libcurl4t64' }],
    ['curl', 'alpine:3.20', { kind: 'package', name: 'libcurl' }],
    ['boost_system', 'debian:bookworm', { kind: 'package', name: 'libboost-system1.74.0' }],
    ['stdc++', 'debian:bookworm', { kind: 'everywhere' }],
    ['stdc++', 'alpine:3.20', { kind: 'package', name: 'libstdc++' }],
    ['ssl', 'debian:bookworm', { kind: 'openssl' }],
    ['fmt', 'ubuntu:22.04', undefined],
    ['strange', 'debian:bookworm', undefined],
  ])('%s on %s', (library, name, expected) => {
    expect(librarySource(library, image(name))).toEqual(expected);
  });
});
