with open("state.json", "w") as file:
    file.write("{}")
