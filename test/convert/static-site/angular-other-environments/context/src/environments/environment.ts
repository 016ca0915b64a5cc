export const environment = { production: false, api: 'http://localhost:8080' };
