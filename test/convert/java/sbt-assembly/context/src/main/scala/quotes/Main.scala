package quotes

@main def serve(): Unit = println("quotes")
