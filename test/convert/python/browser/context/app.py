import playwright
