from flask import Flask
app = Flask(__name__)
@app.route('/')
def home():
    with open('visits.txt', 'a') as f:
        f.write('x')
    return str(len(open('visits.txt').read()))
if __name__ == '__main__':
    app.run(host='0.0.0.0', port=5000)
