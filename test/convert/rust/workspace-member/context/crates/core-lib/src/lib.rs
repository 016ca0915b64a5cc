pub fn words() -> String {
    std::fs::read_to_string("data/words.txt").unwrap()
}
