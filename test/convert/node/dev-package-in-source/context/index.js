require('pino')({ transport: { target: 'pino-pretty' } }).info('up');
