// Of a link to a questionnaire: the code stands behind the #, which no server gets; it goes to its field and out of the address, and along to the page in the other language. Who goes back
// after Begin finds the code and the number of the form again, with which Begin opens the same place. And a form of which the answer comes once is sent once. Without this file one types
// the code, and clicks once.
(() => {
  const veld = document.querySelector("#code");
  const achter = location.hash.slice(1);
  if (veld && /^[0-9a-z-]{26,40}$/i.test(achter)) {
    veld.value = achter;
    history.replaceState(null, "", location.pathname + location.search);
  }

  const beurt = document.querySelector("[name=beurt]");
  if (veld && beurt) {
    const eerder = history.state;
    if (eerder?.beurt) {
      [veld.value, beurt.value] = [eerder.code, eerder.beurt];
    }
    veld.form.addEventListener("submit", () => {
      history.replaceState({ code: veld.value, beurt: beurt.value }, "", location.href);
    });
  }

  const anders = document.querySelector("a[hreflang]");
  if (veld && anders) {
    anders.addEventListener("click", () => {
      anders.hash = veld.value.trim();
    });
  }

  for (const formulier of document.querySelectorAll("form[data-eenmaal]")) {
    let weg = false;
    formulier.addEventListener("submit", (gebeurtenis) => {
      if (weg) {
        gebeurtenis.preventDefault();
      }
      weg = true;
    });
    window.addEventListener("pageshow", () => {
      weg = false;
    });
  }
})();
