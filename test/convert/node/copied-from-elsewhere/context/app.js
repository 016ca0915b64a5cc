const express = require('express');

const app = express();
app.use(express.static('/var/www/static'));
app.listen(3000);
