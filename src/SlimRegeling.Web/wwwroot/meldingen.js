// Shows in the form of a task what the answer to a save says: what is wrong, what to mind, what it yields.
export default function meldingen(formulier, woorden) {
  function veld(pad) {
    return [...formulier.elements].filter((e) => e.name === pad && e.type !== "hidden");
  }

  function gevuld(pad) {
    return [...formulier.elements].some(
      (e) =>
        (e.name === pad || e.name.startsWith(`${pad}.`) || e.name.startsWith(`${pad}[`)) &&
        e.type !== "hidden" &&
        (e.type === "radio" || e.type === "checkbox" ? e.checked : e.value !== ""),
    );
  }

  // The field with its label and help; of a group or list the place kept for it.
  function blokVan(pad) {
    const [eerste] = veld(pad);
    return eerste ? eerste.closest(".slim-veld") || formulier : formulier.querySelector(`[data-plaats="${pad}"]`) || formulier;
  }

  // A screen reader says with a field what stands beside it.
  function verbind(pad) {
    const [eerste] = veld(pad);
    const blok = eerste && eerste.closest(".slim-veld");
    if (!blok) {
      return;
    }
    const doel = blok.matches("fieldset") ? blok : eerste;
    const uitleg = [...blok.children].find((e) => e.id.endsWith("-uitleg"));
    const ids = [uitleg, ...blok.querySelectorAll("[data-fout], [data-punt], [data-merk], [data-elders-bij]")].filter(Boolean).map((e) => e.id);
    const fout = blok.querySelector("[data-fout]") !== null;
    blok.classList.toggle("slim-veld--fout", fout);
    if (ids.length > 0) {
      doel.setAttribute("aria-describedby", ids.join(" "));
    } else {
      doel.removeAttribute("aria-describedby");
    }
    if (doel === eerste) {
      if (fout) {
        eerste.setAttribute("aria-invalid", "true");
      } else {
        eerste.removeAttribute("aria-invalid");
      }
    }
  }

  function regel(soort, woord, { id, pad, uitleg, taal }) {
    const gelijk = formulier.querySelectorAll(`[data-${soort}="${pad}"]`).length;
    const nieuw = document.createElement("p");
    nieuw.id = soort === "fout" ? `${id}-vanzelf${gelijk || ""}` : `${id}-letop-${gelijk}`;
    nieuw.className = soort === "fout" ? "slim-fout" : "slim-letop";
    nieuw.dataset[soort] = pad;
    nieuw.dataset.tekst = uitleg;
    const kop = document.createElement("strong");
    kop.textContent = woord;
    const tekst = document.createElement("span");
    tekst.textContent = uitleg;
    if (taal) {
      tekst.lang = taal;
    }
    nieuw.append(kop, " ", tekst);
    return nieuw;
  }

  // What can mean more than one thing is chosen with a button for each; null when there is nothing to choose.
  function lezingen(keuzes) {
    if (!keuzes || keuzes.length === 0) {
      return null;
    }
    const rij = document.createElement("p");
    rij.className = "slim-knoppen slim-lezingen";
    for (const { doe, tekst } of keuzes) {
      const knop = document.createElement("button");
      knop.className = "utrecht-button utrecht-button--secondary-action";
      knop.type = "submit";
      knop.name = "_doe";
      knop.value = doe;
      knop.textContent = tekst;
      rij.append(knop);
    }
    return rij;
  }

  // Shows what is new, takes away what was mended and leaves the rest alone. What is missing in a field that is still empty stays as it is.
  function werkBij(soort, woord, meldingen) {
    const blijft = new Set();
    let weg = 0;
    const geraakt = new Set();
    for (const oud of formulier.querySelectorAll(`[data-${soort}]`)) {
      const pad = oud.dataset[soort];
      const gelijk = meldingen.findIndex((m, i) => m.pad === pad && m.uitleg === oud.dataset.tekst && !blijft.has(i));
      if (gelijk >= 0) {
        blijft.add(gelijk);
      } else if (soort === "punt" || oud.id.includes("-vanzelf") || gevuld(pad)) {
        const vraag = oud.nextElementSibling;
        if (vraag && vraag.matches(".slim-lezingen")) {
          vraag.remove();
        }
        oud.remove();
        geraakt.add(pad);
        weg += 1;
      }
    }
    const erbij = meldingen.filter((_, i) => !blijft.has(i));
    for (const melding of erbij) {
      blokVan(melding.pad).append(...[regel(soort, woord, melding), lezingen(melding.keuzes)].filter(Boolean));
      geraakt.add(melding.pad);
    }
    for (const pad of geraakt) {
      verbind(pad);
    }
    return { erbij, weg };
  }

  // The list on top of the page, of what was wrong when it was made.
  function werkLijstBij(fouten) {
    const lijst = document.getElementById("fouten");
    if (!lijst) {
      return;
    }
    for (const rij of lijst.querySelectorAll("li[data-plaats-van]")) {
      const pad = rij.dataset.plaatsVan;
      if (gevuld(pad) && !fouten.some((f) => f.pad === pad)) {
        rij.remove();
      }
    }
    if (lijst.querySelector("li") === null) {
      lijst.remove();
    }
  }

  // With what was filled in, so that the next number knows what nobody typed.
  function toonMerken(merken) {
    for (const oud of formulier.querySelectorAll("[data-merk]")) {
      const { merk } = oud.dataset;
      oud.remove();
      verbind(merk);
    }
    for (const { id, pad, tekst, waarde } of merken) {
      const [eerste] = veld(pad);
      if (!eerste || eerste.value !== waarde) {
        continue;
      }
      const merk = document.createElement("p");
      merk.className = "slim-hulp slim-merk";
      merk.id = `${id}-merk`;
      merk.dataset.merk = pad;
      merk.textContent = tekst;
      const gevuldMet = document.createElement("input");
      gevuldMet.type = "hidden";
      gevuldMet.name = `_merk.${pad}`;
      gevuldMet.value = waarde;
      merk.append(gevuldMet);
      blokVan(pad).append(merk);
      verbind(pad);
    }
  }

  // With what another wrote, until one types there.
  function merkElders({ id, pad }, uitleg) {
    for (const oud of formulier.querySelectorAll(`[data-elders-bij="${pad}"]`)) {
      oud.remove();
    }
    const merk = document.createElement("p");
    merk.className = "slim-hulp";
    merk.id = `${id}-elders`;
    merk.dataset.eldersBij = pad;
    merk.textContent = uitleg;
    blokVan(pad).append(merk);
    verbind(pad);
  }

  function cel(soort, tekst, rol, kop) {
    const element = document.createElement(soort);
    element.className = "utrecht-table__cell";
    element.setAttribute("role", rol);
    if (kop) {
      element.dataset.kop = kop;
    }
    element.textContent = tekst;
    return element;
  }

  // Gives the words for who does not see the amount move; empty when it did not.
  function toonOpbrengst(opbrengst) {
    const blok = document.getElementById("opbrengst");
    if (!blok) {
      return "";
    }
    let gezegd = "";
    for (const [deel, zin] of [
      ["kosten", woorden.kosten],
      ["subsidie", woorden.mee],
    ]) {
      const plaats = blok.querySelector(`[data-deel="${deel}"]`);
      const bedrag = plaats.querySelector("dd");
      const nieuw = opbrengst[deel] || "";
      if (bedrag.textContent !== nieuw && nieuw) {
        gezegd = zin.replace("{0}", nieuw);
      }
      bedrag.textContent = nieuw;
      plaats.hidden = !nieuw;
    }
    const toelichting = blok.querySelector('[data-deel="toelichting"]');
    toelichting.textContent = opbrengst.toelichting || "";
    toelichting.hidden = !opbrengst.toelichting;
    const lijf = blok.querySelector("tbody");
    lijf.textContent = "";
    for (const { omschrijving, taal, artikel, bedrag } of opbrengst.regels) {
      const rij = document.createElement("tr");
      rij.className = "utrecht-table__row";
      rij.setAttribute("role", "row");
      const kop = cel("th", omschrijving, "rowheader");
      kop.scope = "row";
      if (taal) {
        kop.lang = taal;
      }
      const getal = cel("td", bedrag, "cell", blok.dataset.bedragkop);
      getal.classList.add("slim-getal");
      rij.append(kop, cel("td", artikel, "cell", blok.dataset.artikel), getal);
      lijf.append(rij);
    }
    blok.querySelector('[data-deel="berekening"]').hidden = opbrengst.regels.length === 0;
    blok.hidden = !opbrengst.kosten && !opbrengst.subsidie;
    return gezegd;
  }

  // Everything at its place; what changed is said once, without taking anyone out of the field in which they type.
  function toonMeldingen(antwoord, elders) {
    const fouten = werkBij("fout", woorden.foutwoord, antwoord.fouten);
    const punten = antwoord.punten ? werkBij("punt", woorden.letop, antwoord.punten) : { erbij: [], weg: 0 };
    werkLijstBij(antwoord.fouten);
    if (antwoord.merken) {
      toonMerken(antwoord.merken);
    }
    const zinnen = [...fouten.erbij, ...punten.erbij].map((m) => `${m.titel}: ${m.uitleg}`);
    if (fouten.weg + punten.weg > 0 && zinnen.length === 0) {
      zinnen.push(woorden.opgelost);
    }
    zinnen.push(elders);
    if (antwoord.opbrengst) {
      zinnen.push(toonOpbrengst(antwoord.opbrengst));
    }
    const gezegd = zinnen.filter(Boolean).join(" ");
    if (gezegd) {
      document.getElementById("meldingen").textContent = gezegd;
    }
  }

  return { veld, verbind, merkElders, toonMeldingen };
}
