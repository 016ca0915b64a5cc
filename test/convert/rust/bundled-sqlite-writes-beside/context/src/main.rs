use rusqlite::Connection;

fn main() {
    std::fs::create_dir_all("data").unwrap();
    let connection = Connection::open("data/notes.db").unwrap();
    connection.execute("create table if not exists notes (text text)", []).unwrap();
}
