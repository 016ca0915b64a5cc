const express = require('express');
const path = require('node:path');
const app = express();

app.use('/public', express.static(path.join(__dirname, 'public')));
app.get('/', (request, response) => response.json({ shop: 'open' }));
app.listen(3000);
