package main

import (
	"flag"
	"html/template"
	"net/http"

	"example.com/mono/libs/log"
)

func main() {
	dir := flag.String("templates", "templates", "folder of the templates")
	flag.Parse()
	pages := template.Must(template.ParseGlob(*dir + "/*.html"))
	log.Info("ready")
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { pages.Execute(w, nil) })
	http.ListenAndServe(":8080", nil)
}
