const express = require('express');

express()
  .get('/', (request, response) => response.send('hooked\n'))
  .listen(3000);
