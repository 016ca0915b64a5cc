printfn "%s" (System.IO.File.ReadAllText "rules.txt")
