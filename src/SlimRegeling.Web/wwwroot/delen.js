// Links to hand out: copied or shared one by one, or kept together in a file. All of it happens here: no server gets a link with a code. Without this
// file one selects the text of a link.
(() => {
  function knop(plaats, woorden, over, doe) {
    const nieuw = document.createElement("button");
    nieuw.type = "button";
    nieuw.className = "utrecht-button utrecht-button--secondary-action slim-niet-afdrukken";
    nieuw.append(woorden);
    if (over) {
      const verborgen = document.createElement("span");
      verborgen.className = "slim-verborgen";
      verborgen.append(` ${over}`);
      nieuw.append(verborgen);
    }
    nieuw.addEventListener("click", doe);
    plaats.append(nieuw);
  }

  function bewaar(tekst, naam) {
    const adres = URL.createObjectURL(new Blob([tekst], { type: "text/plain" }));
    const koppeling = document.createElement("a");
    koppeling.href = adres;
    koppeling.download = naam;
    koppeling.click();
    setTimeout(() => URL.revokeObjectURL(adres), 10000);
  }

  for (const lijst of document.querySelectorAll("[data-delen]")) {
    const woorden = lijst.dataset;
    const links = [...lijst.querySelectorAll("code")];
    const stand = document.createElement("p");
    stand.className = "slim-hulp";
    stand.setAttribute("role", "status");
    if (woorden.bewaar) {
      const boven = document.createElement("p");
      boven.className = "slim-knoppen";
      knop(boven, woorden.bewaar, "", () => {
        bewaar(`${links.map((link) => link.textContent.trim()).join("\r\n")}\r\n`, woorden.bestand);
      });
      lijst.before(boven);
    }
    lijst.before(stand);
    links.forEach((link, nummer) => {
      const adres = link.textContent.trim();
      const over = links.length > 1 ? `${woorden.link} ${nummer + 1}` : "";
      if (navigator.clipboard) {
        knop(link.parentElement, woorden.kopieer, over, async (gebeurtenis) => {
          const tekst = gebeurtenis.currentTarget.firstChild;
          try {
            await navigator.clipboard.writeText(adres);
          } catch {
            stand.textContent = woorden.mislukt;
            getSelection().selectAllChildren(link);
            return;
          }
          stand.textContent = `${woorden.gekopieerd} ${over}`.trim();
          // Far down a list the words above it are out of sight.
          tekst.data = woorden.gekopieerd.replace(":", "");
          setTimeout(() => {
            tekst.data = woorden.kopieer;
          }, 2000);
        });
      }
      if (navigator.share) {
        knop(link.parentElement, woorden.deel, over, () => {
          // Who closes the choice shares nothing, and that is no mistake.
          navigator.share({ url: adres }).catch(() => {});
        });
      }
    });
  }
})();
