using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What a line comes to, in euro.</summary>
internal static class Regelbedrag
{
    /// <summary>As the recipient asks it; of a fixed amount what the version gives.</summary>
    public static decimal Gevraagd(Regelversie versie, Kostenregel regel) =>
        regel.Soort switch
        {
            Kostensoort.Uren => UrenMaalTarief(regel) ?? 0m,
            Kostensoort.Factuur => regel.Bedrag ?? UrenMaalTarief(regel) ?? 0m,
            Kostensoort.Traject => Vaststellingsberekening.BedragPerTraject(versie) ?? 0m,
            Kostensoort.Praktijkleerplaats => Vaststellingsberekening.BedragVoorWeken(versie, regel.Weken ?? 0m) ?? 0m,
            _ => 0m,
        };

    /// <summary>The most that can be accepted: of an adviser the hours at the highest rate.</summary>
    public static decimal Hoogste(Regelversie versie, Kostenregel regel)
    {
        var gevraagd = Gevraagd(versie, regel);
        return regel is { Adviseur: true, Uren: { } uren } && Vaststellingsberekening.HoogsteUurtarief(versie) is { } tarief
            ? Math.Min(gevraagd, Getal.Centen(uren * tarief))
            : gevraagd;
    }

    /// <summary>Whether it is paid by the piece: then it is accepted or not.</summary>
    public static bool IsVast(Kostenregel regel) => regel.Soort is Kostensoort.Traject or Kostensoort.Praktijkleerplaats;

    private static decimal? UrenMaalTarief(Kostenregel regel) =>
        regel is { Uren: { } uren, Uurtarief: { } tarief } ? Getal.Centen(uren * tarief) : null;
}
