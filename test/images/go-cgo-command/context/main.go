package main

// static int add(int a, int b) { return a + b; }
import "C"

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	a, _ := strconv.Atoi(os.Args[1])
	b, _ := strconv.Atoi(os.Args[2])
	fmt.Println(C.add(C.int(a), C.int(b)))
}
