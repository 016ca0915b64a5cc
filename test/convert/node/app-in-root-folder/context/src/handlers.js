exports.hello = (context) => { context.body = 'hello'; };
