package vendored

func Run() {}
