const { spawn, fork } = require('child_process');

spawn('node', ['worker.js']);
fork('./worker.js');
