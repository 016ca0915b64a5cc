/** Settings of Cargo, rustc and build scripts: the program that was built does not read them. */
const names =
  /^(CARGO(_\w+)?|RUSTUP_\w+|RUSTFLAGS|RUSTDOCFLAGS|RUSTC(_\w+)?|RUST_VERSION|RUST_RELEASE|CC|CXX|AR|LD|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|(CC|CXX|AR|CFLAGS)_\w+|PKG_CONFIG(_\w+)?|OPENSSL_(DIR|LIB_DIR|INCLUDE_DIR|STATIC|NO_VENDOR)|SQLX_OFFLINE|PROTOC(_\w+)?|LIBCLANG_PATH|BINDGEN_\w+|SCCACHE_\w+|LIBSQLITE3_\w+|PQ_LIB_\w+|USER)$/;

export function isRustBuildVariable(name: string): boolean {
  return names.test(name);
}

/** Files that only a build of Rust reads. */
export function isRustSource(path: string): boolean {
  return /\.(rs|proto|c|h|cc|cpp)$|(^|\/)(Cargo\.(toml|lock)|rust-toolchain(\.toml)?|clippy\.toml|rustfmt\.toml|diesel\.toml)$|(^|\/)\.(cargo|sqlx)\//.test(
    path,
  );
}
