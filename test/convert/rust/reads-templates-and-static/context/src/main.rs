use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;

fn main() {
    let listener = TcpListener::bind("0.0.0.0:8000").unwrap();
    println!("listening");
    for stream in listener.incoming() {
        let mut stream = stream.unwrap();
        let mut request = [0; 1024];
        let _ = stream.read(&mut request);
        let body = fs::read_to_string("templates/index.html").unwrap();
        let license = include_str!("license.txt");
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{}{}", body.len() + license.len(), body, license);
        let _ = stream.write_all(answer.as_bytes());
    }
}
