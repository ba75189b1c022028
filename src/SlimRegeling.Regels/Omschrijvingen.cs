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
                $"Activiteit B: {Kort(w, "trajecten")} loopbaan- of ontwikkeltrajecten van {w.Euro("bedrag-per-traject")}",
            Postcode.Maximum => $"Verlaagd van {w.Euro("voor-maximum")} tot het maximum",
            Postcode.DeMinimisruimte => $"Verlaagd van {w.Euro("voor-ruimte")} tot de ruimte onder het de-minimisplafond",
            Postcode.Subsidie => "Subsidie",
            Postcode.Voorschot => $"Voorschot: {Procent(w)} van de subsidie",
            _ => throw new ArgumentOutOfRangeException(nameof(regel), regel.Code, "Onbekende post van een berekening."),
        };
    }

    private static string Adviseur(IReadOnlyList<Waarde> w)
    {
        var tekst = $"Activiteit {w.Tekst("activiteit")}: externe adviseur, {Kort(w, "uren")} uur à {w.Euro("gerekend-uurtarief")}";
        return w.Getal("uurtarief") > w.Getal("gerekend-uurtarief")
            ? tekst + $" (uw tarief van {w.Euro("uurtarief")} telt mee tot het maximum)"
            : tekst;
    }

    private static string Loon(IReadOnlyList<Waarde> w) =>
        $"Activiteit {w.Tekst("activiteit")}: eigen personeel, {Kort(w, "uren")} uur à {w.Euro("uurloon")}"
        + $" (brutojaarloon {w.Euro("brutojaarloon")}"
        + (w.Getal("opslag") > 0 ? $" met {Kort(w, "opslag")}% opslag" : ", eigenaar zonder opslag")
        + $", {Kort(w, "werkbare-uren")} uur per jaar)";

    private static string Procent(IReadOnlyList<Waarde> w) => Kort(w, "percentage") + "%";

    private static string Kort(IReadOnlyList<Waarde> w, string naam) => Getal.Kort(w.Getal(naam));
}
