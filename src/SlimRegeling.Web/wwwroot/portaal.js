// Saves a task as one types, and shows what is wrong at its place. Without this file everything works with the buttons.
import meldingen from "./meldingen.js";

(() => {
  const formulier = document.querySelector("form[data-bewaar]");
  if (!formulier) {
    return;
  }

  const woorden = formulier.dataset;
  const { veld, verbind, merkElders, toonMeldingen } = meldingen(formulier, woorden);
  const stand = formulier.querySelector(".slim-bewaarstand");
  const rust = 1200;
  const langsteWacht = 60000;
  const meesteNamen = 5;
  // A browser takes 64 kB at most along for a page that goes away.
  const meesteMee = 60000;
  let gewijzigd = 0;
  let bewaard = 0;
  let bezig = null;
  let onderweg = { tot: 0, mee: false };
  let klok = 0;
  let mislukt = 0;
  let weg = false;
  // Of what another wrote: where and what was told of it.
  const gezegd = new Map();

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

  // What another wrote, put in its field; false when the page has no such field, or someone is writing in it.
  function plaats(ander, verstuurd) {
    const elementen = veld(ander.pad);
    const [eerste] = elementen;
    if (!eerste) {
      return false;
    }
    if (eerste.type === "radio") {
      for (const element of elementen) {
        element.checked = element.value === ander.waarde;
      }
      return true;
    }
    if (eerste.value !== ander.waarde && (eerste === document.activeElement || eerste.value !== verstuurd.getAll(ander.pad).at(-1))) {
      return false;
    }
    eerste.value = ander.waarde;
    return true;
  }

  // Says of what another wrote which fields it is, once, and marks those that are here. Gives the words.
  function meldOvergenomen(overgenomen, geplaatst) {
    const nieuw = overgenomen.filter((ander) => ander.titel && gezegd.get(ander.pad) !== ander.waarde);
    for (const ander of nieuw) {
      gezegd.set(ander.pad, ander.waarde);
      if (geplaatst.has(ander)) {
        merkElders(ander, woorden.overgenomen);
      }
    }
    const titels = [...new Set(nieuw.map((ander) => ander.titel))];
    if (titels.length === 0) {
      return "";
    }
    const zin = titels.length > meesteNamen ? woorden.eldersmeer : woorden.elders;
    return zin.replace("{0}", () => titels.slice(0, meesteNamen).join("; ")).replace("{1}", () => titels.length - meesteNamen);
  }

  // What is not on this page, the next save must take over again: else an absent field would say that it was emptied here. Gives what to say of it.
  function neemOver(antwoord, verstuurd) {
    const geplaatst = new Set(antwoord.overgenomen.filter((ander) => plaats(ander, verstuurd)));
    const gemist = antwoord.overgenomen.filter((ander) => !geplaatst.has(ander));
    const zin = meldOvergenomen(antwoord.overgenomen, geplaatst);
    if (gemist.length === 0) {
      formulier.elements._versie.value = antwoord.versie;
      formulier.elements._begin.value = antwoord.begin;
      return zin;
    }
    const vroeger = JSON.parse(formulier.elements._begin.value);
    const begin = JSON.parse(antwoord.begin);
    for (const { pad } of gemist) {
      if (Object.hasOwn(vroeger, pad)) {
        begin[pad] = vroeger[pad];
      } else {
        delete begin[pad];
      }
    }
    formulier.elements._begin.value = JSON.stringify(begin);
    return zin;
  }

  function plan(wacht) {
    clearTimeout(klok);
    klok = setTimeout(() => bewaar(), wacht);
  }

  function opnieuw() {
    mislukt += 1;
    plan(Math.min(langsteWacht, 1000 * 2 ** mislukt));
  }

  async function bewaar(hoe) {
    if (bezig || gewijzigd === bewaard) {
      return bezig;
    }
    const toen = gewijzigd;
    toon("bezig", woorden.bezig);
    bezig = stuur(toen, hoe);
    try {
      await bezig;
    } finally {
      bezig = null;
    }
    if (gewijzigd !== bewaard && !mislukt) {
      plan(rust);
    }
  }

  const gewoon = { merk: "1", mee: false };
  // The page may be gone before there is an answer.
  const uitzicht = { merk: "1", mee: true };
  // Nobody is there to hear that they must sign in: what cannot be saved is kept for them.
  const vertrek = { merk: "laatst", mee: true };

  function post(inhoud, { merk, mee }) {
    return fetch(formulier.action || location.href, {
      method: "POST",
      body: mee ? new URLSearchParams(inhoud) : inhoud,
      headers: { "X-Bewaren": merk },
      redirect: "manual",
      credentials: "same-origin",
      keepalive: mee,
    });
  }

  function past() {
    return new URLSearchParams(new FormData(formulier)).toString().length <= meesteMee;
  }

  async function stuur(toen, hoe = gewoon) {
    let antwoord;
    const verstuurd = new FormData(formulier);
    onderweg = { tot: toen, mee: hoe.mee };
    try {
      const vraag = await post(verstuurd, hoe);
      if (vraag.status === 400 || vraag.status === 403 || vraag.status === 404) {
        toon("fout", woorden.ander, { adres: "/machtigingen", tekst: woorden.kies });
        opnieuw();
        return;
      }
      if (vraag.status === 401 || vraag.type === "opaqueredirect") {
        toon("fout", woorden.afgemeld, { adres: `/aanmelden?terug=${encodeURIComponent(location.pathname)}`, tekst: woorden.aanmelden });
        opnieuw();
        return;
      }
      if (!vraag.ok) {
        throw new Error(String(vraag.status));
      }
      antwoord = await vraag.json();
    } catch {
      toon("fout", woorden.verbinding);
      opnieuw();
      return;
    }
    mislukt = 0;
    let elders = "";
    if (antwoord.stand === "ingediend") {
      location.reload();
      return;
    }
    if (antwoord.stand === "opgeslagen") {
      bewaard = toen;
      elders = neemOver(antwoord, verstuurd);
      if (gewijzigd !== toen) {
        // What was typed meanwhile is saved next.
        toon("typt", woorden.typt);
      } else {
        toon(antwoord.deels ? "deels" : "opgeslagen", (antwoord.deels ? woorden.deels : woorden.opgeslagen).replace("{0}", antwoord.moment));
      }
    } else {
      // It would be refused again: only a change by the person helps.
      bewaard = toen;
      weg = false;
      toon("fout", antwoord.stand === "verschil" ? woorden.verschil : antwoord.bericht || woorden.fout);
    }
    toonMeldingen(antwoord, elders);
  }

  formulier.addEventListener("input", (gebeurtenis) => {
    gewijzigd += 1;
    // What one types oneself was not filled in by us.
    const pad = gebeurtenis.target.name;
    const merken = formulier.querySelectorAll(`[data-merk="${pad}"], [data-elders-bij="${pad}"]`);
    if (merken.length > 0) {
      merken.forEach((merk) => merk.remove());
      verbind(pad);
    }
    if (!bezig && !mislukt) {
      toon("typt", woorden.typt);
    }
    if (!mislukt) {
      plan(rust);
    }
  });

  // A number that is known elsewhere is looked up when one leaves its field.
  formulier.addEventListener("change", (gebeurtenis) => {
    if (gebeurtenis.target.name?.endsWith("kvkNummer") && gewijzigd !== bewaard && !mislukt) {
      plan(0);
    }
  });

  window.addEventListener("online", () => {
    if (gewijzigd !== bewaard) {
      plan(0);
    }
  });

  // Who looks elsewhere may never come back to this page, above all on a telephone.
  document.addEventListener("visibilitychange", () => {
    if (weg || gewijzigd === bewaard) {
      return;
    }
    if (document.visibilityState === "hidden" && past()) {
      bewaar(uitzicht);
    } else {
      plan(0);
    }
  });

  // A save that is under way comes first: else the page would meet its own words as those of another.
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
    if (weg || gewijzigd === bewaard) {
      return;
    }
    if (mislukt || !navigator.onLine || !past() || (bezig && onderweg.tot !== gewijzigd)) {
      gebeurtenis.preventDefault();
    } else {
      bewaar(vertrek);
    }
  });

  // A save that was under way breaks off with the page, unless it went along.
  window.addEventListener("pagehide", () => {
    const gaatMee = bezig && onderweg.mee && onderweg.tot === gewijzigd;
    if (!weg && gewijzigd !== bewaard && !gaatMee && past()) {
      post(new FormData(formulier), vertrek);
    }
  });

  // A page that the browser kept as it was left shows what was typed then: what is stored may be newer.
  window.addEventListener("pageshow", (gebeurtenis) => {
    weg = false;
    if (gebeurtenis.persisted && gewijzigd === bewaard) {
      location.reload();
    } else if (gebeurtenis.persisted) {
      plan(0);
    }
  });

  // So do fields that it fills again with what stood in them.
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
    formulier.reset();
  }
})();
