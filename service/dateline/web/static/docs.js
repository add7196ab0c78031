"use strict";

const place = document.getElementById("contract");
window.SwaggerUIBundle({
  url: place.dataset.url,
  domNode: place,
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: true,
  presets: [window.SwaggerUIBundle.presets.apis],
});
