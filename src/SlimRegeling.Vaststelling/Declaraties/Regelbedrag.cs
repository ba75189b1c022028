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

    /// <summary>The most that can be accepted: hours at the highest rate, where there is one.</summary>
    public static decimal Hoogste(Regelversie versie, Kostenregel regel)
    {
        var gevraagd = Gevraagd(versie, regel);
        return regel.Uren is { } uren && HoogsteUurtarief(versie, regel) is { } tarief
            ? Math.Min(gevraagd, Getal.Centen(uren * tarief))
            : gevraagd;
    }

    /// <summary>
    /// The most that an hour counts for: that of an adviser, or what follows from the wage of who made the hours. Null when nothing says so.
    /// </summary>
    public static decimal? HoogsteUurtarief(Regelversie versie, Kostenregel regel) =>
        regel switch
        {
            { Adviseur: true } => Vaststellingsberekening.HoogsteUurtarief(versie),
            _ when IsLoon(regel) => Subsidieberekening.Uurloon(versie, new(regel.Uren ?? 0m, regel.Brutojaarloon!.Value, regel.Eigenaar)),
            _ => null,
        };

    /// <summary>Whether the wage decides what an hour counts for.</summary>
    public static bool IsLoon(Kostenregel regel) => regel is { Soort: Kostensoort.Uren, Adviseur: false, Brutojaarloon: not null };

    /// <summary>The article of the highest rate.</summary>
    public static string Tariefartikel(Regelversie versie, Kostenregel regel) =>
        versie.Post(IsLoon(regel) ? Postcode.Loon : Postcode.Adviseur).Artikel;

    /// <summary>Whether it is paid by the piece: then it is accepted or not.</summary>
    public static bool IsVast(Kostenregel regel) => regel.Soort is Kostensoort.Traject or Kostensoort.Praktijkleerplaats;

    private static decimal? UrenMaalTarief(Kostenregel regel) =>
        regel is { Uren: { } uren, Uurtarief: { } tarief } ? Getal.Centen(uren * tarief) : null;
}
