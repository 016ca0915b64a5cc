import os

# os.system is needed here
os.system("date | tee now")
