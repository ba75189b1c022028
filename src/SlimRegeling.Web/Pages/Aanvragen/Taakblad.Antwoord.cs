using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>What a page that saves by itself hears back: what is wrong, what to mind, what it yields, each with its place.</summary>
public abstract partial class Taakblad
{
    private static readonly JsonSerializerOptions Schrift = new(JsonSerializerDefaults.Web);

    /// <param name="deels">Something could not be read, and is not saved.</param>
    /// <param name="ingevuld">What was filled in here that nobody typed.</param>
    private JsonResult Antwoord(bool bewaard, bool deels, IReadOnlyList<Verschil> ingevuld) =>
        new(
            new
            {
                stand = bewaard ? "opgeslagen"
                : Verschillen.Count > 0 ? "verschil"
                : "fout",
                moment = Opgeslagen,
                deels,
                versie = Versie,
                begin = Begin,
                bericht = t.Vertaald(Bericht),
                // What was filled in here has a mark of its own.
                overgenomen = Overgenomen
                    .Select(o => (Verschil: o, Titel: (string?)Volledigetitel(o.Pad)))
                    .Concat(ingevuld.Select(o => (Verschil: o, Titel: (string?)null)))
                    .Select(o => new
                    {
                        id = Pad.Id(o.Verschil.Pad),
                        pad = o.Verschil.Pad,
                        waarde = o.Verschil.Hun,
                        titel = o.Titel,
                    }),
                fouten = Invulling.Fouten.Select(Melding),
                // What is not saved was not looked at.
                punten = bewaard ? Invulling.Punten.Select(Melding) : null,
                merken = bewaard
                    ? Invulling.Merken.Select(m => new
                    {
                        id = Pad.Id(m.Key),
                        pad = m.Key,
                        tekst = m.Value,
                        waarde = Invulling[m.Key],
                    })
                    : null,
                opbrengst = bewaard && Opbrengst is { } opbrengst ? Bedragen(opbrengst) : null,
            },
            Schrift
        );

    private object Melding(Veldfout fout)
    {
        var plaats = Formulier.Plaats(fout.Pad) ?? Taak.Code;
        var veld = Formulier.Zoek(plaats);
        return new
        {
            id = Pad.Id(plaats),
            pad = plaats,
            titel = veld?.Titel ?? t[Taak.Titel],
            uitleg = fout.Vertaald ? fout.Tekst : t.Vertaald(fout.Tekst),
            taal = fout.Vertaald ? null : t.TaalVan(fout.Tekst),
            // The same buttons as on a page that was made with the mistake in it.
            keuzes = fout.Keuzes.Select(k => new
            {
                doe = Lezingknop.Doe(plaats, k),
                tekst = t["Ik bedoel {0}", Lezingknop.Tekst(veld, k)],
            }),
        };
    }

    private object Bedragen(Opbrengst opbrengst) =>
        new
        {
            kosten = opbrengst.Kosten is { } kosten ? Weergave.Bedrag(kosten) : null,
            subsidie = opbrengst.Subsidie is { } subsidie ? Weergave.Bedrag(subsidie) : null,
            toelichting = opbrengst.Toelichting is { } toelichting ? t[toelichting] : null,
            regels = opbrengst.Regels.Select(r => new
            {
                omschrijving = t.Vertaald(r.Omschrijving),
                taal = t.TaalVan(r.Omschrijving),
                artikel = t.Artikel(r.Artikel),
                bedrag = Weergave.Bedrag(r.Bedrag),
            }),
        };
}
