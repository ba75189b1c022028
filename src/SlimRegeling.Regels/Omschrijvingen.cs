namespace SlimRegeling.Regels;

/// <summary>The one place where a line of a computation is put into words.</summary>
internal static class Omschrijvingen
{
    public static string Van(Rekenregel regel)
    {
        var w = regel.Waarden;
        return regel.Code switch
        {
            Postcode.Adviseur => Adviseur(w),
            Postcode.OverigExtern => $"Activiteit {w.Tekst("activiteit")}: overige externe kosten",
            Postcode.Loon => Loon(w),
            Postcode.ExternEnLoon => "Externe kosten en loonkosten samen",
            Postcode.Toeslag => $"Toeslag van {Procent(w)} voor overige kosten",
            Postcode.SubsidiabeleKosten => "Subsidiabele kosten",
            Postcode.SubsidieOverKosten => $"Subsidie: {Procent(w)} van de subsidiabele kosten",
            Postcode.Loopbaantrajecten =>
                $"Activiteit B: {Aantal(w, "trajecten", "loopbaan- of ontwikkeltraject", "loopbaan- of ontwikkeltrajecten")} van {w.Euro("bedrag-per-traject")}",
            Postcode.Praktijkleerplaatsen =>
                $"Activiteit D: {Aantal(w, "plaatsen", "praktijkleerplaats", "praktijkleerplaatsen")} van {w.Euro("bedrag-per-plaats")} per jaar",
            Postcode.Controleverklaring => $"Vast bedrag voor de controleverklaring: uw subsidie is {w.Euro("vanaf")} of meer",
            Postcode.Maximum => $"Verlaagd van {w.Euro("voor-maximum")} tot het maximum",
            Postcode.Partijdeel when w.Zoek("bijdragen") is not null =>
                $"Deel van de partij met KVK-nummer {w.Tekst("kvkNummer")}, van haar kosten van {w.Euro("aandeel")} met toeslag, na aftrek van {w.Euro("bijdragen")} die anderen bijdroegen",
            Postcode.Partijdeel =>
                $"Deel van de partij met KVK-nummer {w.Tekst("kvkNummer")}, die {w.Euro("aandeel")} van de kosten draagt",
            Postcode.Partijgrens => $"KVK-nummer {w.Tekst("kvkNummer")}: verlaagd van {w.Euro("deel")} tot het meeste voor {Grens(w)}",
            Postcode.DeMinimisruimte => Verlaagd(w) + $" van {w.Euro("voor-ruimte")} tot de ruimte onder het de-minimisplafond",
            Plafond.Regelcode => Verlaagd(w) + $" van {w.Euro("voor-plafond")} tot wat onder het subsidieplafond over is",
            Vaststellingsberekening.NaBijdragen => $"Kosten na aftrek van {w.Euro("bijdragen")} die anderen bijdroegen",
            Vaststellingsberekening.TotVerlening => $"Verlaagd van {w.Euro("voor-verlening")} tot wat is verleend",
            Vaststellingsberekening.OpNihil =>
                $"Op nul: u realiseerde {w.Euro("gerealiseerd")} van de {w.Euro("verleend")} aan kosten, minder dan {Kort(w, "grens")}%",
            Vaststellingsberekening.OpGrond => $"Verlaagd met {w.Euro("verlaging")}, omdat {Verlagingsgrond.Omdat(w.Tekst("grond"))}",
            Postcode.Subsidie => "Subsidie",
            Postcode.Voorschot => w.Getal("percentage") > 0m ? $"Voorschot: {Procent(w)} van de subsidie" : "Geen voorschot in dit tijdvak",
            _ => throw new ArgumentOutOfRangeException(nameof(regel), regel.Code, "Onbekende post van een berekening."),
        };
    }

    private static string Verlaagd(IReadOnlyList<Waarde> w) =>
        w.Zoek("kvkNummer") is { } kvkNummer ? $"KVK-nummer {kvkNummer}: verlaagd" : "Verlaagd";

    private static string Adviseur(IReadOnlyList<Waarde> w)
    {
        var tekst = $"Activiteit {w.Tekst("activiteit")}: externe adviseur, {Kort(w, "uren")} uur à {w.Euro("gerekend-uurtarief")}";
        if (w.Getal("uurtarief") > w.Getal("gerekend-uurtarief"))
            return tekst + $" (uw tarief van {w.Euro("uurtarief")} telt mee tot het maximum)";
        return w.Zoek("maximum") is not null
            ? tekst + $" (boven het maximum van {w.Euro("maximum")}: u moet aantonen dat het tarief marktconform is)"
            : tekst;
    }

    private static string Grens(IReadOnlyList<Waarde> w)
    {
        var grens = w.Tekst("grens");
        return grens == Parameters.MaximumLandbouwInSamenwerkingsverband.Code ? "een landbouwbedrijf"
            : grens == Parameters.MaximumVisserijInSamenwerkingsverband.Code ? "een visserijbedrijf"
            : grens == Parameters.MaximumWegvervoerInSamenwerkingsverband.Code ? "goederenvervoer over de weg"
            : "een partij";
    }

    private static string Loon(IReadOnlyList<Waarde> w) =>
        $"Activiteit {w.Tekst("activiteit")}: eigen personeel, {Kort(w, "uren")} uur à {w.Euro("uurloon")}"
        + $" (brutojaarloon {w.Euro("brutojaarloon")}"
        + (w.Getal("opslag") > 0 ? $" met {Kort(w, "opslag")}% opslag" : ", eigenaar zonder opslag")
        + $", {Kort(w, "werkbare-uren")} uur per jaar)";

    private static string Aantal(IReadOnlyList<Waarde> w, string naam, string een, string meer) =>
        $"{Kort(w, naam)} {(w.Getal(naam) == 1m ? een : meer)}";

    private static string Procent(IReadOnlyList<Waarde> w) => Kort(w, "percentage") + "%";

    private static string Kort(IReadOnlyList<Waarde> w, string naam) => Getal.Kort(w.Getal(naam));
}
