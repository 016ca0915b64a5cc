import os
import sqlite3

os.makedirs("/var/lib/demo/cache", exist_ok=True)
db = sqlite3.connect("/data/demo.db")
open("/app/log.txt", "w")
