package main

import (
	"net/http"
	"os"
	"strconv"
)

func save(chat int64, voice []byte) error {
	file, err := os.Create(strconv.FormatInt(chat, 10) + "voice.ogg")
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.Write(voice)
	return err
}

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { save(1, []byte("x")) })
	http.ListenAndServe(":8080", nil)
}
