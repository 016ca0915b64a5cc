module example.com/acme/tool/v2

go 1.24
