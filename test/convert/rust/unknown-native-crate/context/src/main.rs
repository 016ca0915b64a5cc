use opencv::prelude::*;

fn main() {
    println!("hello");
}
