package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func keep(path string, err error) {
	if err != nil {
		log.Fatalf("%s: %v", path, err)
	}
}

func main() {
	keep("database", os.WriteFile("/var/lib/shop/orders/list.json", []byte("[]"), 0o644))
	keep("cache", os.WriteFile("/var/lib/shop/cache.bin", nil, 0o644))
	keep("log", os.WriteFile("/var/log/shop.log", nil, 0o644))
	keep("lock", os.WriteFile("/var/tmp/shop.lock", nil, 0o644))
	keep("socket", os.WriteFile("/var/run/shop/server.pid", nil, 0o644))
	keep("here", os.WriteFile("state.json", nil, 0o644))
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		for _, path := range []string{"/var/lib", "/var/tmp", "/var/log"} {
			info, err := os.Stat(path)
			keep(path, err)
			fmt.Fprintln(w, path, info.Mode())
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
