"""Never os.system(...)."""
import subprocess
import sys

# shell=True would be wrong
subprocess.run([sys.executable, "-m", "worker"])
subprocess.run(["git", "--version"])
