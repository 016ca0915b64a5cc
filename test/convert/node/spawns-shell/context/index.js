const { exec } = require('node:child_process');

exec('git --version', (error, output) => console.log(output));
