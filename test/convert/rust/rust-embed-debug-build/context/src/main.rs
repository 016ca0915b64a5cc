use rust_embed::Embed;

#[derive(Embed)]
#[folder = "public/"]
struct Assets;

fn main() {
    println!("{}", Assets::iter().count());
}
