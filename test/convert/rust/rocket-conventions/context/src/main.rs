#[macro_use]
extern crate rocket;
use rocket::fs::{relative, FileServer};
use rocket_dyn_templates::Template;

#[get("/templates")]
fn index() -> &'static str {
    "index"
}

#[launch]
fn rocket() -> _ {
    rocket::build()
        .mount("/", routes![index])
        .mount("/public", FileServer::from(relative!("public")))
        .attach(Template::fairing())
}
