package main

import (
	"html/template"
	"log"
	"net/http"
	"os"
)

var pages = template.Must(template.ParseGlob("templates/*.html"))

func main() {
	if _, err := os.ReadFile("config/app.yaml"); err != nil {
		log.Fatal(err)
	}
	http.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		pages.ExecuteTemplate(w, "index.html", nil)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
