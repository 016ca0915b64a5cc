module example.com/orphan

go 1.24
