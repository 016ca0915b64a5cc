Console.WriteLine(File.ReadAllText("templates/mail.txt"));
