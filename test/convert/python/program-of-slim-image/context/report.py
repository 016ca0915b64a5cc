import subprocess

print(subprocess.run(["lastlog2", "--version"], capture_output=True, check=False).stdout)
