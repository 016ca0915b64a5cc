import subprocess

from flask import Flask

app = Flask(__name__)


@app.get("/")
def home():
    return subprocess.check_output(["node", "render.js"])
