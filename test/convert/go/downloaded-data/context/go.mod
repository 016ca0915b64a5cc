module example.com/cities

go 1.24
