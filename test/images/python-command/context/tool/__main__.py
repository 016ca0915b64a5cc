import sys

import yaml

print(yaml.safe_dump({"hello": sys.argv[1]}), end="")
