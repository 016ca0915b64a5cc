package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	if os.Getppid() == 0 {
		log.Fatal("run me under an init process")
	}
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "under an init process") })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
