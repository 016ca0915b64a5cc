use askama::Template;
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "public/"]
struct Assets;

#[derive(Template)]
#[template(path = "index.html")]
struct Index;

fn main() {
    let _migrator = sqlx::migrate!("./migrations");
    println!("{} {}", include_str!("../VERSION"), Index.render().unwrap());
}
