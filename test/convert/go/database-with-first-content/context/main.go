package main

import (
	"database/sql"
	"html/template"
	"net/http"
	"os"

	"github.com/joho/godotenv"
	_ "modernc.org/sqlite"
)

func main() {
	godotenv.Load()
	db, err := sql.Open("sqlite", "./shop.db")
	if err != nil {
		panic(err)
	}
	page := template.Must(template.ParseGlob("templates/*.html"))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		db.Exec("UPDATE visits SET n = n + 1")
		page.Execute(w, nil)
	})
	http.ListenAndServe(":"+os.Getenv("PORT"), nil)
}
