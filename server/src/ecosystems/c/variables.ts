/** Settings of compilers and build tools: the program that was built does not read them. */
export function isCBuildVariable(name: string): boolean {
  return /^(CC|CXX|CPP|AR|LD|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|LDLIBS|MAKEFLAGS|PKG_CONFIG(_\w+)?|CMAKE_\w+|GCC_VERSION|GPG_KEYS|GCC_MIRRORS|VCPKG_\w+|CONAN_\w+|CCACHE_\w+|NINJA_\w+|MAKE_\w+)$/.test(
    name,
  );
}

/** Files that only a build of C or C++ reads. */
export function isCSource(path: string): boolean {
  return (
    /\.(c|cc|cpp|cxx|h|hh|hpp|hxx|inl|ipp|o|a|s|S|cmake|mk|am|ac|in|m4|d|proto)$/.test(path) ||
    /(^|\/)(CMakeLists\.txt|[Mm]akefile|GNUmakefile|configure|meson\.build|conanfile\.(txt|py)|vcpkg\.json|Dockerfile[^/]*|[^/]*\.[Dd]ockerfile|\.dockerignore)$/.test(
      path,
    )
  );
}
