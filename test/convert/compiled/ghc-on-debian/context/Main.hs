main :: IO ()
main = readFile "greeting.txt" >>= putStrLn
