open("/etc/demo/settings.ini")
