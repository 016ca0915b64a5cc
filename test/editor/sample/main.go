// A small guestbook: visitors leave a line, everybody reads them.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	book := &guestbook{}
	pages, err := loadPages("templates")
	if err != nil {
		log.Fatal(err)
	}

	mux := http.NewServeMux()
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))
	mux.HandleFunc("GET /{$}", pages.show(book))
	mux.HandleFunc("POST /entries", pages.add(book))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})

	address := ":" + port()
	log.Printf("listening on %s", address)
	log.Fatal(http.ListenAndServe(address, mux))
}

func port() string {
	if port := os.Getenv("PORT"); port != "" {
		return port
	}
	return "8080"
}
