open("/root/.aws/credentials")
