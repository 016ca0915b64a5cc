require('canvas').createCanvas(10, 10);
