use config::{Config, File};

fn main() {
    dotenvy::dotenv().ok();
    let mode = std::env::var("RUN_MODE").unwrap_or_else(|_| "development".into());
    let settings = Config::builder()
        .add_source(File::with_name("settings"))
        .add_source(File::with_name(&format!("config/{}", mode)).required(false))
        .build();
    println!("{}", settings.is_ok());
}
