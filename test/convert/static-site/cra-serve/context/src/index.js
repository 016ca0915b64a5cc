document.body.append(process.env.REACT_APP_API_URL);
