import subprocess

from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def home():
    return {"shop": "open"}


@app.post("/convert")
def convert(name: str):
    subprocess.run(["ffmpeg", "-i", name, "out.mp4"], check=True)
