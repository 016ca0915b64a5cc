use axum::{routing::get, Router};
use tower_http::services::ServeDir;
#[tokio::main]
async fn main() {
    let app = Router::new().route("/", get(|| async { "Hello" })).route("/tpl", get(|| async { std::fs::read_to_string("templates/hello.txt").unwrap_or_else(|e| e.to_string()) }))
        .nest_service("/static", ServeDir::new("static"));
    let listener = tokio::net::TcpListener::bind("0.0.0.0:3000").await.unwrap();
    axum::serve(listener, app).await.unwrap();
}
