module example.com/frob

go 1.24
