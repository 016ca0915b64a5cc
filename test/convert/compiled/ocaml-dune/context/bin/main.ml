let () = print_endline "up"
