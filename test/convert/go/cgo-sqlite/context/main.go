package main

import (
	"database/sql"
	"log"
	"net/http"

	_ "github.com/mattn/go-sqlite3"
)

func main() {
	db, err := sql.Open("sqlite3", "/data/shop.db")
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	http.ListenAndServe(":8080", nil)
}
