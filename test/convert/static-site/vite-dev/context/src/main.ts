document.querySelector("#app")!.textContent = new Date().toISOString();
