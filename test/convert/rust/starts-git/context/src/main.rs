use std::process::Command;

fn main() {
    let version = Command::new("git").arg("--version").output().unwrap();
    println!("{}", String::from_utf8_lossy(&version.stdout));
}
