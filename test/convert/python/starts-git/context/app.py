import subprocess

subprocess.run(["git", "clone", "https://example.com/x.git"])
