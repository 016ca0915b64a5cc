const path = require('path'); const express = require('express'); express().use(express.static(path.join(__dirname, '../client/dist'))).listen(5000);
