use actix_web::{get, App, HttpResponse, HttpServer, Responder};
#[get("/")]
async fn hello() -> impl Responder { HttpResponse::Ok().body("Hello world!") }
#[get("/w")]
async fn w() -> impl Responder { match std::fs::write("./counter.txt", "1") { Ok(_) => "ok".to_string(), Err(e) => e.to_string() } }
#[actix_web::main]
async fn main() -> std::io::Result<()> {
    HttpServer::new(|| App::new().service(hello).service(w)).bind(("0.0.0.0", 8080))?.run().await
}
