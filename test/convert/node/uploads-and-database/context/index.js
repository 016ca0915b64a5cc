const fs = require('fs');
const path = require('path');
const Database = require('better-sqlite3');
const multer = require('multer');

fs.mkdirSync('/var/uploads', { recursive: true });
fs.mkdirSync(path.join(__dirname, 'cache'), { recursive: true });
new Database('/data/app.sqlite');
multer({ dest: '/var/uploads' });
