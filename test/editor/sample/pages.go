package main

import (
	"html/template"
	"log"
	"net/http"
	"path/filepath"
	"strings"
	"time"
)

// pages are read from disk when the service starts, so that designers can change them without a compiler.
type pages struct {
	templates *template.Template
}

func loadPages(folder string) (*pages, error) {
	templates, err := template.ParseGlob(filepath.Join(folder, "*.html"))
	if err != nil {
		return nil, err
	}
	return &pages{templates}, nil
}

func (p *pages) show(book *guestbook) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if err := p.templates.ExecuteTemplate(w, "index.html", book.all()); err != nil {
			log.Printf("rendering index.html: %v", err)
		}
	}
}

func (p *pages) add(book *guestbook) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimSpace(r.FormValue("name"))
		message := strings.TrimSpace(r.FormValue("message"))
		if name == "" || message == "" {
			http.Error(w, "name and message are required", http.StatusBadRequest)
			return
		}
		book.add(entry{Name: name, Message: message, Written: time.Now()})
		http.Redirect(w, r, "/", http.StatusSeeOther)
	}
}
