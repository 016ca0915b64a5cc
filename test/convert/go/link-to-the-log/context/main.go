package main

import (
	"html/template"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	t := template.Must(template.ParseGlob("templates/*.html"))
	http.Handle("/static/", http.StripPrefix("/static/", http.FileServer(http.Dir("./static"))))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		t.ExecuteTemplate(w, "index.html", map[string]string{"Name": os.Getenv("NAME")})
	})
	http.HandleFunc("/tz", func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(time.Unix(0, 0).Format(time.RFC3339)))
	})
	http.HandleFunc("/w", func(w http.ResponseWriter, r *http.Request) {
		if err := os.WriteFile("visits.txt", []byte("x"), 0644); err != nil {
			w.Write([]byte(err.Error()))
			return
		}
		w.Write([]byte("ok"))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
