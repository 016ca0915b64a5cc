package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"os/user"
	"path/filepath"
	"time"
)

func try(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	berlin, err := time.LoadLocation("Europe/Berlin")
	try(err)
	_, err = user.Current()
	try(err)
	home, err := os.UserHomeDir()
	try(err)
	try(os.WriteFile(filepath.Join(home, "settings.json"), []byte("{}"), 0o600))
	upload, err := os.CreateTemp("", "upload-*")
	try(err)
	try(upload.Close())
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, time.Unix(0, 0).In(berlin).Format(time.RFC3339))
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
