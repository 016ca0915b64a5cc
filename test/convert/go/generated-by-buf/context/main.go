package main

import "net/http"

func main() {
	http.Handle("/docs/", http.FileServer(http.Dir("docs")))
	http.ListenAndServe(":8080", nil)
}
