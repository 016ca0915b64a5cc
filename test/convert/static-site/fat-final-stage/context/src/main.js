document.querySelector('#app').textContent = 'tick';
