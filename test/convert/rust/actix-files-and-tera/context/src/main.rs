use actix_files::Files;
use actix_web::{get, App, HttpServer};
use tera::Tera;

#[get("/static-info")]
async fn info() -> &'static str {
    "see /static"
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let _body = reqwest::get("https://example.com").await;
    let _tera = Tera::new("templates/**/*.html").unwrap();
    HttpServer::new(|| App::new().service(info).service(Files::new("/static", "static").show_files_listing()))
        .bind(std::env::var("BIND").unwrap())?
        .run()
        .await
}
