// Keeps what one types on a page that is sent as a whole, so that it is there when the page is opened again. Without this file it is kept at each
// button. Files are kept only once they are sent.
(() => {
  const stand = document.querySelector("[data-klad]");
  const formulier = stand?.closest("form");
  if (!formulier) {
    return;
  }

  const woorden = stand.dataset;
  const teller = formulier.elements._stap;
  const rust = 1200;
  const langsteWacht = 60000;
  // A browser takes 64 kB at most along for a page that goes away.
  const meesteMee = 60000;
  let gewijzigd = Number(teller.value);
  let bewaard = gewijzigd;
  let bezig = null;
  let klok = 0;
  let mislukt = 0;
  let weg = false;

  function toon(soort, tekst, verwijzing) {
    stand.hidden = false;
    stand.dataset.stand = soort;
    stand.textContent = "";
    const regel = document.createElement("span");
    regel.textContent = tekst;
    stand.append(regel);
    if (verwijzing) {
      const link = document.createElement("a");
      link.className = "utrecht-link";
      link.href = verwijzing.adres;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = verwijzing.tekst;
      stand.append(link);
    }
  }

  function inhoud() {
    return new URLSearchParams([...new FormData(formulier)].filter(([, waarde]) => typeof waarde === "string"));
  }

  function past() {
    return inhoud().toString().length <= meesteMee;
  }

  function post(merk, mee) {
    return fetch(formulier.action, {
      method: "POST",
      body: inhoud(),
      headers: { "X-Bewaren": merk },
      redirect: "manual",
      credentials: "same-origin",
      keepalive: mee,
    });
  }

  function plan(wacht) {
    clearTimeout(klok);
    klok = setTimeout(() => bewaar(), wacht);
  }

  function opnieuw(tekst, verwijzing) {
    toon("fout", tekst, verwijzing);
    mislukt += 1;
    plan(Math.min(langsteWacht, 1000 * 2 ** mislukt));
  }

  async function stuur(toen, mee) {
    let antwoord;
    try {
      const vraag = await post("1", mee);
      if (vraag.status === 400 || vraag.status === 403 || vraag.status === 404) {
        opnieuw(woorden.ander, { adres: "/machtigingen", tekst: woorden.kies });
        return;
      }
      if (vraag.status === 401 || vraag.type === "opaqueredirect") {
        opnieuw(woorden.afgemeld, { adres: `/aanmelden?terug=${encodeURIComponent(location.pathname)}`, tekst: woorden.aanmelden });
        return;
      }
      if (!vraag.ok) {
        throw new Error(String(vraag.status));
      }
      antwoord = await vraag.json();
    } catch {
      opnieuw(woorden.verbinding);
      return;
    }
    mislukt = 0;
    bewaard = toen;
    if (antwoord.stand === "gesloten") {
      weg = true;
      location.reload();
    } else if (antwoord.stand === "niet") {
      // It would be refused again: what stands here can still be sent.
      toon("fout", antwoord.bericht);
    } else if (gewijzigd !== toen) {
      toon("typt", woorden.typt);
    } else {
      toon("opgeslagen", woorden.opgeslagen.replace("{0}", antwoord.moment));
    }
  }

  async function bewaar(mee = false) {
    if (bezig || weg || gewijzigd === bewaard) {
      return;
    }
    toon("bezig", woorden.bezig);
    bezig = stuur(gewijzigd, mee);
    try {
      await bezig;
    } finally {
      bezig = null;
    }
    if (gewijzigd !== bewaard && !mislukt) {
      plan(rust);
    }
  }

  formulier.addEventListener("input", (gebeurtenis) => {
    if (gebeurtenis.target.type === "file") {
      return;
    }
    gewijzigd += 1;
    teller.value = gewijzigd;
    if (!bezig && !mislukt) {
      toon("typt", woorden.typt);
    }
    if (!mislukt) {
      plan(rust);
    }
  });

  window.addEventListener("online", () => plan(0));

  // Who looks elsewhere may never come back to this page, above all on a telephone.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden") {
      plan(0);
    } else if (past()) {
      bewaar(true);
    }
  });

  // What is kept comes before what is sent: else it would be kept once more after it was sent.
  formulier.addEventListener("submit", (gebeurtenis) => {
    clearTimeout(klok);
    if (bezig) {
      gebeurtenis.preventDefault();
      const knop = gebeurtenis.submitter;
      bezig.finally(() => formulier.requestSubmit(knop));
      return;
    }
    weg = true;
  });

  // Who goes is only asked to stay when what they typed cannot go along.
  window.addEventListener("beforeunload", (gebeurtenis) => {
    if (!weg && gewijzigd !== bewaard && (mislukt || !navigator.onLine || !past())) {
      gebeurtenis.preventDefault();
    }
  });

  // Nobody is there to hear that they must sign in: what cannot be kept here then waits for that.
  window.addEventListener("pagehide", () => {
    if (!weg && gewijzigd !== bewaard && past()) {
      post("laatst", true);
    }
  });

  window.addEventListener("pageshow", () => {
    weg = false;
  });
})();
