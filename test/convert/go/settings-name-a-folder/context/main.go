package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type settings struct {
	Port       string
	UploadPath string
}

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		panic(err)
	}
	var s settings
	json.NewDecoder(file).Decode(&s)
	http.Handle("/files/", http.FileServer(http.Dir(s.UploadPath)))
	http.HandleFunc("/upload", func(w http.ResponseWriter, r *http.Request) {
		os.WriteFile(filepath.Join(s.UploadPath, "a.png"), []byte("x"), 0644)
	})
	http.ListenAndServe(":"+s.Port, nil)
}
