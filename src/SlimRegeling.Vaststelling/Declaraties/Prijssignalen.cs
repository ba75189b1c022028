using SlimRegeling.Regels;
using Signaal = SlimRegeling.Vaststelling.Declaraties.Signaleren.Signaal;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What is seen in the price of a line: an adviser's rate, a sum that is not right, a supplier without quotes.</summary>
internal static class Prijssignalen
{
    /// <summary>
    /// Above the highest rate; and where the version lets a higher one count when it is that of the market, above the rate from which that is to be shown.
    /// </summary>
    public static Signaal? Tarief(Kostenregel regel, Regelversie versie)
    {
        var hoogste = Regelbedrag.Hoogste(versie, regel);
        if (hoogste < Regelbedrag.Gevraagd(versie, regel))
        {
            return new(
                regel.Id,
                Kostenreden.Tarief,
                Regeluitkomst.Gewijzigd,
                Tariefuitleg(regel, versie),
                Regelbedrag.Tariefartikel(versie, regel),
                hoogste
            );
        }
        return regel is { Adviseur: true } && TegenMaximum(regel, versie) is { } maximaal
            ? Gewijzigd(
                regel,
                versie,
                Kostenreden.Tarief,
                $"Marktconform? Het uurtarief is hoger dan {Getal.Euro(versie[Parameters.UurtariefAdviseur])}. Dat telt alleen als de ontvanger aantoont dat het marktconform is.",
                maximaal
            )
            : null;
    }

    private static string Tariefuitleg(Kostenregel regel, Regelversie versie)
    {
        var maximum = Getal.Euro(Regelbedrag.HoogsteUurtarief(versie, regel) ?? 0m);
        if (!Regelbedrag.IsLoon(regel))
        {
            return $"Het uurtarief is hoger dan het maximum van {maximum}.";
        }
        var opslag = regel.Eigenaar ? "van de eigenaar, zonder opslag" : $"met {Getal.Kort(versie[Parameters.OpslagLoon])}% opslag";
        return $"Het uurtarief is hoger dan {maximum}: het brutojaarloon van {Getal.Euro(regel.Brutojaarloon ?? 0m)} {opslag}, gedeeld door {Getal.Kort(versie[Parameters.WerkbareUren])} uur.";
    }

    /// <summary>The amount is another than the hours at the rate beside it.</summary>
    public static Signaal? Rekenfout(Kostenregel regel, Regelversie versie)
    {
        if (regel is not { Soort: Kostensoort.Factuur, Bedrag: { } bedrag, Uren: { } uren and > 0m, Uurtarief: { } tarief and > 0m })
        {
            return null;
        }
        var product = Getal.Centen(uren * tarief);
        if (product == bedrag)
        {
            return null;
        }
        var uitleg = $"Het bedrag is {Getal.Euro(bedrag)}, maar de uren maal het uurtarief zijn {Getal.Euro(product)}.";
        return product < bedrag
            ? Gewijzigd(regel, versie, Kostenreden.Rekenfout, uitleg, product)
            : LetOp(regel, versie, Kostenreden.Rekenfout, uitleg);
    }

    /// <summary>It looks like an adviser's, and is not said to be one: then no rate holds.</summary>
    public static Signaal? GeenAdviseur(Kostenregel regel, Regelversie versie)
    {
        if (regel is not { Soort: Kostensoort.Factuur, Adviseur: false, Uren: > 0m, Uurtarief: > 0m })
        {
            return null;
        }
        var uitleg =
            $"Er staan uren en een uurtarief, maar er staat ook dat het geen externe adviseur is. Van een adviseur telt een uur tot {Getal.Euro(versie[Parameters.UurtariefAdviseur])}.";
        return TegenMaximum(regel, versie) is { } maximaal
            ? Gewijzigd(regel, versie, Kostenreden.Tarief, uitleg, maximaal)
            : LetOp(regel, versie, Kostenreden.Tarief, uitleg);
    }

    /// <param name="totaal">What the supplier comes to, above the limit.</param>
    /// <param name="gegeven">Whether quotes, the report of a tender or an explanation were sent.</param>
    public static Signaal ZonderOffertes(Kostenregel regel, Regelversie versie, decimal totaal, bool gegeven)
    {
        var boven =
            $"Van deze leverancier is {Getal.Euro(totaal)} gedeclareerd. Boven {Getal.Euro(versie[Parameters.OffertesBoven])} horen daar drie offertes of een aanbesteding bij.";
        return gegeven
            ? LetOp(regel, versie, Kostenreden.Marktconformiteit, $"{boven} Kijk of de stukken of de toelichting dat laten zien.")
            : new(
                regel.Id,
                Kostenreden.Marktconformiteit,
                Regeluitkomst.Afgewezen,
                $"{boven} Die zijn er niet.",
                Signaleren.Artikel(regel, Kostenreden.Marktconformiteit, versie)
            );
    }

    /// <summary>The hours at the highest rate of an adviser; null when no more is asked than that.</summary>
    private static decimal? TegenMaximum(Kostenregel regel, Regelversie versie)
    {
        if (regel.Uren is not { } uren)
        {
            return null;
        }
        var maximaal = Getal.Centen(uren * versie[Parameters.UurtariefAdviseur]);
        return maximaal < Regelbedrag.Gevraagd(versie, regel) ? maximaal : null;
    }

    private static Signaal Gewijzigd(Kostenregel regel, Regelversie versie, string code, string uitleg, decimal bedrag) =>
        new(regel.Id, code, Regeluitkomst.Gewijzigd, uitleg, Signaleren.Artikel(regel, code, versie), bedrag);

    private static Signaal LetOp(Kostenregel regel, Regelversie versie, string code, string uitleg) =>
        new(regel.Id, code, Regeluitkomst.Aanvaard, uitleg, Signaleren.Artikel(regel, code, versie));
}
